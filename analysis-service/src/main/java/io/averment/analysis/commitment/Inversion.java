package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/** Conditions that only the order of words states: "should the court agree". Linear in the dependents of a word. */
final class Inversion {

    private final ParsedSentence sentence;
    private final WordUses words;
    private final Clause clause;

    Inversion(ParsedSentence sentence, WordUses words) {
        this.sentence = sentence;
        this.words = words;
        this.clause = new Clause(sentence, words);
    }

    /** Whether an auxiliary before its subject states a condition: {@code should the court agree}. */
    boolean isInverted(int auxiliary) {
        int verb = sentence.head(auxiliary);
        boolean opens = auxiliary == 0
                || sentence.isPunctuation(auxiliary - 1)
                || sentence.is(auxiliary - 1, "cc")
                || sentence.is(auxiliary - 1, "mark");
        if (verb <= auxiliary || !opens || !words.is(sentence.lower(auxiliary), WordUse.INVERTED)) {
            return false;
        }
        boolean helps = sentence.isKindOf(auxiliary, "aux") || sentence.is(auxiliary, "cop");
        int subject = clause.ownSubject(verb);
        boolean between = subject > auxiliary && subject < verb;
        return helps && (between || (clause.isNominal(verb) && hasInfinitive(verb)));
    }

    /** "were the government to agree", where the tree takes the subject for the predicate. */
    private boolean hasInfinitive(int noun) {
        for (int i = sentence.firstDependent(noun); i != NONE; i = sentence.nextDependent(i)) {
            if (i > noun && sentence.is(i, "acl") && clause.hasTo(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb stands in a condition that only its order of words states. */
    boolean hasInversion(int verb) {
        for (int i = sentence.firstDependent(verb); i != NONE && i < verb; i = sentence.nextDependent(i)) {
            if (isInverted(i)) {
                return true;
            }
        }
        return false;
    }
}
