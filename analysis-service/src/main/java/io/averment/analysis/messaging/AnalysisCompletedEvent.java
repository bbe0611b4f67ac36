package io.averment.analysis.messaging;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.json.AnalysisWriter.ArticleReference;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Fingerprint;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The message {@code analysis-completed}; its contract is {@code src/main/contracts/analysis-completed/v1}.
 *
 * @param pipelineFingerprint of the pipeline that made the analysis
 */
record AnalysisCompletedEvent(Article article, String pipelineFingerprint, Analysis analysis) {

    static final String TYPE = "io.averment.analysis.completed.v1";
    static final String SOURCE = "/averment/analysis";

    /** Grows when results of this service are no longer comparable with earlier ones and are to take their place as a whole. */
    static final int PIPELINE_GENERATION = 1;

    /** The same analysis of the same revision has the same id: lower-case hex SHA-256. */
    String id() {
        return Fingerprint.of(
                article.tenant(), article.id().toString(), Integer.toString(article.revision()), pipelineFingerprint);
    }

    /** The body as UTF-8. */
    byte[] body(AnalysisWriter writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = writer.generator(bytes)) {
            out.writeStartObject();
            out.writeStringField("articleId", article.id().toString());
            out.writeNumberField("revision", article.revision());
            out.writeStringField("recordMonth", article.recordMonth());
            out.writeStringField("firstAcceptedAt", article.firstAcceptedAt().toString());
            out.writeStringField("acceptedAt", article.acceptedAt().toString());
            writeOptional(out, "address", article.address());
            writeOptional(out, "externalId", article.externalId());
            UUID origin = article.origin();
            writeOptional(out, "origin", origin == null ? null : origin.toString());
            out.writeNumberField("headlineLength", article.headlineLength());
            out.writeStringField("pipelineFingerprint", pipelineFingerprint);
            out.writeNumberField("pipelineGeneration", PIPELINE_GENERATION);
            out.writeFieldName("analysis");
            writer.writeObject(analysis, new ArticleReference(article.id().toString(), article.revision()), out);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private static void writeOptional(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
