package io.averment.analysis.commitment;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.ParsedSentence;
import org.jspecify.annotations.Nullable;

/** Finds what an act is made to depend on. Linear in the sentence, up to the depth of its tree. */
final class ConditionReading {

    private static final int HIGHEST = 6;

    private final WordUses words;

    ConditionReading(WordUses words) {
        this.words = words;
    }

    /** The condition with its conjunction; null when there is none. */
    @Nullable
    Span of(ParsedSentence sentence, Draft draft) {
        for (int i = 0; i < sentence.size(); i++) {
            if (words.is(sentence.lower(i), WordUse.CONDITION) && !isIdle(sentence, i)) {
                int clause = clauseOf(sentence, i);
                if (clause != NONE && clause != draft.act && hangsOn(sentence, clause, draft)) {
                    return span(sentence, i, clause);
                }
            }
        }
        return null;
    }

    /** "even if", "as if", "if not", "if any" */
    private static boolean isIdle(ParsedSentence sentence, int token) {
        if (token == 0) {
            return false;
        }
        return switch (sentence.lower(token - 1)) {
            case "even", "as", "what", "see" -> true;
            default -> false;
        };
    }

    /** The head of what the conjunction introduces. */
    private static int clauseOf(ParsedSentence sentence, int token) {
        if (sentence.is(token, "mark") || sentence.is(token, "case") || sentence.is(token, "advmod")) {
            return sentence.head(token) > token ? sentence.head(token) : NONE;
        }
        boolean adverbial = sentence.is(token, "advcl") || sentence.is(token, "amod") || sentence.is(token, "obl")
                || sentence.isKindOf(token, "acl") || sentence.is(token, "xcomp") || sentence.is(token, "advmod");
        return adverbial ? token : NONE;
    }

    private static boolean hangsOn(ParsedSentence sentence, int clause, Draft draft) {
        int at = sentence.head(clause);
        for (int step = 0; step < HIGHEST && at != NONE; step++) {
            if (at == draft.act || (at >= draft.triggerFrom && at < draft.triggerTo)) {
                return true;
            }
            if (sentence.is(at, "ccomp") || sentence.isKindOf(at, "acl") || sentence.is(at, "advcl")) {
                return false;
            }
            at = sentence.head(at);
        }
        return false;
    }

    private static Span span(ParsedSentence sentence, int token, int clause) {
        int from = Math.min(token, Math.max(sentence.left(clause), token));
        int to = Math.max(sentence.right(clause), token + 1);
        while (to > token + 1 && sentence.isPunctuation(to - 1)) {
            to--;
        }
        return sentence.span(from, to);
    }
}
