package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.statement.ParsedText;
import io.averment.analysis.syntax.ParsedSentence;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds a day that another has taken the place of, since the later is told with "now": "was due in May, and is now to be published in
 * June", "it now says the buses will come by July". Linear in the sentences of both.
 */
final class Supersession {

    /** How many sentences and undertakings back the former day may be told. */
    private static final int FURTHEST = 2;

    private static final int HIGHEST = 4;

    private final ParsedText text;
    private final WordUses words;

    Supersession(ParsedText text, WordUses words) {
        this.text = text;
        this.words = words;
    }

    /** Marks a commitment that is told with "now", and the one before whose day it moves. */
    void read(int index, List<Commitment> commitments, List<Draft> drafts) {
        Draft draft = drafts.get(index);
        if (draft.negated || !isNow(draft)) {
            return;
        }
        for (int i = index - 1; i >= Math.max(0, index - FURTHEST); i--) {
            Draft former = drafts.get(i);
            Outcome outcome = commitments.get(i).outcome();
            if ((outcome == null || outcome == Outcome.MISSED)
                    && !former.negated
                    && former.construction != Construction.OUTCOME
                    && draft.sentence - former.sentence <= FURTHEST
                    && isBeside(draft, former)
                    && isLater(commitments.get(i), commitments.get(index))
                    && isOfSame(draft, former)) {
                commitments.set(i, commitments.get(i).with(Outcome.MOVED));
                commitments.set(index, commitments.get(index).with(Outcome.MOVED));
                return;
            }
        }
    }

    private ParsedSentence sentence(Draft draft) {
        return text.sentences.get(draft.sentence);
    }

    private boolean isBeside(Draft one, Draft other) {
        return text.paragraphAt(sentence(one).start(0))
                == text.paragraphAt(sentence(other).start(0));
    }

    /** Whether "now" stands with the act, its trigger or whoever says so. */
    private boolean isNow(Draft draft) {
        ParsedSentence sentence = sentence(draft);
        for (int verb : new int[] {draft.act, draft.triggerTo - 1}) {
            int at = verb;
            for (int step = 0; at != NONE && step < HIGHEST; step++) {
                if (hasNow(sentence, at)) {
                    return true;
                }
                boolean climbs = sentence.is(at, "ccomp") || sentence.is(at, "xcomp") || at == draft.triggerFrom;
                at = climbs ? sentence.head(at) : NONE;
            }
        }
        return false;
    }

    private boolean hasNow(ParsedSentence sentence, int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE; i = sentence.nextDependent(i)) {
            if (sentence.is(i, "advmod") && words.is(sentence.lower(i), WordUse.NOW)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLater(Commitment former, Commitment now) {
        Deadline first = former.deadline();
        Deadline second = now.deadline();
        LocalDate before = first == null ? null : first.latest();
        LocalDate after = second == null ? null : second.latest();
        return before != null && after != null && after.isAfter(before);
    }

    /** Whether both tell of the same thing by its noun, or the later by a pronoun for it. */
    private boolean isOfSame(Draft draft, Draft former) {
        Set<String> things = things(former);
        Set<String> now = things(draft);
        if (now.stream().anyMatch(things::contains)) {
            return true;
        }
        ParsedSentence sentence = sentence(draft);
        boolean noun = sentence(former).upos(former.act).equals("NOUN");
        boolean verb = sentence.lemma(draft.act).equals(sentence(former).lemma(former.act));
        return (noun || verb) && now.isEmpty();
    }

    private Set<String> things(Draft draft) {
        ParsedSentence sentence = sentence(draft);
        Set<String> things = new HashSet<>();
        Clause clause = new Clause(sentence, words);
        boolean noun = !sentence.upos(draft.act).equals("VERB");
        int object = noun ? draft.act : sentence.dependent(draft.act, "obj");
        int thing = object == NONE ? clause.subject(draft.act) : object;
        if (thing != NONE && !sentence.upos(thing).equals("PRON")) {
            things.add(sentence.lemma(thing));
        }
        return things;
    }
}
