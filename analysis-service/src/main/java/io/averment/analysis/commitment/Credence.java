package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/**
 * Tells whether a sentence holds an act for untrue: "it is not true that we will close", "dismissed reports that he would resign",
 * "it is unlikely that it will open". Linear in the dependents of the words above an act, of which at most so many are looked at.
 */
final class Credence {

    private static final int HIGHEST = 5;

    private final ParsedSentence sentence;
    private final WordUses words;
    private final Clause clause;

    Credence(ParsedSentence sentence, WordUses words) {
        this.sentence = sentence;
        this.words = words;
        this.clause = new Clause(sentence, words);
    }

    boolean isDisbelieved(Draft draft) {
        int at = draft.construction == Construction.CLAUSE ? draft.triggerTo - 1 : draft.act;
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            int head = sentence.head(at);
            if (head == NONE) {
                return false;
            }
            if (draft.isTrigger(at) && isDenied(at)) {
                return true;
            }
            boolean content = switch (sentence.relation(at)) {
                case "ccomp", "csubj", "csubj:pass", "acl", "acl:relcl", "xcomp", "advcl" -> true;
                default -> false;
            };
            if (content && !draft.isTrigger(head) && isUntrue(at, head)) {
                return true;
            }
            at = content || sentence.is(at, "conj") || draft.isTrigger(head) ? head : NONE;
        }
        return false;
    }

    /** Whether what hangs on a word is told to be untrue by it. */
    private boolean isUntrue(int content, int head) {
        if (sentence.upos(head).equals("NOUN")) {
            return isHearsay(head);
        }
        // A relative or adverbial clause is no content of what is judged.
        boolean told =
                sentence.is(content, "ccomp") || sentence.isKindOf(content, "csubj") || sentence.is(content, "xcomp");
        return told && (isDoubted(head) || isDenied(content));
    }

    /** "unlikely", "not true" */
    private boolean isDoubted(int predicate) {
        String word = sentence.lower(predicate);
        return words.is(word, WordUse.UNTRUE) || (words.is(word, WordUse.TRUE) && clause.isNegated(predicate));
    }

    /** Whether a verb is what another denies: {@code denied promising}. */
    private boolean isDenied(int verb) {
        int head = sentence.head(verb);
        return head != NONE
                && clause.isVerbal(head)
                && (sentence.is(verb, "xcomp") || sentence.is(verb, "ccomp"))
                && words.is(sentence.lemma(head), WordUse.DENYING)
                && !clause.isNegated(head);
    }

    /** "no truth in reports" */
    private boolean hasNoTruth(int noun) {
        int determiner = sentence.dependent(noun, "det");
        return words.is(sentence.lemma(noun), WordUse.TRUE)
                && determiner != NONE
                && words.is(sentence.lower(determiner), WordUse.NO);
    }

    /** A rumour, or a report that is said to be false. */
    private boolean isHearsay(int noun) {
        String lemma = sentence.lemma(noun);
        if (words.is(lemma, WordUse.UNFOUNDED)) {
            return true;
        }
        if (!words.is(lemma, WordUse.HEARSAY)) {
            return false;
        }
        for (int i = sentence.firstDependent(noun); i != NONE; i = sentence.nextDependent(i)) {
            // The tagger may take the verb of "rejected claims that" for an adjective.
            boolean denied = sentence.is(i, "amod")
                    && sentence.xpos(i).equals("VBD")
                    && words.is(sentence.lemma(i), WordUse.DENYING);
            if (denied || (sentence.isKindOf(i, "acl") && isDoubted(i))) {
                return true;
            }
        }
        int head = sentence.head(noun);
        return head != NONE
                && (isDoubted(head)
                        || hasNoTruth(head)
                        || (words.is(sentence.lemma(head), WordUse.DENYING) && !clause.isNegated(head)));
    }
}
