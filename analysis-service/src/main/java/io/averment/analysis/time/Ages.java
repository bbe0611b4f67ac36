package io.averment.analysis.time;

import io.averment.analysis.syntax.SentenceSyntax;
import io.averment.analysis.token.SentenceTokens;
import org.jspecify.annotations.Nullable;

/** Tells ages that have no word for it beside them: a boy of six. For one thread. */
final class Ages {

    private static final int THOUSANDTHS = 1000;

    /** Nobody is older. */
    private static final int OLDEST = 120;

    private static final String HYPHEN = "-";

    private final String text;
    private final Surroundings surroundings;

    Ages(String text, Surroundings surroundings) {
        this.text = text;
        this.surroundings = surroundings;
    }

    /** Whether a number without a unit, in thousandths, may be one of years that somebody has lived. */
    static boolean isYears(int number) {
        return number > 0 && number <= OLDEST * THOUSANDTHS && number % THOUSANDTHS == 0;
    }

    /** Whether an item is the age of whoever stands before it. */
    boolean isAge(Items items, int item, SentenceTokens tokens, @Nullable SentenceSyntax tree) {
        int token = items.token(item);
        if (tree == null || token < 2 || !isYears(items.valueAs(item, Kind.NUMBER))) {
            return false;
        }
        int end = item + 1 < items.size() ? items.token(item + 1) : tokens.size();
        return surroundings.has(tokens.of(text, token - 1), Surrounding.OF)
                && surroundings.has(tokens.of(text, token - 2), Surrounding.HAS_AGE)
                && (end == tokens.size() || !isCounted(tree.upos(end), tokens.of(text, end)));
    }

    /** Whether what follows may be what the number counts, or a part of the number. */
    private static boolean isCounted(String upos, String form) {
        return switch (upos) {
            case "NOUN", "PROPN", "ADJ", "NUM", "SYM" -> true;
            default -> form.equals(HYPHEN);
        };
    }
}
