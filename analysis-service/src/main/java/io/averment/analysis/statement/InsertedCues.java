package io.averment.analysis.statement;

import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/**
 * Finds by commas what the tree lost: the clause around an inserted cue, and the one addressed who stands before what he is told. For one
 * sentence; a bounded number of tokens around the cue.
 */
final class InsertedCues {

    /** The longest subject between a comma and its cue, in tokens. */
    private static final int LONGEST_SUBJECT = 12;

    /** The longest start of a clause before a cue inserted in it, in tokens. */
    private static final int LONGEST_START = 20;

    private final ParsedSentence sentence;

    InsertedCues(ParsedSentence sentence) {
        this.sentence = sentence;
    }

    /** The clause around {@code , X ruled,}: a subject without a verb before it, a verb behind it; null when it is not built so. */
    @Nullable
    Candidate around(int cue) {
        int behind = cue + 1;
        if (behind + 1 >= sentence.size() || !isComma(behind) || !isVerbal(behind + 1)) {
            return null;
        }
        int comma = cue - 1;
        boolean somebody = false;
        while (comma > Math.max(0, cue - LONGEST_SUBJECT) && !isComma(comma)) {
            if (isVerbal(comma) || sentence.xpos(comma).startsWith("W")) {
                return null;
            }
            somebody |= isNominal(comma);
            comma--;
        }
        if (!somebody || !isComma(comma) || comma > LONGEST_START) {
            return null;
        }
        int from = 0;
        boolean something = false;
        for (int i = comma - 1; i >= 0 && !sentence.isDateline(i); i--) {
            if (sentence.upos(i).equals("VERB")) {
                return null;
            }
            something |= isNominal(i);
            from = i;
        }
        return something ? new Candidate(Slot.AROUND, "", from, comma, behind + 1, sentence.size()) : null;
    }

    /** A clause without the one who is told it, where the tree took him for a part of it: {@code told reporters he was leaving}. */
    Candidate withoutAddressee(int cue, Candidate clause) {
        int first = cue + 1;
        if (clause.slot() != Slot.CLAUSE || clause.from() != first || clause.secondTo() > clause.secondFrom()) {
            return clause;
        }
        for (int i = first; i < clause.to(); i++) {
            boolean addressed = sentence.left(i) == first
                    && isNominal(i)
                    && sentence.head(i) >= sentence.right(i)
                    && isSubject(sentence.right(i), sentence.head(i));
            if (addressed) {
                return Candidate.of(Slot.CLAUSE, sentence.right(i), clause.to());
            }
        }
        return clause;
    }

    /** Whether the subject of a verb begins at a token. */
    private boolean isSubject(int from, int verb) {
        int subject = sentence.dependent(verb, "nsubj", "nsubj:pass");
        for (int i = subject; i != ParsedSentence.NONE && i < verb; i = sentence.nextDependent(i)) {
            if (sentence.left(i) == from && sentence.isKindOf(i, "nsubj") && isNominal(i)) {
                return true;
            }
        }
        return false;
    }

    private boolean isComma(int token) {
        return sentence.lower(token).equals(",");
    }

    private boolean isVerbal(int token) {
        return sentence.upos(token).equals("VERB") || sentence.upos(token).equals("AUX");
    }

    private boolean isNominal(int token) {
        return switch (sentence.upos(token)) {
            case "NOUN", "PROPN", "PRON" -> true;
            default -> false;
        };
    }
}
