package io.averment.analysis.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Hop;
import io.averment.analysis.statement.Statement.Role;
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
        out.writeStringField("act", statement.act().name());
        out.writeBooleanField("hedged", statement.hedged());
        spans.writeField("content", statement.content());
        spans.writeField("quoted", statement.quoted());
        spans.writeField("cue", statement.cue());
        writeOptional("parent", statement.parent());
        writeOptional("repeats", statement.repeats());
        writeSpeaker(statement.speaker());
        out.writeArrayFieldStart("chain");
        writeResolvedHop(statement.speaker());
        for (Hop hop : statement.chain()) {
            out.writeStartObject();
            out.writeStringField("role", hop.role().name());
            spans.writeField("spans", hop.spans());
            out.writeStringField("name", hop.name());
            writeOptional("entity", entity(hop.spans()).map(Entity::id).orElse(null));
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    /** A pronoun whose entity is known is resolved: the speaker has the entity's name. */
    private void writeSpeaker(Speaker speaker) throws IOException {
        out.writeObjectFieldStart("speaker");
        spans.writeField("spans", speaker.spans());
        Optional<Entity> entity = entity(speaker.spans());
        String name = speaker.name() == null ? entity.map(Entity::name).orElse(null) : speaker.name();
        writeOptional("name", name);
        writeOptional("description", speaker.description());
        writeOptional("entity", entity.map(Entity::id).orElse(null));
        Speaker.Unresolved unresolved = speaker.unresolved();
        if (unresolved != null && name == null) {
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

    /** The first hop of a chain whose speaker only co-reference knows. */
    private void writeResolvedHop(Speaker speaker) throws IOException {
        Optional<Entity> entity = speaker.name() == null ? entity(speaker.spans()) : Optional.empty();
        if (entity.isPresent()) {
            out.writeStartObject();
            out.writeStringField("role", Role.SPEAKER.name());
            spans.writeField("spans", speaker.spans());
            out.writeStringField("name", entity.get().name());
            out.writeStringField("entity", entity.get().id());
            out.writeEndObject();
        }
    }

    /** What the first of the words that stand for anything stands for: a name before the pronoun that refers to it. */
    private Optional<Entity> entity(List<Span> words) {
        for (Span span : words) {
            Optional<Entity> entity = cast.entityOf(span).flatMap(cast::entity);
            if (entity.isPresent()) {
                return entity;
            }
        }
        return Optional.empty();
    }

    private void writeOptional(String name, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(name, value);
        }
    }
}
