package io.averment.analysis.command;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.command.DocumentLine.Identifier;
import io.averment.analysis.command.LineFault.Code;
import io.averment.analysis.command.LineReader.Line;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import io.averment.analysis.json.AnalysisWriter.ArticleReference;
import io.averment.analysis.pipeline.Analysis;
import io.averment.analysis.pipeline.Outcome;
import io.averment.analysis.pipeline.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Answers lines of documents by lines of analyses: {@code {"line", "id", "analysis"}}, or {@code {"line", "id", "problem": {"code",
 * "detail"}}} where there is none. The same line gives the same bytes. Thread-safe.
 *
 * @param outlet of documents that name none
 * @param publishedAt of documents that have none
 */
record LineAnalysis(
        Pipeline pipeline,
        AnalysisWriter writer,
        @Nullable String outlet,
        @Nullable String publishedAt) {

    /**
     * What a line is answered.
     *
     * @param bytes with a line end
     * @param isProblem whether there is no analysis in it
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Answer(byte[] bytes, boolean isProblem) {}

    /** Linear in the line. Whatever goes wrong with it is its own answer: one document must not end the others. */
    Answer answer(Line line) {
        Identifier id = null;
        try {
            byte[] bytes = line.bytes();
            if (bytes == null) {
                throw new LineFault(Code.LINE_TOO_LONG, "A line has at most " + LineReader.LONGEST_LINE + " bytes.");
            }
            DocumentLine document = DocumentLine.read(bytes);
            id = document.id();
            return analysis(line.number(), id, document.report(outlet, publishedAt));
        } catch (LineFault fault) {
            return problem(line.number(), id, fault);
        } catch (RuntimeException | StackOverflowError e) {
            // The writer, for one, refuses facts whose words are not those of the text.
            return problem(line.number(), id, failed());
        }
    }

    private Answer analysis(long line, @Nullable Identifier id, Report report) throws LineFault {
        return switch (pipeline.analyse(report)) {
            case Outcome.Completed(Analysis analysis) ->
                new Answer(
                        bytes(line, id, out -> {
                            out.writeFieldName("analysis");
                            writer.writeObject(analysis, ArticleReference.NONE, out);
                        }),
                        false);
            case Outcome.Failed _ -> throw failed();
        };
    }

    private static LineFault failed() {
        return new LineFault(Code.ANALYSIS_FAILED, "The analysis failed.");
    }

    private Answer problem(long line, @Nullable Identifier id, LineFault fault) {
        return new Answer(
                bytes(line, id, out -> {
                    out.writeObjectFieldStart("problem");
                    out.writeStringField("code", fault.code().label());
                    out.writeStringField("detail", fault.detail());
                    out.writeEndObject();
                }),
                true);
    }

    /** What follows line and id. */
    private interface Rest {
        void write(JsonGenerator out) throws IOException;
    }

    private byte[] bytes(long line, @Nullable Identifier id, Rest rest) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = writer.generator(bytes)) {
            out.writeStartObject();
            out.writeNumberField("line", line);
            switch (id) {
                case Identifier.Text(String value) -> out.writeStringField("id", value);
                case Identifier.WholeNumber(long value) -> out.writeNumberField("id", value);
                case null -> {}
            }
            rest.write(out);
            out.writeEndObject();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing into memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
