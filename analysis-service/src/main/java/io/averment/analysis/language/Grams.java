package io.averment.analysis.language;

/**
 * The features of a text: pairs and triples of letters with the borders of words, and whole words, as 64-bit hashes that are taken
 * for what they stand for. Linear.
 */
final class Grams {

    /** A longer run of letters is no word to know by heart. */
    private static final int LONGEST_WORD = 14;

    private static final long PAIR = 1L << 61;
    private static final long TRIPLE = 2L << 61;
    private static final long WORD = 3L << 61;

    /** Takes a feature. */
    @FunctionalInterface
    interface Sink {
        void take(long feature);
    }

    private Grams() {}

    /** Feeds the features of a stretch of text to a sink. */
    static void of(String text, int from, int to, Sink sink) {
        int beforeLast = ' ';
        int last = ' ';
        long word = 0;
        int letters = 0;
        for (int i = from; i <= to; ) {
            int c = i < to ? text.codePointAt(i) : ' ';
            int letter = isLetter(c) ? Character.toLowerCase(c) : ' ';
            if (letter != ' ' || last != ' ') {
                sink.take(PAIR | (long) last << 21 | letter);
                sink.take(TRIPLE ^ ((long) beforeLast << 42 | (long) last << 21 | letter));
                beforeLast = last;
                last = letter;
            }
            if (letter != ' ') {
                word = word * 0x100000001B3L + letter;
                letters++;
            } else if (letters > 0) {
                if (letters <= LONGEST_WORD) {
                    sink.take(WORD ^ word >>> 3);
                }
                word = 0;
                letters = 0;
            }
            i += Character.charCount(c);
        }
    }

    static boolean isLetter(int c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '\u200C';
    }
}
