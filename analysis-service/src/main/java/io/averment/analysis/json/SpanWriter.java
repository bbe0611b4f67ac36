package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.document.Span;
import java.io.IOException;
import java.util.List;

/** Writes spans in code points of one text. */
final class SpanWriter {

    private final String text;
    private final CodePoints codePoints;
    private final JsonGenerator out;

    SpanWriter(String text, JsonGenerator out) {
        this.text = text;
        this.codePoints = CodePoints.of(text);
        this.out = out;
    }

    /** A list of spans with their words. */
    void writeField(String name, List<Span> spans) throws IOException {
        out.writeArrayFieldStart(name);
        for (Span span : spans) {
            out.writeStartObject();
            writeInto(span);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Bounds and words of a span, into the object that is being written. */
    void writeInto(Span span) throws IOException {
        writeBounds(span);
        out.writeStringField("text", verified(span));
    }

    /** A span without its words. */
    void writeBare(Span span) throws IOException {
        out.writeStartObject();
        writeBounds(span);
        out.writeEndObject();
    }

    private void writeBounds(Span span) throws IOException {
        out.writeNumberField("start", codePoints.at(span.start()));
        out.writeNumberField("end", codePoints.at(span.end()));
    }

    /** The words of a span; what a reader cuts out by code points must be the same. */
    private String verified(Span span) {
        String words = span.of(text);
        int start = codePoints.position(codePoints.at(span.start()));
        int end = codePoints.position(codePoints.at(span.end()));
        if (end - start != words.length() || !text.startsWith(words, start)) {
            throw new IllegalStateException("A span's text is not what stands at " + span);
        }
        return words;
    }
}
