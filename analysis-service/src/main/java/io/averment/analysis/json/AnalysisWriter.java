package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Degradation;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.StatementAnnotator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an analysis as JSON, for the command, HTTP and Kafka alike: the same analysis gives the same bytes. Spans leave as code
 * points, each with the text that stands there. Thread-safe; linear.
 */
public final class AnalysisWriter {

    /** The lists of the analysis that no annotator fills yet, between the sentences and the statements. */
    private static final List<String> EMPTY_BEFORE_STATEMENTS = List.of("mentions", "entities", "times");

    private static final List<String> EMPTY_AFTER_STATEMENTS =
            List.of("events", "commitments", "positions", "conflicts", "topics", "keyphrases");

    private final JsonFactory json = new JsonFactory();

    /** The analysis as UTF-8, on one line, without a line end. */
    public byte[] bytes(Analysis analysis) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(analysis, out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return out.toByteArray();
    }

    /** Writes the analysis, leaving {@code out} open. */
    public void write(Analysis analysis, OutputStream out) throws IOException {
        try (JsonGenerator generator = generator(out)) {
            writeObject(analysis, ArticleReference.NONE, generator);
        }
    }

    /** A generator that leaves its target open. */
    public JsonGenerator generator(OutputStream out) throws IOException {
        return json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    /** The article that an analysis is of. */
    public record ArticleReference(@Nullable String articleId, int revision) {
        /** For a text that is no article of the record. */
        public static final ArticleReference NONE = new ArticleReference(null, 0);
    }

    /** Writes the analysis as the next value of a larger document. */
    public void writeObject(Analysis analysis, ArticleReference article, JsonGenerator out) throws IOException {
        Document document = analysis.document();
        Report report = document.report();
        SpanWriter spans = new SpanWriter(document.text(), out);
        out.writeStartObject();
        if (article.articleId() != null) {
            out.writeStringField("articleId", article.articleId());
            out.writeNumberField("revision", article.revision());
        }
        writeOptional(out, "outlet", report.outlet());
        writeOptional(out, "language", report.language());
        writeOptional(out, "publishedAt", report.publishedAt());
        out.writeStringField("text", document.text());
        writeSteps(analysis, out);
        out.writeArrayFieldStart("sentences");
        for (Span sentence : document.get(SentenceAnnotator.SENTENCES)) {
            spans.writeBare(sentence);
        }
        out.writeEndArray();
        writeEmpty(out, EMPTY_BEFORE_STATEMENTS);
        out.writeArrayFieldStart("statements");
        for (Statement statement : document.get(StatementAnnotator.STATEMENTS)) {
            writeStatement(statement, spans, out);
        }
        out.writeEndArray();
        writeEmpty(out, EMPTY_AFTER_STATEMENTS);
        out.writeEndObject();
    }

    private static void writeSteps(Analysis analysis, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("pipeline");
        for (Analysis.Step step : analysis.steps()) {
            out.writeStartObject();
            out.writeStringField("annotator", step.annotator());
            out.writeStringField("version", step.version());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("degraded");
        for (Degradation degradation : analysis.degraded()) {
            out.writeStartObject();
            out.writeStringField("annotator", degradation.annotator());
            out.writeStringField("reason", degradation.reason());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void writeStatement(Statement statement, SpanWriter spans, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", statement.id());
        out.writeStringField("kind", statement.kind().name());
        // What is done in saying it, and whether it is hedged, is not told apart yet.
        out.writeStringField("act", "UNKNOWN");
        out.writeBooleanField("hedged", false);
        spans.writeField("content", statement.content());
        spans.writeField("quoted", statement.quoted());
        spans.writeField("cue", statement.cue());
        writeOptional(out, "repeats", statement.repeats());
        writeSpeaker(statement.speaker(), spans, out);
        out.writeArrayFieldStart("chain");
        for (Hop hop : statement.chain()) {
            out.writeStartObject();
            out.writeStringField("role", hop.role().name());
            spans.writeField("spans", hop.spans());
            out.writeStringField("name", hop.name());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeSpeaker(Speaker speaker, SpanWriter spans, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("speaker");
        spans.writeField("spans", speaker.spans());
        writeOptional(out, "name", speaker.name());
        writeOptional(out, "description", speaker.description());
        Speaker.Unresolved unresolved = speaker.unresolved();
        if (unresolved != null) {
            out.writeObjectFieldStart("unresolved");
            out.writeStringField("reason", unresolved.reason().name());
            out.writeArrayFieldStart("candidates");
            for (String candidate : unresolved.candidates()) {
                out.writeString(candidate);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private static void writeOptional(JsonGenerator out, String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }

    private static void writeEmpty(JsonGenerator out, List<String> names) throws IOException {
        for (String name : names) {
            out.writeArrayFieldStart(name);
            out.writeEndArray();
        }
    }
}
