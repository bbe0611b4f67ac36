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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes commitments of drafts, in the order of the text. Not thread-safe. */
final class CommitmentWriter {

    private final ParsedText text;
    private final WordUses words;
    private final Cast cast;
    private final SurroundingStatements statements;
    private final PartyReading parties;
    private final DeadlineReading deadlines;
    private final ConditionReading conditions;
    private final PhaseReading phases;
    private final List<Commitment> commitments = new ArrayList<>();

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
            DeadlineReading deadlines,
            ConditionReading conditions,
            PhaseReading phases) {
        this.text = text;
        this.words = words;
        this.cast = cast;
        this.statements = statements;
        this.parties = parties;
        this.deadlines = deadlines;
        this.conditions = conditions;
        this.phases = phases;
    }

    List<Commitment> write(List<Draft> drafts) {
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
        if (statement != null && isForetold(statement, sentence, draft)) {
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
        Statement latest = statements.latest(offset);
        String spoke = latest == null ? null : latest.speaker().name();
        List<String> candidates = spoke == null ? List.of() : List.of(spoke);
        Party actor = actor(draft, sentence, statement, candidates);
        boolean depends = condition != null && condition.binding();
        if (actor.name() == null && deadline == null && !depends && takesItsCourse(sentence, draft, reading)) {
            return;
        }
        Statement own = statement == null ? statements.introducedBy(offset, trigger) : statement;
        commitments.add(new Commitment(
                "c" + (commitments.size() + 1),
                actor,
                act,
                reading.object(draft),
                trigger,
                draft.negated,
                places(act),
                deadline,
                condition == null ? null : condition.span(),
                depends ? Strength.CONDITIONAL : draft.strength,
                phases.of(sentence, draft),
                draft.outcome,
                isGiven(draft) && statement == null && actor.name() != null
                        ? actor
                        : parties.announcer(statement, candidates),
                own == null ? null : own.id()));
        lastSentence = draft.sentence;
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
            case INFINITIVE, CLAUSE, OBJECT -> draft.strength == Strength.FIRM;
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
        return !said && (held || parties.isForecaster(statement));
    }

    /**
     * Who must do it. Where the act is told without an agent, that is whoever announces it and answers for it, else the actor of what
     * was told just before.
     */
    private Party actor(Draft draft, ParsedSentence sentence, @Nullable Statement statement, List<String> candidates) {
        Party named = parties.actor(sentence, draft, candidates);
        boolean beside =
                lastSentence >= 0 && draft.sentence - lastSentence <= 1 && sameParagraph(draft.sentence, lastSentence);
        Party before = beside ? commitments.getLast().actor() : null;
        if (named != null) {
            return parties.meant(sentence, named, statement, before);
        }
        Statement near = statement == null ? latestNear(draft, sentence) : statement;
        Party answering = near == null ? null : parties.answering(near);
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
        if (before != null && statement == null && before.name() != null) {
            return before;
        }
        return answering != null ? answering : Party.unresolved(List.of(), Reason.NO_AGENT, candidates);
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
        boolean open = last.actor().name() == null && actor != null && actor.name() != null;
        Commitment whole = open ? last.with(actor) : last;
        commitments.add(whole.deadline() == null ? whole.with(deadline) : whole);
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
