package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.commitment.CommitmentAnnotator;
import io.averment.analysis.conflict.ConflictAnnotator;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.CastOfNames;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import io.averment.analysis.language.LanguageAnnotator;
import io.averment.analysis.language.TextLanguage;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Degradation;
import io.averment.analysis.sentence.SentenceAnnotator;
import io.averment.analysis.statement.StatementAnnotator;
import io.averment.analysis.time.TimeAnnotator;
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

    /** The lists of the analysis that no annotator fills yet, between the statements and the commitments, and so on. */
    private static final List<String> EMPTY_BEFORE_COMMITMENTS = List.of("events");

    private static final List<String> EMPTY_BEFORE_CONFLICTS = List.of("positions");
    private static final List<String> EMPTY_AT_END = List.of("topics", "keyphrases");

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
        writeLanguage(document, out);
        writeOptional(out, "publishedAt", report.publishedAt());
        out.writeStringField("text", document.text());
        writeSteps(analysis, out);
        out.writeArrayFieldStart("sentences");
        for (Span sentence : document.get(SentenceAnnotator.SENTENCES)) {
            spans.writeBare(sentence);
        }
        out.writeEndArray();
        Cast cast = CastOfNames.castOf(document);
        new CastWriter(spans, out).write(cast);
        new TimesWriter(spans, out).write(document.get(TimeAnnotator.TIMES));
        new StatementsWriter(spans, cast, out).write(document.get(StatementAnnotator.STATEMENTS));
        writeEmpty(out, EMPTY_BEFORE_COMMITMENTS);
        CommitmentsWriter commitments = new CommitmentsWriter(document.text(), spans, out);
        commitments.write(document.get(CommitmentAnnotator.COMMITMENTS));
        writeEmpty(out, EMPTY_BEFORE_CONFLICTS);
        commitments.writeConflicts(document.get(ConflictAnnotator.CONFLICTS));
        writeEmpty(out, EMPTY_AT_END);
        out.writeEndObject();
    }

    /** What the sender declared, else what the text shows; both where they disagree. */
    private static void writeLanguage(Document document, JsonGenerator out) throws IOException {
        String declared = document.report().language();
        writeOptional(out, "language", declared);
        for (TextLanguage shown : document.get(LanguageAnnotator.LANGUAGE)) {
            if (declared == null && shown.isDetermined()) {
                out.writeStringField("language", shown.code());
            } else if (declared != null && shown.contradicts(declared)) {
                out.writeStringField("detectedLanguage", shown.code());
            }
        }
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
