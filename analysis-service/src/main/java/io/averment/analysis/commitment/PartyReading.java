package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.commitment.Participants.Kind;
import io.averment.analysis.commitment.Party.Reason;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Entity;
import io.averment.analysis.document.Span;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.PhraseReading;
import io.averment.analysis.statement.Source;
import io.averment.analysis.statement.Speaker;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says who undertakes something and who announced it. Linear in the words that stand for them. */
final class PartyReading {

    private final ParsedText text;
    private final Cast cast;
    private final WordUses words;
    private final Participants participants;
    private final SpeakerReading speakers;

    PartyReading(ParsedText text, Cast cast, WordUses words, Participants participants, SpeakerReading speakers) {
        this.text = text;
        this.cast = cast;
        this.words = words;
        this.participants = participants;
        this.speakers = speakers;
    }

    /** Who must do it: whoever the act's subject is, if that can act, or the agent of a passive; null when nobody is named. */
    @Nullable
    Party actor(ParsedSentence sentence, Draft draft, List<String> candidates) {
        int token = doer(sentence, draft);
        if (token != NONE && isNone(sentence, token)) {
            // "no child will wait": that is seen to by whoever says so.
            return null;
        }
        return switch (participants.kind(sentence, token)) {
            case AGENT -> party(sentence, token, candidates);
            // Only who can act plans and promises; and "it" is as often a body as a thing.
            case THING -> isBound(sentence, draft) || isIt(sentence, token) ? party(sentence, token, candidates) : null;
            case COURSE, EMPTY, ADDRESSEE -> null;
        };
    }

    /** Whether only who can act is told of so: who plans, promises or has a term. */
    private boolean isBound(ParsedSentence sentence, Draft draft) {
        return switch (draft.construction) {
            case UNTIL, COMPELLED -> true;
            case INFINITIVE, OBJECT, DATED ->
                !new Clause(sentence, words).isPassive(draft.triggerTo - 1)
                        || sentence.upos(draft.act).equals("VERB");
            default -> false;
        };
    }

    /** The thing that acts where nobody else is named: a ship that leaves, and not a bridge that opens. */
    @Nullable
    Party acting(ParsedSentence sentence, Draft draft, List<String> candidates) {
        int token = doer(sentence, draft);
        boolean acts = participants.kind(sentence, token) == Kind.THING
                && (sentence.xpos(draft.act).equals("VB") || isDoing(sentence, draft) || isSailing(sentence, draft))
                && !isNone(sentence, token)
                && (words.is(sentence.lemma(token), WordUse.VEHICLE)
                        || isDoing(sentence, draft)
                        || !(words.is(sentence.lemma(draft.act), WordUse.ARRANGED)
                                || words.is(sentence.lemma(token), WordUse.DEED)));
        return acts ? party(sentence, token, candidates) : null;
    }

    /** "stevedores begin a stoppage": what does something to something in the present. */
    private boolean isDoing(ParsedSentence sentence, Draft draft) {
        return draft.construction == Construction.PRESENT
                && draft.subject != NONE
                && sentence.xpos(draft.subject).equals("NNS")
                && !words.is(sentence.lemma(draft.subject), WordUse.DEED)
                && sentence.dependent(draft.act, "obj") != NONE;
    }

    /** "a ship leaves on Friday" */
    private boolean isSailing(ParsedSentence sentence, Draft draft) {
        return draft.construction == Construction.PRESENT
                && draft.subject != NONE
                && words.is(sentence.lemma(draft.subject), WordUse.VEHICLE)
                && !new Clause(sentence, words).isPassive(draft.act);
    }

    /** Whether a thing or an event is told of as if it did something of its own: {@code the law takes effect}. */
    boolean goesByItself(ParsedSentence sentence, Draft draft) {
        Clause clause = new Clause(sentence, words);
        return draft.subject != NONE
                && draft.outcome == null
                && draft.subject != draft.act
                && sentence.upos(draft.act).equals("VERB")
                && sentence.upos(draft.subject).equals("NOUN")
                && doer(sentence, draft) == draft.subject
                && !clause.isPassive(draft.act)
                && !isBound(sentence, draft)
                && participants.kind(sentence, draft.subject) == Kind.THING
                && !isNone(sentence, draft.subject);
    }

    /** The same of a name, and of what is told as done: whoever built the next house, "the Harbour Bridge opened" does not name the builder. */
    boolean opensByItself(ParsedSentence sentence, Draft draft) {
        return draft.subject != NONE
                && draft.subject != draft.act
                && words.is(sentence.lemma(draft.act), WordUse.ARRANGED)
                && (draft.done || sentence.upos(draft.subject).equals("PROPN"))
                && !sentence.upos(draft.subject).equals("PRON")
                && !new Clause(sentence, words).isPassive(draft.act)
                && sentence.dependent(draft.act, "obj", "ccomp", "xcomp") == NONE;
    }

    /** Whom that which is told of belongs to: {@code its plant will open}; null when nobody is named. */
    @Nullable
    Party owner(ParsedSentence sentence, Draft draft, List<String> candidates) {
        int owner = draft.subject == NONE ? NONE : sentence.dependent(draft.subject, "nmod:poss");
        // A town's mosque is the town's only by its place.
        boolean owns = owner != NONE
                && !sentence.upos(owner).equals("PROPN")
                && (participants.kind(sentence, owner) == Kind.AGENT
                        || sentence.xpos(owner).equals("PRP$"));
        return owns ? party(sentence, owner, candidates) : null;
    }

    /** Who lays it on another: the court that gives somebody until May; null where nobody does. */
    @Nullable
    Party binding(ParsedSentence sentence, Draft draft, List<String> candidates) {
        boolean binds = draft.construction == Construction.COMPELLED || draft.construction == Construction.UNTIL;
        if (!binds) {
            return null;
        }
        Clause clause = new Clause(sentence, words);
        int verb = draft.triggerFrom;
        int who = clause.isPassive(verb) ? clause.agent(verb) : clause.subject(verb);
        boolean another = who != NONE && who != draft.subject && participants.kind(sentence, who) == Kind.AGENT;
        return another ? party(sentence, who, candidates) : null;
    }

    /** Who acts in a sentence: the subject of its first verb, if that can answer for something; null when it cannot. */
    @Nullable
    Party acting(ParsedSentence sentence, List<String> candidates) {
        int root = 0;
        while (root < sentence.size() && sentence.head(root) != NONE) {
            root++;
        }
        if (root == sentence.size() || !sentence.upos(root).equals("VERB")) {
            return null;
        }
        Clause clause = new Clause(sentence, words);
        int subject = clause.ownSubject(root);
        boolean named = subject != NONE
                && !clause.isPassive(root)
                && !sentence.upos(subject).equals("PRON")
                && !isNone(sentence, subject)
                && !speakers.isWitness(sentence.lemma(subject));
        return named && participants.kind(sentence, subject) == Kind.AGENT
                ? party(sentence, subject, candidates)
                : null;
    }

    /** Whether what does something to something else is rather a body that the lists do not know than a thing. */
    boolean isBody(ParsedSentence sentence, Draft draft) {
        return draft.subject != NONE
                && sentence.dependent(draft.act, "obj") != NONE
                && !words.is(sentence.lemma(draft.subject), WordUse.VEHICLE)
                && !words.is(sentence.lemma(draft.subject), WordUse.DEED);
    }

    private static boolean isIt(ParsedSentence sentence, int token) {
        return sentence.lower(token).equals("it") || sentence.lower(token).equals("its");
    }

    private int doer(ParsedSentence sentence, Draft draft) {
        Clause clause = new Clause(sentence, words);
        boolean wills = draft.construction == Construction.INFINITIVE
                || draft.construction == Construction.OBJECT
                || draft.construction == Construction.DATED;
        boolean given = draft.outcomeVerb != NONE && draft.subject != draft.act;
        if (wills || draft.construction == Construction.OUTCOME || (draft.construction == Construction.TIME && given)) {
            return draft.subject;
        }
        // "every school will have a nurse": that the school does not do.
        boolean acts = participants.kind(sentence, draft.subject) == Kind.AGENT
                && !words.is(sentence.lemma(draft.act), WordUse.STATE);
        if ((draft.construction == Construction.CLAUSE || draft.promiser != NONE) && !acts) {
            return draft.promiser;
        }
        if (clause.isPassive(draft.act)) {
            return clause.agent(draft.act);
        }
        // "will be ready": by whom, that does not say.
        return sentence.upos(draft.act).equals("VERB") || new Insertion(sentence, words).isMistaken(draft.act)
                ? draft.subject
                : NONE;
    }

    private Party party(ParsedSentence sentence, int token, List<String> candidates) {
        Source source = new PhraseReading(text, sentence).phrase(token);
        Optional<Entity> entity = entity(source.spans());
        if (sentence.upos(token).equals("PRON")) {
            return entity.map(known -> new Party(source.spans(), known.name(), null, known.id(), null))
                    .orElseGet(() -> Party.unresolved(source.spans(), Reason.PRONOUN, candidates));
        }
        if (words.is(sentence.lower(sentence.left(token)), WordUse.GUESS)) {
            // "perhaps an internal report": the writer only guesses who.
            return Party.unresolved(List.of(), Reason.NO_AGENT, candidates);
        }
        return named(source, entity);
    }

    /**
     * Whom a pronoun stands for where co-reference does not say: in what somebody is reported to have said the speaker ("said it would
     * open"), at the beginning of a sentence the actor of what was told just before. Other parties stay as they are.
     *
     * @param before the actor of the undertaking told before; null when there is none near
     */
    Party meant(ParsedSentence sentence, Party named, @Nullable Statement statement, @Nullable Party before) {
        int token = sentence.tokenAt(named.spans().getFirst().start());
        boolean pronoun = named.spans().size() == 1 && sentence.upos(token).equals("PRON");
        if (!pronoun) {
            return named;
        }
        Party speaker = statement == null ? null : announcer(statement, List.of());
        if (speaker != null && isSpeakers(sentence, token, named, speaker)) {
            return joined(named, speaker);
        }
        // Only at the beginning of a sentence is what was told last what it goes on about.
        boolean goesOn = named.name() == null && token <= 1;
        return goesOn && before != null && before.name() != null ? joined(named, before) : named;
    }

    /** Whether a pronoun within a statement can stand for its speaker. */
    private boolean isSpeakers(ParsedSentence sentence, int token, Party named, Party speaker) {
        if (speaker.name() == null || speaker.spans().isEmpty()) {
            return false;
        }
        String known = named.entity();
        if (known != null) {
            return known.equals(speaker.entity());
        }
        Span span = speaker.spans().getFirst();
        ParsedSentence other = text.sentences.get(Math.max(0, text.sentenceAt(span.start())));
        int head = other.headOrNearest(span);
        boolean person =
                (speakers.isPerson(speaker) && !speakers.isBareName(speaker)) || speakers.isWitness(other.lemma(head));
        boolean quoted = text.isQuoted(sentence.start(token));
        return switch (sentence.lower(token)) {
            // Who speaks of oneself in a quotation says "we".
            case "it" -> !quoted && !person;
            case "he", "she" -> !quoted && (person || participants.kind(other, head) == Kind.AGENT);
            case "they" -> !quoted;
            case "we", "i" -> true;
            default -> false;
        };
    }

    private static Party joined(Party pronoun, Party meant) {
        List<Span> spans = new ArrayList<>(pronoun.spans());
        spans.addAll(meant.spans());
        spans.sort(null);
        return new Party(spans, meant.name(), meant.description(), meant.entity(), null);
    }

    private Party named(Source source, Optional<Entity> entity) {
        Span named = source.named();
        int name = speakers.trade(named);
        Span trade = name == NONE ? null : new Span(named.start(), name - 1);
        String described = source.description() == null ? null : text.oneLine(source.description());
        return new Party(
                source.spans(),
                text.oneLine(trade == null ? named : new Span(name, named.end())),
                trade == null || described != null ? described : text.oneLine(trade),
                entity.map(Entity::id).orElse(null),
                null);
    }

    /** "no boat" */
    private static boolean isNone(ParsedSentence sentence, int noun) {
        int determiner = sentence.dependent(noun, "det");
        return determiner != NONE && sentence.lower(determiner).equals("no");
    }

    /** The speaker of a statement as the one who does what it tells without an agent; null for those who only know of it. */
    @Nullable
    Party answering(Statement statement) {
        Party announcer = announcer(statement, List.of());
        if (announcer.spans().isEmpty()) {
            return null;
        }
        return speakers.answers(announcer)
                ? announcer
                : spokenFor(announcer.spans().getFirst());
    }

    /** The body for which somebody speaks: "a spokesman for the port said"; null where nobody speaks for any. */
    private @Nullable Party spokenFor(Span span) {
        ParsedSentence sentence = text.sentences.get(Math.max(0, text.sentenceAt(span.start())));
        int head = sentence.headOrNearest(span);
        if (!words.is(sentence.lemma(head), WordUse.VOICE)) {
            return null;
        }
        int body = sentence.dependent(head, "nmod:poss", "nmod", "compound");
        boolean named = body != NONE
                && participants.kind(sentence, body) == Kind.AGENT
                && !sentence.upos(body).equals("PRON");
        return named ? party(sentence, body, List.of()) : null;
    }

    /** Who announced it: the speaker of the statement that holds it. */
    Party announcer(@Nullable Statement statement, List<String> candidates) {
        if (statement == null) {
            return Party.unresolved(List.of(), Reason.NOT_ATTRIBUTED, candidates);
        }
        Speaker speaker = statement.speaker();
        Optional<Entity> entity = entity(speaker.spans());
        String name =
                speaker.name() == null ? entity.map(Entity::name).orElse(null) : speakers.withoutTrade(speaker.name());
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
