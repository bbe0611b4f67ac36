package io.averment.analysis.conflict;

import static io.averment.analysis.syntax.ParsedSentence.NONE;

import io.averment.analysis.syntax.ParsedSentence;

/** Reads how many of something a noun's phrase counts, in digits. */
final class Quantities {

    /** Longer numbers are none that a report counts with. */
    private static final int MOST_DIGITS = 12;

    private Quantities() {}

    /** The number before a noun; 0 when there is none in digits, or only "about" so many. */
    static long of(ParsedSentence sentence, int noun) {
        int number = sentence.dependent(noun, "nummod");
        if (number == NONE || sentence.dependent(number, "advmod", "compound") != NONE) {
            return 0;
        }
        long value = 0;
        String form = sentence.form(number);
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            boolean separator = c == ',' && i > 0;
            if (!separator && (c < '0' || c > '9' || i > MOST_DIGITS)) {
                return 0;
            }
            value = separator ? value : 10 * value + (c - '0');
        }
        return value;
    }
}
