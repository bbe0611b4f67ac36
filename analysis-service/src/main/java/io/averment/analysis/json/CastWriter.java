package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.coreference.Unresolved;
import io.averment.analysis.entity.Coordinates;
import io.averment.analysis.entity.Kind;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes mentions and entities. */
final class CastWriter {

    private final SpanWriter spans;
    private final JsonGenerator out;

    CastWriter(SpanWriter spans, JsonGenerator out) {
        this.spans = spans;
        this.out = out;
    }

    /** Both lists. */
    void write(Cast cast) throws IOException {
        out.writeArrayFieldStart("mentions");
        for (Reference reference : cast.references()) {
            writeMention(reference);
        }
        out.writeEndArray();
        out.writeArrayFieldStart("entities");
        for (Entity entity : cast.entities()) {
            writeEntity(entity);
        }
        out.writeEndArray();
    }

    private void writeMention(Reference reference) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", reference.id());
        spans.writeInto(reference.mention().span());
        out.writeStringField("type", reference.mention().type().name());
        writeOptional("entity", reference.entity());
        out.writeStringField("form", reference.mention().form().name());
        writeUnresolved(reference.unresolved());
        out.writeEndObject();
    }

    private void writeEntity(Entity entity) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", entity.id());
        out.writeStringField("type", entity.type().name());
        out.writeStringField("name", entity.name());
        out.writeArrayFieldStart("aliases");
        for (String alias : entity.aliases()) {
            out.writeString(alias);
        }
        out.writeEndArray();
        writeOptional("country", entity.country());
        writeOptional("sector", entity.sector());
        if (!entity.external().isEmpty()) {
            out.writeObjectFieldStart("external");
            for (Map.Entry<String, String> identifier : entity.external().entrySet()) {
                out.writeStringField(identifier.getKey(), identifier.getValue());
            }
            out.writeEndObject();
        }
        writePlace(entity.at(), entity.kind());
        writeUnresolved(entity.unresolved());
        out.writeEndObject();
    }

    private void writePlace(@Nullable Coordinates at, @Nullable Kind kind) throws IOException {
        if (at != null && kind != null) {
            out.writeObjectFieldStart("place");
            out.writeNumberField("latitude", at.latitude());
            out.writeNumberField("longitude", at.longitude());
            out.writeStringField("precision", kind.name());
            out.writeEndObject();
        }
    }

    private void writeUnresolved(@Nullable Unresolved unresolved) throws IOException {
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
    }

    private void writeOptional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
