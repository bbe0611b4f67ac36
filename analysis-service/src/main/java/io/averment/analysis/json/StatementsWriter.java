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
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
        Set<String> speakers = new HashSet<>();
        for (Hop hop : statement.chain()) {
            writeHop(hop, speakers);
        }
        out.writeEndArray();
        writeOptional(
                "saidAt", statement.saidAt() == null ? null : statement.saidAt().id());
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

    /**
     * A hop without a name is a pronoun, which co-reference resolves or which is left out; nobody is twice among the speakers.
     *
     * @param speakers the entities of the speakers that were written before it
     */
    private void writeHop(Hop hop, Set<String> speakers) throws IOException {
        Optional<Entity> entity = entity(hop.spans());
        String name = hop.name() == null ? entity.map(Entity::name).orElse(null) : hop.name();
        boolean again = hop.role() == Role.SPEAKER
                && entity.isPresent()
                && !speakers.add(entity.get().id());
        if (name == null || again) {
            return;
        }
        out.writeStartObject();
        out.writeStringField("role", hop.role().name());
        spans.writeField("spans", hop.spans());
        out.writeStringField("name", name);
        writeOptional("entity", entity.map(Entity::id).orElse(null));
        out.writeEndObject();
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
