package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Participants.Kind;
import io.averment.analysis.commitment.Party.Reason;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.Source;
import io.averment.analysis.statement.SourceReading;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who undertakes something and who announced it. Linear in the words that stand for them. */
final class PartyReading {

    private final ParsedText text;
    private final Cast cast;
    private final WordUses words;
    private final Participants participants;

    PartyReading(ParsedText text, Cast cast, WordUses words, Participants participants) {
        this.text = text;
        this.cast = cast;
        this.words = words;
        this.participants = participants;
    }

    /**
     * Who must do it: whoever the act's subject is, if that can act, or the agent of a passive; null when the sentence names nobody.
     * Things that act (ships) are named, things with which something is done are not.
     */
    @Nullable
    Party actor(ParsedSentence sentence, Draft draft, List<String> candidates) {
        int token = doer(sentence, draft);
        if (token == NONE) {
            return null;
        }
        Source source = new SourceReading(text, sentence).phrase(token);
        Optional<Entity> entity = entity(source.spans());
        if (sentence.upos(token).equals("PRON")) {
            return entity.map(known -> new Party(source.spans(), known.name(), null, known.id(), null))
                    .orElseGet(() -> Party.unresolved(source.spans(), Reason.PRONOUN, candidates));
        }
        return named(source, entity);
    }

    private Party named(Source source, Optional<Entity> entity) {
        return new Party(
                source.spans(),
                text.oneLine(source.named()),
                source.description() == null ? null : text.oneLine(source.description()),
                entity.map(Entity::id).orElse(null),
                null);
    }

    private int doer(ParsedSentence sentence, Draft draft) {
        Clause clause = new Clause(sentence);
        int token = draft.subject;
        boolean byItself = draft.construction == Construction.INFINITIVE || draft.construction == Construction.OBJECT;
        if (!byItself && clause.isPassive(draft.act)) {
            token = clause.agent(draft.act);
        }
        return switch (participants.kind(sentence, token)) {
            case AGENT -> token;
            case THING -> isActing(sentence, draft, token) ? token : NONE;
            case COURSE, EMPTY, ADDRESSEE -> NONE;
        };
    }

    /** Whether a thing does something itself rather than being opened, closed or held. */
    private boolean isActing(ParsedSentence sentence, Draft draft, int token) {
        boolean pronoun = sentence.lower(token).equals("it") || sentence.lower(token).equals("its");
        return pronoun
                || (sentence.upos(token).equals("PROPN") && sentence.xpos(draft.act).equals("VB"))
                || (!words.is(sentence.lemma(draft.act), WordUse.ARRANGED)
                        && sentence.xpos(draft.act).equals("VB")
                        && !words.is(sentence.lemma(token), WordUse.DEED));
    }

    /** The speaker of a statement as the one who does what it tells without an agent; null for those who only know of it. */
    @Nullable
    Party answering(Statement statement) {
        Party announcer = announcer(statement, List.of());
        if (announcer.spans().isEmpty()) {
            return null;
        }
        Span span = announcer.spans().getFirst();
        ParsedSentence sentence = text.sentences.get(Math.max(0, text.sentenceAt(span.start())));
        int head = headOf(sentence, span);
        String described = announcer.description() == null ? "" : announcer.description();
        boolean answers = participants.kind(sentence, head) == Kind.AGENT
                && !isWitness(sentence.lemma(head))
                && !isWitness(lastWord(described));
        return answers ? announcer : null;
    }

    /** Whether those who speak only foretell: analysts, forecasters. */
    boolean isForecaster(Statement statement) {
        Speaker speaker = statement.speaker();
        if (speaker.spans().isEmpty()) {
            return false;
        }
        Span span = speaker.spans().getFirst();
        ParsedSentence sentence = text.sentences.get(Math.max(0, text.sentenceAt(span.start())));
        String described = speaker.description() == null ? "" : speaker.description();
        return words.is(sentence.lemma(headOf(sentence, span)), WordUse.FORECASTER)
                || words.is(lastWord(described), WordUse.FORECASTER);
    }

    private boolean isWitness(String word) {
        return words.is(word, WordUse.WITNESS) || words.is(word, WordUse.FORECASTER);
    }

    private static String lastWord(String description) {
        return description.substring(description.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static int headOf(ParsedSentence sentence, Span span) {
        int from = Math.min(sentence.tokenAt(span.start()), sentence.size() - 1);
        for (int i = from; i < sentence.size() && sentence.start(i) < span.end(); i++) {
            int head = sentence.head(i);
            if (head == NONE || sentence.start(head) < span.start() || sentence.start(head) >= span.end()) {
                return i;
            }
        }
        return from;
    }

    /** Who announced it: the speaker of the statement that holds it. */
    Party announcer(@Nullable Statement statement, List<String> candidates) {
        if (statement == null) {
            return Party.unresolved(List.of(), Reason.NOT_ATTRIBUTED, candidates);
        }
        Speaker speaker = statement.speaker();
        Optional<Entity> entity = entity(speaker.spans());
        String name = speaker.name() == null ? entity.map(Entity::name).orElse(null) : speaker.name();
        if (name != null) {
            return new Party(
                    speaker.spans(),
                    name,
                    speaker.description(),
                    entity.map(Entity::id).orElse(null),
                    null);
        }
        Reason reason = speaker.spans().isEmpty() ? Reason.NOT_ATTRIBUTED : Reason.PRONOUN;
        Speaker.Unresolved gap = speaker.unresolved();
        return Party.unresolved(speaker.spans(), reason, gap == null ? candidates : gap.candidates());
    }

    private Optional<Entity> entity(List<Span> spans) {
        for (Span span : spans) {
            Optional<Entity> entity = cast.entityOf(span).flatMap(cast::entity);
            if (entity.isPresent()) {
                return entity;
            }
        }
        return Optional.empty();
    }
}
