package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.time.TimeExpression;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes time expressions. */
final class TimesWriter {

    private final SpanWriter spans;
    private final JsonGenerator out;

    TimesWriter(SpanWriter spans, JsonGenerator out) {
        this.spans = spans;
        this.out = out;
    }

    void write(List<TimeExpression> times) throws IOException {
        out.writeArrayFieldStart("times");
        for (TimeExpression time : times) {
            writeTime(time);
        }
        out.writeEndArray();
    }

    private void writeTime(TimeExpression time) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", time.id());
        spans.writeInto(time.span());
        out.writeStringField("type", time.type().name());
        out.writeStringField("value", time.value());
        writeOptional("edtf", time.edtf());
        writeOptional("earliest", time.earliest());
        writeOptional("latest", time.latest());
        writeOptional("anchor", anchor(time.anchor()));
        Unresolved unresolved = time.unresolved();
        if (unresolved != null) {
            out.writeObjectFieldStart("unresolved");
            out.writeStringField("reason", unresolved.name());
            out.writeArrayFieldStart("candidates");
            if (unresolved == Unresolved.AMBIGUOUS) {
                out.writeString(String.valueOf(time.earliest()));
                out.writeString(String.valueOf(time.latest()));
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    /** The id of another expression, or the publication's name, or nothing. */
    @Nullable
    private static String anchor(TimeExpression.Anchor anchor) {
        return switch (anchor.origin()) {
            case NONE -> null;
            case PUBLICATION -> anchor.origin().name();
            case NARRATIVE -> anchor.expression();
        };
    }

    private void writeOptional(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value.toString());
        }
    }
}
