package io.averment.analysis.document;

import java.util.Optional;

/** Why a text cannot be analysed. */
public enum TextFault {
    /** Nothing but blanks. */
    EMPTY,
    /** More than {@link Report#MAX_CODE_POINTS} code points. */
    TOO_LONG,
    /** A NUL character: whatever this is, it is not prose. */
    NUL,
    /** Half of a surrogate pair, which no UTF-8 can carry. */
    LONE_SURROGATE;

    /** The first fault of a text, if it has one. Linear. */
    public static Optional<TextFault> of(String text) {
        boolean blank = true;
        int codePoints = 0;
        for (int i = 0; i < text.length(); i++, codePoints++) {
            char c = text.charAt(i);
            if (c == 0) {
                return Optional.of(NUL);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return Optional.of(LONE_SURROGATE);
                }
                i++;
            }
            blank &= Blanks.isBlank(c);
        }
        if (blank) {
            return Optional.of(EMPTY);
        }
        return codePoints > Report.MAX_CODE_POINTS ? Optional.of(TOO_LONG) : Optional.empty();
    }
}
