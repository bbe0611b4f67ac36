package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Participants.Kind;
import io.averment.analysis.commitment.Party.Reason;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.Source;
import io.averment.analysis.statement.SourceReading;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who undertakes something and who announced it. Linear in the words that stand for them. */
final class PartyReading {

    private final ParsedText text;
    private final Cast cast;
    private final Participants participants;

    PartyReading(ParsedText text, Cast cast, Participants participants) {
        this.text = text;
        this.cast = cast;
        this.participants = participants;
    }

    /** Who must do it: whoever the act's subject is, if that can act, or the agent of a passive. */
    Party actor(ParsedSentence sentence, Draft draft, @Nullable String announcer) {
        List<String> candidates = announcer == null ? List.of() : List.of(announcer);
        int token = doer(sentence, draft);
        if (token == NONE) {
            return Party.unresolved(List.of(), Reason.NO_AGENT, candidates);
        }
        Source source = new SourceReading(text, sentence).phrase(token);
        Optional<Entity> entity = entity(source.spans());
        boolean pronoun = sentence.upos(token).equals("PRON");
        boolean agent = participants.kind(sentence, token) == Kind.AGENT
                || (pronoun && entity.filter(PartyReading::canAct).isPresent());
        if (!agent) {
            return Party.unresolved(List.of(), Reason.NO_AGENT, candidates);
        }
        if (pronoun) {
            return entity.map(known -> new Party(source.spans(), known.name(), null, known.id(), null))
                    .orElseGet(() -> Party.unresolved(source.spans(), Reason.PRONOUN, candidates));
        }
        return new Party(
                source.spans(),
                text.oneLine(source.named()),
                source.description() == null ? null : text.oneLine(source.description()),
                entity.map(Entity::id).orElse(null),
                null);
    }

    private static boolean canAct(Entity entity) {
        return entity.type() != EntityType.FACILITY && entity.type() != EntityType.OTHER;
    }

    private int doer(ParsedSentence sentence, Draft draft) {
        Clause clause = new Clause(sentence);
        if (!clause.isPassive(draft.act)) {
            return draft.subject;
        }
        int agent = clause.agent(draft.act);
        return agent != NONE && participants.kind(sentence, agent) == Kind.AGENT ? agent : NONE;
    }

    /** Who announced it: the speaker of the statement that holds it. */
    Party announcer(@Nullable Statement statement, @Nullable String latest) {
        if (statement == null) {
            return Party.unresolved(
                    List.of(), Reason.NOT_ATTRIBUTED, latest == null ? List.of() : List.of(latest));
        }
        Speaker speaker = statement.speaker();
        Optional<Entity> entity = entity(speaker.spans());
        String name = speaker.name() == null ? entity.map(Entity::name).orElse(null) : speaker.name();
        if (name != null) {
            return new Party(
                    speaker.spans(), name, speaker.description(), entity.map(Entity::id).orElse(null), null);
        }
        Reason reason = speaker.spans().isEmpty() ? Reason.NOT_ATTRIBUTED : Reason.PRONOUN;
        Speaker.Unresolved gap = speaker.unresolved();
        return Party.unresolved(speaker.spans(), reason, gap == null ? List.of() : gap.candidates());
    }

    private Optional<Entity> entity(List<Span> words) {
        for (Span span : words) {
            Optional<Entity> entity = cast.entityOf(span).flatMap(cast::entity);
            if (entity.isPresent()) {
                return entity;
            }
        }
        return Optional.empty();
    }
}
