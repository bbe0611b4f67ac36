package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/**
 * Tells a deed that keeps an undertaking from one that has only begun to: "will drill 40 wells. So far it has drilled 12". Linear in
 * the sentence of the deed.
 */
final class Completion {

    private final WordUses words;
    private final Counts counts;

    Completion(WordUses words, Counts counts) {
        this.words = words;
        this.counts = counts;
    }

    /** Whether a deed is told of all that was undertaken, as far as the words say. */
    boolean isWhole(ParsedSentence undertaking, int act, ParsedSentence sentence, int deed) {
        double promised = count(undertaking, undergoing(undertaking, act));
        int done = undergoing(sentence, deed);
        double counted = count(sentence, done);
        if (promised > 0 && counted > 0) {
            return counted >= promised;
        }
        if (isInterim(sentence, deed, WordUse.INTERIM)) {
            return false;
        }
        if (isInterim(sentence, deed, WordUse.ALREADY) && counted > 0) {
            return false;
        }
        return promised <= 1 || (done != NONE && isDefinite(sentence, done));
    }

    private double count(ParsedSentence sentence, int noun) {
        return noun == NONE ? 0 : counts.of(sentence, noun);
    }

    /** What an act is done to, or what a verb without object is told of; NONE when that is not named. */
    private int undergoing(ParsedSentence sentence, int verb) {
        int object = sentence.dependent(verb, "obj");
        if (object != NONE) {
            return object;
        }
        Clause clause = new Clause(sentence, words);
        int subject = clause.subject(verb);
        boolean acting = subject != NONE && sentence.upos(subject).equals("PRON") && !clause.isPassive(verb);
        return acting ? NONE : subject;
    }

    /** Whether it is all of what was spoken of: {@code them}, {@code the trams}, but not {@code the first of them}, {@code two}. */
    private boolean isDefinite(ParsedSentence sentence, int noun) {
        if (words.is(sentence.lower(noun), WordUse.PART)) {
            return false;
        }
        boolean definite = sentence.upos(noun).equals("PRON");
        for (int i = sentence.firstDependent(noun); i != NONE && i < noun; i = sentence.nextDependent(i)) {
            if (words.is(sentence.lower(i), WordUse.PART)) {
                return false;
            }
            definite |= sentence.is(i, "nmod:poss") || words.is(sentence.lower(i), WordUse.WHOLE);
        }
        return definite;
    }

    private boolean isInterim(ParsedSentence sentence, int verb, WordUse use) {
        int to = Math.min(sentence.size(), sentence.right(verb));
        for (int i = sentence.left(verb); i < to; i++) {
            String word = sentence.lower(i);
            if (words.is(word, use) || (i + 1 < to && words.is(word + '-' + sentence.lower(i + 1), use))) {
                return true;
            }
        }
        return false;
    }
}
