package io.averment.analysis.token;

/** What kind of character a code point is to the tokeniser. */
final class Letters {

    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final int FIRST_FLAG_LETTER = 0x1F1E6;
    private static final int LAST_FLAG_LETTER = 0x1F1FF;

    private Letters() {}

    /** Letters, digits, the marks that combine with them, soft hyphens and other invisible format characters. */
    static boolean isWordPart(int codePoint) {
        if (codePoint < 128) {
            return (codePoint >= 'a' && codePoint <= 'z')
                    || (codePoint >= 'A' && codePoint <= 'Z')
                    || (codePoint >= '0' && codePoint <= '9');
        }
        return Character.isLetterOrDigit(codePoint) || isExtender(codePoint);
    }

    /** What extends the character before it: combining marks, joiners, variation selectors, skin tones, tags. */
    static boolean isExtender(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || (type == Character.MODIFIER_SYMBOL && codePoint >= 0x1F3FB && codePoint <= 0x1F3FF);
    }

    static boolean isDigit(String text, int index, int end) {
        return index < end && index >= 0 && text.charAt(index) >= '0' && text.charAt(index) <= '9';
    }

    /** Whether a letter, in or outside the Basic Latin ones, starts at {@code index}. */
    static boolean isLetter(String text, int index, int end) {
        return index < end && index >= 0 && Character.isLetter(text.codePointAt(index));
    }

    static boolean isApostrophe(char c) {
        return c == '\'' || c == '’' || c == 'ʼ' || c == '`';
    }

    static boolean isHyphen(char c) {
        return c == '-' || c == '‐' || c == '‑';
    }

    /** The end of one visible character: a code point, what extends it and what is joined to it; two letters of a flag. */
    static int characterEnd(String text, int start, int end) {
        int first = text.codePointAt(start);
        int i = start + Character.charCount(first);
        if (isFlagLetter(first) && i < end && isFlagLetter(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        boolean joined = false;
        while (i < end) {
            int codePoint = text.codePointAt(i);
            if (!isExtender(codePoint) && !(joined && Character.getType(codePoint) == Character.OTHER_SYMBOL)) {
                break;
            }
            joined = codePoint == ZERO_WIDTH_JOINER;
            i += Character.charCount(codePoint);
        }
        return i;
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= FIRST_FLAG_LETTER && codePoint <= LAST_FLAG_LETTER;
    }
}
