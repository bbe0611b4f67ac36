package io.averment.analysis.syntax;

import io.averment.analysis.token.SentenceTokens;

/**
 * Recognises where a report begins with its place, and perhaps the agency, before a dash: {@code ERBIL (Kurdistan24) – },
 * {@code WASHINGTON, Aug. 3 — }. It is no part of the clause behind it. Looks at a bounded number of tokens.
 */
final class Dateline {

    private static final int LONGEST = 14;
    private static final int LONGEST_DATE = 7;

    private Dateline() {}

    /** How many tokens at the start of a sentence are a dateline with its dash; 0 when there is none. */
    static int length(String text, SentenceTokens tokens) {
        boolean agency = false;
        for (int i = 1; i < Math.min(tokens.size() - 1, LONGEST); i++) {
            String form = tokens.of(text, i);
            if (isDash(form) && !tokens.isGlued(i) && !tokens.isGlued(i + 1)) {
                return agency || isCapitals(tokens.of(text, 0)) ? withDate(text, tokens, i + 1) : 0;
            }
            int first = form.codePointAt(0);
            if (Character.isLetter(first) ? Character.isLowerCase(first) : isForeign(form)) {
                return 0;
            }
            agency |= form.equals(")");
        }
        return 0;
    }

    /** The end of a dateline whose date stands between dashes of its own: {@code AUSTIN, Texas — April 14, 2026 — }. */
    private static int withDate(String text, SentenceTokens tokens, int from) {
        boolean number = false;
        for (int i = from; i < Math.min(tokens.size() - 1, from + LONGEST_DATE); i++) {
            String form = tokens.of(text, i);
            if (isDash(form)) {
                return number && i > from ? i + 1 : from;
            }
            int first = form.codePointAt(0);
            boolean digit = Character.isDigit(first);
            if (!digit && !Character.isUpperCase(first) && !form.equals(",") && !form.equals(".")) {
                return from;
            }
            number |= digit;
        }
        return from;
    }

    private static boolean isDash(String form) {
        return form.equals("–") || form.equals("—") || form.equals("-") || form.equals("--");
    }

    /** Whether a token that is no word stands in no dateline. */
    private static boolean isForeign(String form) {
        return !Character.isDigit(form.charAt(0)) && ",.()/;-".indexOf(form.charAt(0)) < 0;
    }

    private static boolean isCapitals(String word) {
        return word.codePointCount(0, word.length()) > 1
                && word.codePoints().anyMatch(Character::isLetter)
                && word.codePoints().noneMatch(Character::isLowerCase);
    }
}
