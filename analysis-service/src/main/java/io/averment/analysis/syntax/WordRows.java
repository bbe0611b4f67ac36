package io.averment.analysis.syntax;

import java.util.Arrays;

/**
 * What the network's first products make of a word, kept for when the document has it again: they depend on the word alone, and
 * half of a report's words are repeated. Bounded: one word to each slot, the last one that came. Not thread-safe.
 */
final class WordRows {

    private static final int SLOTS = 1 << 10;

    private final int[][] words = new int[SLOTS][];
    private final float[][] inputs = new float[SLOTS][];
    private final float[][] products = new float[SLOTS][];

    /** The slot of a word, given by the rows of its properties. */
    static int slot(int[] word) {
        int hash = Arrays.hashCode(word);
        return (hash ^ (hash >>> 10) ^ (hash >>> 20)) & (SLOTS - 1);
    }

    boolean has(int slot, int[] word) {
        return Arrays.equals(words[slot], word);
    }

    void put(int slot, int[] word, float[] input, float[] product) {
        words[slot] = word.clone();
        inputs[slot] = input;
        products[slot] = product;
    }

    float[] input(int slot) {
        return inputs[slot];
    }

    float[] product(int slot) {
        return products[slot];
    }
}
