package io.averment.analysis.name;

import java.util.Locale;

/**
 * Known names and telling words, by class, as hashes of their lower-case words. What it says is a feature among others and never
 * decides alone, so a chance collision of two hashes does no harm. Immutable and thread-safe.
 */
final class Gazetteer {

    /** No listed name has more words. */
    static final int LONGEST = 6;

    /** How many classes there may be; with four positions each they fill a long. */
    static final int MOST_CLASSES = 16;

    private static final int POSITIONS = 4;

    private final IntTable classes;

    /** @param classes from the hash of a sequence of words to the set of its classes, as bits */
    Gazetteer(IntTable classes) {
        this.classes = classes;
    }

    /** Hash of a name as {@link #mark} looks it up: words separated by single blanks. */
    static int hash(String name) {
        int hash = 0;
        for (String word : name.toLowerCase(Locale.ROOT).split(" ", -1)) {
            hash = extend(hash, Hash.of(word));
        }
        return hash;
    }

    private static int extend(int hash, int word) {
        int extended = Hash.of(hash, word);
        return extended == 0 ? 1 : extended;
    }

    /**
     * For each token the classes of the listed names in which it stands, with its position there: bit {@code 4 * class + position},
     * positions as in {@link Labels}. Of the names that start at a token the longest counts. Linear: at most {@link #LONGEST} lookups a token.
     *
     * @param lower hashes of the lower-case words
     */
    long[] mark(int[] lower, int[] sentenceEnds) {
        long[] marks = new long[lower.length];
        int start = 0;
        for (int end : sentenceEnds) {
            for (int i = start; i < end; i++) {
                markFrom(i, end, lower, marks);
            }
            start = end;
        }
        return marks;
    }

    private void markFrom(int first, int end, int[] lower, long[] marks) {
        int hash = 0;
        int found = 0;
        int last = -1;
        for (int i = first; i < Math.min(end, first + LONGEST); i++) {
            hash = extend(hash, lower[i]);
            int here = classes.get(hash);
            if (here != IntTable.ABSENT) {
                found = here;
                last = i;
            }
        }
        for (int i = first; i <= last; i++) {
            int position =
                    first == last ? Labels.ONLY : i == first ? Labels.BEGIN : i == last ? Labels.LAST : Labels.INSIDE;
            for (int rest = found; rest != 0; rest &= rest - 1) {
                marks[i] |= 1L << (Integer.numberOfTrailingZeros(rest) * POSITIONS + position);
            }
        }
    }
}
