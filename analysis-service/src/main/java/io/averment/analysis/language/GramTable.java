package io.averment.analysis.language;

/**
 * Numbers for {@link Grams}, from 0 in the order in which they came: open addressing with linear probing. Adding is for one thread;
 * afterwards reading is safe for many.
 */
final class GramTable {

    /** What {@link #find} answers for a feature that is not there. */
    static final int NONE = -1;

    private long[] grams = new long[1 << 15];
    /** Numbers plus one, 0 for a free slot. */
    private int[] numbers = new int[1 << 15];

    private int size;

    /** The number of a feature, now or before. */
    int add(long gram) {
        int slot = slot(gram);
        if (numbers[slot] == 0) {
            if (2 * size >= grams.length) {
                grow();
                slot = slot(gram);
            }
            grams[slot] = gram;
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    /** The number of a feature, or {@link #NONE}. */
    int find(long gram) {
        return numbers[slot(gram)] - 1;
    }

    int size() {
        return size;
    }

    private int slot(long gram) {
        int mask = grams.length - 1;
        int slot = (int) ((gram * 0x9E3779B97F4A7C15L) >>> 32) & mask;
        while (numbers[slot] != 0 && grams[slot] != gram) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldGrams = grams;
        int[] oldNumbers = numbers;
        grams = new long[2 * oldGrams.length];
        numbers = new int[grams.length];
        for (int i = 0; i < oldGrams.length; i++) {
            if (oldNumbers[i] != 0) {
                int slot = slot(oldGrams[i]);
                grams[slot] = oldGrams[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
