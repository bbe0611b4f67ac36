package io.averment.ingest.ingestion;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the resources have in common: bounded reading, and a reading's way into the record. Thread-safe. */
@ApplicationScoped
class Intake {
    private final ArticleIngestion ingestion;
    private final int maxReportBytes;

    Intake(ArticleIngestion ingestion, IntakeConfiguration configuration) {
        this.ingestion = ingestion;
        this.maxReportBytes = Math.toIntExact(configuration.maxReportSize().asLongValue());
        if (maxReportBytes < 1) {
            throw new IllegalStateException("averment.ingest.intake.max-report-size must be positive");
        }
    }

    /** The most bytes of a single report. */
    int maxReportBytes() {
        return maxReportBytes;
    }

    /**
     * Reads a whole body, however its length was announced.
     *
     * @throws ProblemException {@code body-too-large}, having read no more than one byte too many
     */
    ByteBuffer read(InputStream body) {
        try {
            var bytes = body.readNBytes(maxReportBytes + 1);
            if (bytes.length > maxReportBytes) {
                throw new ProblemException(
                        ProblemType.BODY_TOO_LARGE, "A report may have " + maxReportBytes + " bytes.");
            }
            return ByteBuffer.wrap(bytes);
        } catch (IOException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body ended before its time.");
        }
    }

    /** @throws ProblemException when the reading was refused, or the article is withdrawn */
    Ingested take(Tenant tenant, Reading reading) {
        return switch (reading) {
            case Reading.Legible(var report, var lane) -> {
                var ingested = ingestion.take(tenant, report, lane);
                if (ingested instanceof Ingested.Withdrawn) {
                    throw new ProblemException(ProblemType.WITHDRAWN, ArticleArchive.WITHDRAWN);
                }
                yield ingested;
            }
            case Reading.Refused(var type, var detail) -> throw new ProblemException(type, detail);
        };
    }

    /**
     * Refuses a body whose media type is missing or names another charset than UTF-8, for a guess would end up in the
     * record; and a client that does not accept the answer, before anything is stored.
     *
     * @throws ProblemException {@code unsupported-media-type} or {@code not-acceptable}
     */
    static void negotiate(HttpHeaders headers, MediaType answer) {
        if (headers.getAcceptableMediaTypes().stream().noneMatch(answer::isCompatible)) {
            throw new ProblemException(ProblemType.NOT_ACCEPTABLE, "The answer is " + answer + ".");
        }
        requireUtf8(headers.getMediaType());
    }

    private static void requireUtf8(@Nullable MediaType type) {
        if (type == null) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Content-Type is needed.");
        }
        var charset = type.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "The charset must be UTF-8.");
        }
    }
}
