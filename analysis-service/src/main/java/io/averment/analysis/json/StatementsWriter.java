package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Hop;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes statements, with the entities that their speakers and media are. */
final class StatementsWriter {

    private final SpanWriter spans;
    private final Cast cast;
    private final JsonGenerator out;

    StatementsWriter(SpanWriter spans, Cast cast, JsonGenerator out) {
        this.spans = spans;
        this.cast = cast;
        this.out = out;
    }

    void write(List<Statement> statements) throws IOException {
        out.writeArrayFieldStart("statements");
        for (Statement statement : statements) {
            writeStatement(statement);
        }
        out.writeEndArray();
    }

    private void writeStatement(Statement statement) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", statement.id());
        out.writeStringField("kind", statement.kind().name());
        // What is done in saying it, and whether it is hedged, is not told apart yet.
        out.writeStringField("act", "UNKNOWN");
        out.writeBooleanField("hedged", false);
        spans.writeField("content", statement.content());
        spans.writeField("quoted", statement.quoted());
        spans.writeField("cue", statement.cue());
        writeOptional("repeats", statement.repeats());
        writeSpeaker(statement.speaker());
        out.writeArrayFieldStart("chain");
        for (Hop hop : statement.chain()) {
            out.writeStartObject();
            out.writeStringField("role", hop.role().name());
            spans.writeField("spans", hop.spans());
            out.writeStringField("name", hop.name());
            writeEntity(hop.spans());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void writeSpeaker(Speaker speaker) throws IOException {
        out.writeObjectFieldStart("speaker");
        spans.writeField("spans", speaker.spans());
        writeOptional("name", speaker.name());
        writeOptional("description", speaker.description());
        writeEntity(speaker.spans());
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

    /** What the words stand for; nothing is written where that is not known. */
    private void writeEntity(List<Span> words) throws IOException {
        if (words.size() == 1) {
            Optional<String> entity = cast.entityOf(words.getFirst());
            if (entity.isPresent()) {
                out.writeStringField("entity", entity.get());
            }
        }
    }

    private void writeOptional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
