package io.averment.ingest.article;

/**
 * The rules that text goes through once, when it is taken in. Each is linear in the text and changes nothing when
 * applied again. All offsets in the record refer to the text after them.
 */
final class Cleaning {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char ZERO_WIDTH_SPACE = '\u200B';
    private static final char REPLACED_CONTROL = ' ';

    private Cleaning() {}

    /** Whether the text holds what cannot be kept: NUL, or half of a surrogate pair. */
    static boolean isUnkeepable(String text) {
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == 0) {
                return true;
            }
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether there is nothing to see: only spaces of every width, line ends, controls, byte-order marks and zero-width
     * spaces. The analysis refuses such a text, so it must not be taken in.
     */
    static boolean showsNothing(String text) {
        return text.chars()
                .allMatch(c -> isBlank((char) c)
                        || Character.isISOControl(c)
                        || c == BYTE_ORDER_MARK
                        || c == ZERO_WIDTH_SPACE);
    }

    /** One line: every run of blanks, breaks and controls becomes one space, and none stands at either end. */
    static String line(String text) {
        var line = new StringBuilder(text.length());
        var pending = false;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (isBlank(c) || Character.isISOControl(c) || (c == BYTE_ORDER_MARK && line.isEmpty())) {
                pending = !line.isEmpty();
            } else {
                if (pending) {
                    line.append(' ');
                    pending = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }

    /**
     * Paragraphs: no byte-order mark in front, line breaks as LF, other controls but the tab as spaces, no blanks at the
     * end of a line, no blank lines before the first or after the last.
     */
    static String paragraphs(String text) {
        var cleaned = new StringBuilder(text.length());
        var lineStart = 0;
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\r' || c == '\n') {
                if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                    i++;
                }
                lineStart = endLine(cleaned, lineStart);
            } else if (c != BYTE_ORDER_MARK || !cleaned.isEmpty()) {
                cleaned.append(Character.isISOControl(c) && c != '\t' ? REPLACED_CONTROL : c);
            }
        }
        trimLine(cleaned, lineStart);
        var end = cleaned.length();
        while (end > 0 && cleaned.charAt(end - 1) == '\n') {
            end--;
        }
        cleaned.setLength(end);
        return cleaned.toString();
    }

    /** Ends the line that began at {@code lineStart}; a blank line is dropped while nothing stands before it. */
    private static int endLine(StringBuilder cleaned, int lineStart) {
        trimLine(cleaned, lineStart);
        if (!cleaned.isEmpty()) {
            cleaned.append('\n');
        }
        return cleaned.length();
    }

    private static void trimLine(StringBuilder cleaned, int lineStart) {
        var end = cleaned.length();
        while (end > lineStart && isBlank(cleaned.charAt(end - 1))) {
            end--;
        }
        cleaned.setLength(end);
    }

    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
