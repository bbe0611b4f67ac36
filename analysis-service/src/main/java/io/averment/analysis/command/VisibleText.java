package io.averment.analysis.command;

import io.averment.analysis.document.Blanks;

/** Text that a terminal shows as it is. */
final class VisibleText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int BLACK_FLAG = 0x1F3F4;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private VisibleText() {}

    /**
     * Words on one line, without the control and format characters with which a text could steer the terminal or turn its words
     * round. What belongs to a letter or an emoji stays: joiners between two of them, and the tags of a flag.
     */
    static String of(String text) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        int before = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (Character.isBmpCodePoint(c) && Blanks.isBlank((char) c)) {
                gap = !out.isEmpty();
                before = 0;
            } else if (Character.getType(c) != Character.FORMAT || isPartOfWord(text, i, before)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.appendCodePoint(c);
                before = c;
            }
        }
        return out.toString();
    }

    /** @param before the code point shown before the one at {@code i}, 0 at the start of a word */
    private static boolean isPartOfWord(String text, int i, int before) {
        int c = text.codePointAt(i);
        if (c >= FIRST_TAG && c <= LAST_TAG) {
            return before == BLACK_FLAG || (before >= FIRST_TAG && before <= LAST_TAG);
        }
        boolean joiner = c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
        return joiner && i + 1 < text.length() && isJoined(before) && isJoined(text.codePointAt(i + 1));
    }

    private static boolean isJoined(int c) {
        return Character.isLetter(c)
                || Character.isExtendedPictographic(c)
                || Character.isEmojiModifier(c)
                || isMark(c);
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** About how many columns a text takes: code points, without marks and what joins. */
    static int columns(CharSequence text) {
        return (int) text.codePoints()
                .filter(c ->
                        Character.getType(c) != Character.NON_SPACING_MARK && Character.getType(c) != Character.FORMAT)
                .count();
    }
}
