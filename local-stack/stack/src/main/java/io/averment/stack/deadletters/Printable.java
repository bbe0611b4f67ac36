package io.averment.stack.deadletters;

import java.util.Locale;
import java.util.function.IntPredicate;

/** Text from messages for a terminal: control characters, which could drive the terminal, are spelled out. */
final class Printable {

    private Printable() {}

    /** For one line: line breaks and tabs are spelled out too. */
    static String line(String text) {
        return printable(text, Character::isISOControl);
    }

    /** For several lines. */
    static String text(String text) {
        return printable(
                text, character -> Character.isISOControl(character) && character != '\n' && character != '\t');
    }

    private static String printable(String text, IntPredicate spelledOut) {
        StringBuilder result = new StringBuilder();
        text.codePoints().forEach(character -> {
            if (spelledOut.test(character)) {
                result.append(String.format(Locale.ROOT, "\\u%04x", character));
            } else {
                result.appendCodePoint(character);
            }
        });
        return result.toString();
    }
}
