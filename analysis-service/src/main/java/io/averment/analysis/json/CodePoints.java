package io.averment.analysis.json;

import org.jspecify.annotations.Nullable;

/** Maps UTF-16 positions of a text to code points, and back. Built in one pass; a look-up takes constant time. Immutable. */
final class CodePoints {

    private final int length;

    /** Code points before each UTF-16 position, or -1 within a pair; null when the text has no pair and both are the same. */
    private final int @Nullable [] before;

    /** The UTF-16 position of each code point; null with {@link #before}. */
    private final int @Nullable [] positions;

    private CodePoints(int length, int @Nullable [] before, int @Nullable [] positions) {
        this.length = length;
        this.before = before;
        this.positions = positions;
    }

    static CodePoints of(String text) {
        int length = text.length();
        int codePoints = text.codePointCount(0, length);
        if (codePoints == length) {
            return new CodePoints(length, null, null);
        }
        int[] before = new int[length + 1];
        int[] positions = new int[codePoints + 1];
        int count = 0;
        for (int i = 0; i < length; count++) {
            positions[count] = i;
            before[i++] = count;
            if (i < length && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
                before[i++] = -1;
            }
        }
        before[length] = count;
        positions[count] = length;
        return new CodePoints(length, before, positions);
    }

    /**
     * How many code points stand before a UTF-16 position.
     *
     * @throws IllegalStateException for a position outside the text or between the halves of a pair
     */
    int at(int position) {
        int[] table = before;
        int codePoints = position < 0 || position > length ? -1 : table == null ? position : table[position];
        if (codePoints < 0) {
            throw new IllegalStateException("No code point starts at " + position);
        }
        return codePoints;
    }

    /** The UTF-16 position of a code point that {@link #at} gave. */
    int position(int codePoint) {
        int[] table = positions;
        return table == null ? codePoint : table[codePoint];
    }
}
