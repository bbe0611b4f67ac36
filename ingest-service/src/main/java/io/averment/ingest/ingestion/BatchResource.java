package io.averment.ingest.ingestion;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.idempotency.Answer;
import io.averment.ingest.idempotency.IdempotencyKey;
import io.averment.ingest.idempotency.IdempotentRequests;
import io.averment.ingest.idempotency.RequestFingerprint;
import io.averment.ingest.problem.Problem;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.averment.ingest.problem.Unavailability;
import io.averment.ingest.security.CallerTenant;
import io.averment.ingest.security.Roles;
import io.quarkus.resteasy.reactive.server.Closer;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** Reports as a stream, of any length in constant memory: one goes in, its result comes out, then the next. */
@Path("/v1/articles/batch")
@Blocking
@Tag(name = "Articles")
public class BatchResource {
    static final String NDJSON = "application/x-ndjson";

    private static final Logger LOG = Logger.getLogger(BatchResource.class);

    private final ArticleIngestion ingestion;
    private final Intake intake;
    private final SubmissionReader reader;
    private final CallerTenant caller;
    private final BatchPlaces places;
    private final Closer closer;
    private final IdempotentRequests requests;
    private final Duration maxDuration;
    private final Clock clock;
    private final ObjectWriter json;

    BatchResource(
            ArticleIngestion ingestion,
            Intake intake,
            SubmissionReader reader,
            CallerTenant caller,
            BatchPlaces places,
            Closer closer,
            IdempotentRequests requests,
            IntakeConfiguration configuration,
            Clock clock,
            ObjectMapper json) {
        this.ingestion = ingestion;
        this.intake = intake;
        this.reader = reader;
        this.caller = caller;
        this.places = places;
        this.closer = closer;
        this.requests = requests;
        this.maxDuration = configuration.maxBatchDuration();
        this.clock = clock;
        this.json = json.writerFor(BatchResult.class);
    }

    @POST
    @Consumes(NDJSON)
    @Produces(NDJSON)
    @RolesAllowed(Roles.CONTRIBUTOR)
    @Operation(
            operationId = "submitArticles",
            summary = "Take many reports in",
            description = "One report a line, as submitArticle takes it; one result a line, in the same order, sent as"
                    + " soon as it is known. Each line is committed by itself. A line that is refused does not stop the"
                    + " next; blank lines are passed over. A result with the problem unavailable is the last: send that"
                    + " line and those after it again; so is a batch that takes too long. A sender must read results while"
                    + " it sends. With an Idempotency-Key the batch is read whole before it is begun, may have 8 MiB and"
                    + " 10,000 lines, and is answered when all of it is done.")
    @RequestBody(
            required = true,
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = Submission.class)))
    @APIResponse(
            responseCode = "200",
            description = "One result a line",
            content = @Content(mediaType = NDJSON, schema = @Schema(implementation = BatchResult.class)))
    @APIResponse(
            responseCode = "401",
            description = "unauthorized",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "403",
            description = "forbidden or tenant-missing",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "429",
            description = "too-many-requests: as many batches as may be are being read; Retry-After says when to try",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid-request: the Idempotency-Key is none",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "idempotency-key-in-use: the same request is under way; Retry-After says when to send it again",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "413",
            description = "body-too-large: a batch with an Idempotency-Key is too long",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    @APIResponse(
            responseCode = "422",
            description = "idempotency-key-reused: the key belongs to another request",
            content = @Content(mediaType = Problem.MEDIA_TYPE, schema = @Schema(implementation = Problem.class)))
    public Response submit(
            InputStream body,
            @Context HttpHeaders headers,
            @Parameter(
                            description = IdempotencyKey.DESCRIPTION,
                            schema = @Schema(type = SchemaType.STRING, maxLength = IdempotencyKey.MAX_LENGTH + 2))
                    @RestHeader(IdempotencyKey.HEADER)
                    @Nullable
                    String idempotencyKey) {
        Intake.negotiate(headers, MediaType.valueOf(NDJSON));
        var tenant = caller.require();
        var key = IdempotencyKey.parse(idempotencyKey);
        var place = places.take(tenant)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.TOO_MANY_REQUESTS, "As many batches as may be are being read; send it later."));
        // For a batch that ends before its first line is read.
        closer.add(place);
        if (key.isPresent()) {
            try (place) {
                return whole(tenant, key, body);
            }
        }
        StreamingOutput results = output -> {
            try (place) {
                process(tenant, body, output);
            }
        };
        return Response.ok(results).build();
    }

    private Response whole(Tenant tenant, Optional<IdempotencyKey> key, InputStream body) {
        var batch = read(body);
        var answer = requests.once(tenant, key, RequestFingerprint.of("submitArticles", ByteBuffer.wrap(batch)), () -> {
            var results = new ByteArrayOutputStream();
            try {
                var isComplete = process(tenant, new ByteArrayInputStream(batch), results);
                return new Answer(200, Optional.empty(), results.toByteArray(), isComplete, false);
            } catch (IOException e) {
                throw new UncheckedIOException("memory can be read and written", e);
            }
        });
        var response = Response.status(answer.status()).type(NDJSON).entity(answer.body());
        return (answer.isRepeated() ? response.header(Answer.REPEATED_HEADER, "true") : response).build();
    }

    private byte[] read(InputStream body) {
        try {
            var batch = body.readNBytes(requests.maxBatchBytes() + 1);
            var lines = 0;
            for (var each : batch) {
                lines += each == '\n' ? 1 : 0;
            }
            if (batch.length > requests.maxBatchBytes() || lines > requests.maxBatchLines()) {
                throw new ProblemException(
                        ProblemType.BODY_TOO_LARGE,
                        "A batch with an Idempotency-Key may have " + requests.maxBatchBytes() + " bytes and "
                                + requests.maxBatchLines() + " lines.");
            }
            return batch;
        } catch (IOException e) {
            throw new ProblemException(ProblemType.INVALID_REQUEST, "The body ended before its time.");
        }
    }

    /** Whether all of it was processed; otherwise the last result says from where to send it again. */
    private boolean process(Tenant tenant, InputStream input, OutputStream output) throws IOException {
        var end = clock.instant().plus(maxDuration);
        var lines = new LineReader(
                input, intake.maxReportBytes(), () -> !clock.instant().isBefore(end));
        while (true) {
            BatchResult result;
            switch (lines.next()) {
                case LineReader.Line.Content(var number, var bytes) -> result = take(tenant, number, bytes);
                case LineReader.Line.TooLong(var number) ->
                    result = BatchResult.of(
                            number,
                            ProblemType.BODY_TOO_LARGE,
                            "A line may have " + intake.maxReportBytes() + " bytes.");
                case LineReader.Line.Late(var number) ->
                    result = BatchResult.of(
                            number,
                            ProblemType.UNAVAILABLE,
                            "A batch is read for " + maxDuration.toSeconds() + " seconds; this line was not.");
                case LineReader.Line.End() -> {
                    return true;
                }
            }
            output.write(json.writeValueAsBytes(result));
            output.write('\n');
            if (isLast(result)) {
                return false;
            }
            // Within a burst the buffer decides when to send; before waiting for the sender everything must be out.
            if (lines.isWaiting()) {
                output.flush();
            }
        }
    }

    private BatchResult take(Tenant tenant, long line, ByteBuffer bytes) {
        return switch (reader.read(bytes)) {
            case Reading.Refused(var type, var detail) -> BatchResult.of(line, type, detail);
            case Reading.Legible(var report, var lane) -> {
                try {
                    yield BatchResult.of(line, ingestion.take(tenant, report, lane));
                } catch (RuntimeException e) {
                    yield failed(line, e);
                }
            }
        };
    }

    /** The status is long sent, so the failure of a line has to be told in the line. */
    private static BatchResult failed(long line, RuntimeException failure) {
        if (Unavailability.isBehind(failure)) {
            LOG.warn("Batch ended early: the database cannot be used", failure);
            return BatchResult.of(line, ProblemType.UNAVAILABLE, "Nothing after this line was read.");
        }
        LOG.error("A line of a batch failed unexpectedly", failure);
        return BatchResult.of(line, ProblemType.INTERNAL, null);
    }

    private static boolean isLast(BatchResult result) {
        return result.status() == ProblemType.UNAVAILABLE.status();
    }
}
