package io.averment.analysis.quotation;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;

/** Says of each character of a paragraph whether it opens or closes a quotation, from its neighbours alone. */
final class MarkReader {

    /** What a character is. */
    enum Mark {
        NONE,
        OPENS,
        CLOSES,
        /** A straight mark between two words or two blanks: closes if something is open. */
        EITHER
    }

    private final String text;
    private final Span paragraph;

    MarkReader(String text, Span paragraph) {
        this.text = text;
        this.paragraph = paragraph;
    }

    /** How many characters a double mark at a position has: 2 where it is made of two apostrophes or accents. */
    int length(int i) {
        char c = text.charAt(i);
        return (c == '\'' || c == '`') && at(i + 1) == c ? 2 : 1;
    }

    /** Double marks: {@code " “ ” „ « »}, two apostrophes, two accents. */
    Mark readDouble(int i) {
        if (length(i) == 2) {
            return readPair(i);
        }
        return switch (text.charAt(i)) {
            case '“', '«', '„' -> Mark.OPENS;
            case '”' -> mayOpen(i) && !mayClose(i) ? Mark.OPENS : Mark.CLOSES;
            case '»' -> Mark.CLOSES;
            case '"' -> readStraight(i);
            default -> Mark.NONE;
        };
    }

    private Mark readPair(int i) {
        char before = at(i - 1);
        char after = at(i + 2);
        boolean opens = (Blanks.isBlank(before) || "([{—–-/\"“".indexOf(before) >= 0)
                && !Blanks.isBlank(after)
                && ".,;:!?)]}".indexOf(after) < 0;
        boolean closes = !Blanks.isBlank(before) && "([{".indexOf(before) < 0;
        if (opens == closes) {
            return Mark.EITHER;
        }
        return opens ? Mark.OPENS : Mark.CLOSES;
    }

    private Mark readStraight(int i) {
        if (isMeasure(i)) {
            return Mark.NONE;
        }
        boolean opens = mayOpen(i);
        boolean closes = mayClose(i);
        if (opens == closes) {
            return Mark.EITHER;
        }
        return opens ? Mark.OPENS : Mark.CLOSES;
    }

    /** Feet and inches: {@code 6'2"}. */
    private boolean isMeasure(int i) {
        int digits = i;
        while (digits > paragraph.start() && digits > i - 3 && isDigit(at(digits - 1))) {
            digits--;
        }
        char before = at(digits - 1);
        return digits < i && (before == '\'' || before == '′' || before == '’') && isDigit(at(digits - 2));
    }

    /** Whether a mark stands directly after a number, where it may mean inches as well as the end of a quotation. */
    boolean followsNumber(int i) {
        return text.charAt(i) == '"' && isDigit(at(i - 1));
    }

    /** Single marks: {@code ‘ ’ '}, as far as they are not apostrophes. */
    Mark readSingle(int i) {
        return switch (text.charAt(i)) {
            case '‘' -> mayOpen(i) && startsQuotation(i) ? Mark.OPENS : Mark.NONE;
            case '’' -> mayCloseSingle(i) ? Mark.CLOSES : Mark.NONE;
            case '\'' -> {
                if (mayOpen(i) && !mayClose(i)) {
                    yield startsQuotation(i) ? Mark.OPENS : Mark.NONE;
                }
                yield mayCloseSingle(i) ? Mark.CLOSES : Mark.NONE;
            }
            default -> Mark.NONE;
        };
    }

    /** Not {@code '90s}, and not the elisions that a short lower-case word of one or two letters is ('em, 'n). */
    private boolean startsQuotation(int i) {
        if (isDigit(at(i + 1))) {
            return false;
        }
        int end = i + 1;
        while (end < paragraph.end() && end < i + 4 && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return end - i > 3 || Character.isUpperCase(at(i + 1)) || "aI".indexOf(at(i + 1)) >= 0;
    }

    private boolean mayCloseSingle(int i) {
        return mayClose(i) && !Character.isLetterOrDigit(at(i + 1));
    }

    /** Whether a single closing mark stands after an s, as the possessive of a plural does. */
    boolean mayBePossessive(int i) {
        return at(i - 1) == 's';
    }

    private boolean mayOpen(int i) {
        char before = at(i - 1);
        char after = at(i + 1);
        boolean room = Blanks.isBlank(before) || "([{—–-/\"“‘'«".indexOf(before) >= 0;
        return (room && !Blanks.isBlank(after) && ".,;:!?)]}".indexOf(after) < 0) || startsWithEllipsis(i, before);
    }

    private boolean startsWithEllipsis(int i, char before) {
        return Blanks.isBlank(before) && at(i + 1) == '.' && at(i + 2) == '.';
    }

    private boolean mayClose(int i) {
        char before = at(i - 1);
        return !Blanks.isBlank(before) && "([{".indexOf(before) < 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** A blank outside the paragraph. */
    private char at(int i) {
        return i < paragraph.start() || i >= paragraph.end() ? ' ' : text.charAt(i);
    }
}
