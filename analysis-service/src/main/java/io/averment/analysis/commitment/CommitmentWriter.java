package io.averment.analysis.commitment;

import io.averment.analysis.commitment.Party.Reason;
import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.document.Span;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.statement.SpeechAct;
import io.averment.analysis.statement.Statement;
import io.averment.analysis.syntax.ParsedSentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes commitments of drafts, in the order of the text. Not thread-safe. */
final class CommitmentWriter {

    private final ParsedText text;
    private final WordUses words;
    private final Cast cast;
    private final SurroundingStatements statements;
    private final PartyReading parties;
    private final SpeakerReading speakers;
    private final DeadlineReading deadlines;
    private final ConditionReading conditions;
    private final PhaseReading phases;
    private final HeadlineReading headlines;
    private final SequelReading sequels;
    private final List<Commitment> commitments = new ArrayList<>();

    /** What each commitment was made of. */
    private final List<Draft> written = new ArrayList<>();

    /** Sentence of the last commitment. */
    private int lastSentence = -1;

    private int learned;

    /** What the acts of the sentence that is written depend on. */
    private final List<Span> supposed = new ArrayList<>();

    /** The acts of the sentence that is written. */
    private int[] acts = {};

    CommitmentWriter(
            ParsedText text,
            WordUses words,
            Cast cast,
            SurroundingStatements statements,
            PartyReading parties,
            SpeakerReading speakers,
            DeadlineReading deadlines,
            ConditionReading conditions,
            PhaseReading phases,
            HeadlineReading headlines,
            SequelReading sequels) {
        this.text = text;
        this.words = words;
        this.cast = cast;
        this.statements = statements;
        this.parties = parties;
        this.speakers = speakers;
        this.deadlines = deadlines;
        this.conditions = conditions;
        this.phases = phases;
        this.headlines = headlines;
        this.sequels = sequels;
    }

    /** @param headline how many of the text's sentences are the headline */
    List<Commitment> write(List<Draft> drafts, int headline) {
        List<Draft> ordered = new ArrayList<>(drafts);
        ordered.sort(Comparator.comparingInt((Draft draft) -> draft.sentence).thenComparingInt(draft -> draft.act));
        for (int from = 0; from < ordered.size(); ) {
            int to = from + 1;
            while (to < ordered.size() && ordered.get(to).sentence == ordered.get(from).sentence) {
                to++;
            }
            List<Draft> together = ordered.subList(from, to);
            acts = together.stream().mapToInt(draft -> draft.act).toArray();
            supposed.clear();
            for (Draft draft : together) {
                Condition condition = conditions.of(sentence(draft), draft, acts);
                if (condition != null && condition.binding()) {
                    supposed.add(condition.span());
                }
            }
            together.stream().filter(draft -> !isSupposed(draft)).forEach(this::write);
            from = to;
        }
        sequels.read(commitments, written);
        headlines.read(commitments, written, headline);
        return List.copyOf(commitments);
    }

    private ParsedSentence sentence(Draft draft) {
        return text.sentences.get(draft.sentence);
    }

    /** Whether an act stands in the condition of another; a promise that is to be kept has been given all the same. */
    private boolean isSupposed(Draft draft) {
        ParsedSentence sentence = sentence(draft);
        int at = sentence.start(draft.act);
        boolean given = sentence.upos(draft.triggerTo - 1).equals("NOUN");
        return !given && supposed.stream().anyMatch(span -> span.start() <= at && at < span.end());
    }

    private void write(Draft draft) {
        ParsedSentence sentence = sentence(draft);
        while (learned <= draft.sentence) {
            phases.learn(text.sentences.get(learned++));
        }
        Span trigger = sentence.span(draft.triggerFrom, draft.triggerTo);
        int offset = sentence.start(draft.act);
        Statement statement = statements.spokenAt(offset, trigger);
        boolean foretold = statement != null && isForetold(statement, sentence, draft);
        if (foretold || conditions.isNever(sentence, draft, acts)) {
            return;
        }
        List<Span> region = statement == null ? List.of() : statement.content();
        Condition condition = conditions.of(sentence, draft, acts);
        Deadline deadline = deadlines.of(
                sentence, draft, acts, region, condition == null || !condition.binding() ? null : condition.span());
        // "before the year is out" is a day, not a condition.
        if (condition != null && deadline != null && condition.span().contains(deadline.words())) {
            condition = null;
        }
        if (deadline == null && draft.needsDay()) {
            return;
        }
        if (isProForm(sentence, draft)) {
            complete(draft, deadline, parties.actor(sentence, draft, List.of()));
            return;
        }
        add(draft, sentence, statement, deadline, condition, region);
    }

    private void add(
            Draft draft,
            ParsedSentence sentence,
            @Nullable Statement statement,
            @Nullable Deadline deadline,
            @Nullable Condition condition,
            List<Span> region) {
        ActReading reading = new ActReading(words, sentence, region);
        int offset = sentence.start(draft.act);
        Span trigger = sentence.span(draft.triggerFrom, draft.triggerTo);
        Span act = reading.act(draft, deadline, condition);
        Span told = reading.object(draft);
        Statement latest = statements.latest(offset);
        String spoke = latest == null ? null : latest.speaker().name();
        List<String> candidates = spoke == null ? List.of() : List.of(spoke);
        Party actor = actor(draft, sentence, statement, candidates);
        // The tree may take "next spring" for what is begun.
        Span object = told != null && deadline != null && deadline.words().contains(told) ? null : told;
        if (actor.name() == null && parties.goesByItself(sentence, draft)) {
            // "the law takes effect": nobody is named, but what it is told of.
            object = reading.subject(draft);
        }
        boolean depends = condition != null && condition.binding();
        if (actor.name() == null && deadline == null && !depends && takesItsCourse(sentence, draft, reading)) {
            return;
        }
        Statement own = statement == null ? statements.introducedBy(offset, trigger) : statement;
        commitments.add(new Commitment(
                "c" + (commitments.size() + 1),
                actor,
                act,
                object,
                trigger,
                draft.negated,
                places(act),
                deadline,
                condition == null ? null : condition.span(),
                depends ? Strength.CONDITIONAL : draft.strength,
                phases.of(sentence, draft),
                draft.outcome,
                announcer(draft, sentence, statement, actor, candidates),
                own == null ? null : own.id()));
        written.add(draft);
        lastSentence = draft.sentence;
    }

    /** The speaker; without one whoever vows or agrees, or binds somebody else: "the court ordered the bank to sell". */
    private Party announcer(
            Draft draft, ParsedSentence sentence, @Nullable Statement statement, Party actor, List<String> candidates) {
        if (statement == null && isGiven(draft) && actor.name() != null) {
            return actor;
        }
        Party binding = statement == null ? parties.binding(sentence, draft, candidates) : null;
        return binding != null ? binding : parties.announcer(statement, candidates);
    }

    /** Whether it is told of a pronoun that nobody is known to be, and done to nothing: {@code it will pass}. */
    private static boolean takesItsCourse(ParsedSentence sentence, Draft draft, ActReading reading) {
        return draft.subject >= 0
                && sentence.upos(draft.subject).equals("PRON")
                && draft.outcome == null
                && reading.object(draft) == null;
    }

    /** Whether who undertakes it thereby announces it: {@code pledged to}, in distinction to {@code plans to}. */
    private static boolean isGiven(Draft draft) {
        return switch (draft.construction) {
            case INFINITIVE, CLAUSE, OBJECT, DATED -> draft.strength == Strength.FIRM;
            default -> false;
        };
    }

    /** What somebody denies, and what others hold or foretell of somebody, is not undertaken. */
    private boolean isForetold(Statement statement, ParsedSentence sentence, Draft draft) {
        boolean held = statement.act() == SpeechAct.HOLDS
                && (draft.subject < 0 || !sentence.upos(draft.subject).equals("PRON"));
        if (statement.act() == SpeechAct.DENIES || statement.act() == SpeechAct.DECLINES) {
            return true;
        }
        boolean said = draft.construction == Construction.INFINITIVE || draft.construction == Construction.OUTCOME;
        return !said && (held || speakers.isForecaster(statement));
    }

    /**
     * Who must do it. Where the act is told without an agent, that is whoever announces it and answers for it, else the actor of what
     * was told just before. Of what goes by itself ("the bridge will open") that is only whom it belongs to, who undertook something
     * with the same thing, or the body that has just spoken.
     */
    private Party actor(Draft draft, ParsedSentence sentence, @Nullable Statement statement, List<String> candidates) {
        Party named = parties.actor(sentence, draft, candidates);
        boolean beside =
                lastSentence >= 0 && draft.sentence - lastSentence <= 1 && sameParagraph(draft.sentence, lastSentence);
        Party before = beside ? commitments.getLast().actor() : null;
        if (named != null) {
            Party meant = parties.meant(sentence, named, statement, before);
            if (meant.name() != null || !isDoneToIt(draft, sentence)) {
                return meant;
            }
        }
        Statement near = statement == null ? latestNear(draft, sentence) : statement;
        // The court that orders a closure does not close.
        boolean ordered = draft.construction == Construction.COMPELLED;
        Party answering = near == null || ordered ? null : parties.answering(near);
        if (answering != null && draft.construction == Construction.DUTY && speakers.isPerson(answering)) {
            // "must be paid, according to a supplier"
            answering = null;
        }
        Party acting = parties.acting(sentence, draft, candidates);
        if (acting != null && parties.isBody(sentence, draft)) {
            return acting;
        }
        if (answering != null && statement != null) {
            return answering;
        }
        if (acting != null) {
            return acting;
        }
        boolean alone = parties.goesByItself(sentence, draft);
        Party owner = alone ? parties.owner(sentence, draft, candidates) : null;
        if (owner != null && owner.name() != null) {
            return owner;
        }
        boolean likely = before != null
                && statement == null
                && before.name() != null
                && !parties.opensByItself(sentence(written.getLast()), written.getLast());
        if (before != null && likely && (!alone || owner != null || isOfSame(draft, written.getLast()))) {
            return before;
        }
        // What a person has said of something else makes nobody the one who does this.
        if (answering != null && !speakers.isPerson(answering)) {
            return answering;
        }
        Party neighbour = besideSentence(draft, candidates);
        if (neighbour != null && draft.construction != Construction.PRESENT && (owner != null || isToldOf(draft))) {
            return neighbour;
        }
        Set<String> possible = new LinkedHashSet<>();
        for (Party party : Arrays.asList(likely ? before : null, answering, neighbour)) {
            if (party != null && party.name() != null) {
                possible.add(party.name());
            }
        }
        possible.addAll(candidates);
        return Party.unresolved(List.of(), Reason.NO_AGENT, List.copyOf(possible));
    }

    /** Whether who acts in the sentence before has done something with the same thing: {@code built a plant. The plant will open}. */
    private boolean isToldOf(Draft draft) {
        if (draft.sentence == 0 || !sameParagraph(draft.sentence, draft.sentence - 1)) {
            return false;
        }
        ParsedSentence other = text.sentences.get(draft.sentence - 1);
        int thing = draft.subject == ParsedSentence.NONE ? draft.act : draft.subject;
        String noun = sentence(draft).lemma(thing);
        Clause clause = new Clause(other, words);
        for (int i = 0; i < other.size(); i++) {
            int verb = other.is(i, "obj") && other.lemma(i).equals(noun) ? other.head(i) : ParsedSentence.NONE;
            if (verb != ParsedSentence.NONE && other.head(verb) == ParsedSentence.NONE && clause.isDone(verb)) {
                return true;
            }
        }
        return false;
    }

    /** "will suspend flights. Flights will resume" */
    private boolean isOfSame(Draft draft, Draft other) {
        ParsedSentence one = sentence(draft);
        ParsedSentence two = sentence(other);
        String thing = one.lemma(draft.subject);
        int object = two.dependent(other.act, "obj");
        return (object != ParsedSentence.NONE && two.lemma(object).equals(thing))
                || (other.subject != ParsedSentence.NONE
                        && two.lemma(other.subject).equals(thing))
                || two.lemma(other.act).equals(thing);
    }

    /** "it will open": nobody knows by whom, where nobody knows what it is. */
    private boolean isDoneToIt(Draft draft, ParsedSentence sentence) {
        return draft.subject >= 0
                && words.is(sentence.lower(draft.subject), WordUse.THING_PRONOUN)
                && sentence.dependent(draft.act, "obj") < 0
                && words.is(sentence.lemma(draft.act), WordUse.ARRANGED);
    }

    /** Who acts in the sentence before, else in the one behind, in the same paragraph. */
    private @Nullable Party besideSentence(Draft draft, List<String> candidates) {
        for (int other : new int[] {draft.sentence - 1, draft.sentence + 1}) {
            if (other >= 0 && other < text.sentences.size() && sameParagraph(draft.sentence, other)) {
                Party party = parties.acting(text.sentences.get(other), candidates);
                if (party != null) {
                    return party;
                }
            }
        }
        return null;
    }

    /** The last statement before, if it stands in the sentence before. */
    private @Nullable Statement latestNear(Draft draft, ParsedSentence sentence) {
        Statement latest = statements.latest(sentence.start(draft.act));
        if (latest == null) {
            return null;
        }
        int number = text.sentenceAt(latest.content().getFirst().start());
        boolean beside = draft.sentence - number <= 1 && sameParagraph(draft.sentence, number);
        return beside ? latest : null;
    }

    private boolean sameParagraph(int one, int other) {
        return text.paragraphAt(text.sentences.get(one).start(0))
                == text.paragraphAt(text.sentences.get(other).start(0));
    }

    /** "to do so", "to do that" */
    private boolean isProForm(ParsedSentence sentence, Draft draft) {
        int next = draft.act + 1;
        boolean so = next < sentence.size()
                && (sentence.lower(next).equals("so") || sentence.lower(next).equals("that"));
        // "had promised it for 2018"
        boolean object = draft.construction == Construction.OBJECT
                && sentence.upos(draft.act).equals("PRON")
                && words.is(sentence.lower(draft.act), WordUse.PRO_FORM);
        return object || (so && sentence.lemma(draft.act).equals("do"));
    }

    /** Gives what is told again, without its words, to what was told last. */
    private void complete(Draft draft, @Nullable Deadline deadline, @Nullable Party actor) {
        if (deadline == null || lastSentence < 0 || !sameParagraph(draft.sentence, lastSentence)) {
            return;
        }
        Commitment last = commitments.removeLast();
        Commitment whole =
                last.actor().name() == null && actor != null && actor.name() != null ? last.with(actor) : last;
        // "was to have closed in May, will now do so in June"
        boolean moved = written.getLast().past && !draft.past && whole.deadline() != null;
        Commitment open = moved ? whole.with(Outcome.MOVED) : whole;
        commitments.add(moved || whole.deadline() == null ? open.with(deadline) : open);
    }

    private List<String> places(Span act) {
        List<String> places = new ArrayList<>();
        List<Reference> references = cast.references();
        int low = 0;
        int high = references.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (references.get(middle).mention().span().start() < act.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int i = low;
                i < references.size() && references.get(i).mention().span().start() < act.end();
                i++) {
            EntityType type = references.get(i).mention().type();
            if (type == EntityType.PLACE || type == EntityType.FACILITY) {
                places.add(references.get(i).id());
            }
        }
        return places;
    }
}
