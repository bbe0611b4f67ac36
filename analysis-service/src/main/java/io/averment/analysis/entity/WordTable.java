package io.averment.analysis.entity;

import java.util.Arrays;

/**
 * Words as small numbers: an open-addressing hash over one array of characters. Adding is for one thread; afterwards reading is safe
 * for many.
 */
final class WordTable {

    /** What {@link #find} answers for a word that is not there. */
    static final int NONE = -1;

    private char[] characters = new char[1 << 14];
    private int used;
    /** Where each word ends; it begins where the one before ends. */
    private int[] ends = new int[1 << 11];

    private int size;
    /** Word numbers plus one, 0 for a free slot; the length is a power of two. */
    private int[] slots = new int[1 << 12];

    /** The number of a word, now or before. */
    int add(char[] word, int length) {
        int slot = slot(word, length);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if ((size + 1) * 2 > slots.length) {
            grow();
            slot = slot(word, length);
        }
        append(word, length);
        slots[slot] = size;
        return size - 1;
    }

    /** The number of a word, or {@link #NONE}. */
    int find(char[] word, int length) {
        return slots[slot(word, length)] - 1;
    }

    private void append(char[] word, int length) {
        if (used + length > characters.length) {
            characters = Arrays.copyOf(characters, Math.max(characters.length * 2, used + length));
        }
        if (size == ends.length) {
            ends = Arrays.copyOf(ends, size * 2);
        }
        System.arraycopy(word, 0, characters, used, length);
        used += length;
        ends[size++] = used;
    }

    private int slot(char[] word, int length) {
        int mask = slots.length - 1;
        int slot = hash(word, 0, length) & mask;
        while (slots[slot] != 0 && !is(slots[slot] - 1, word, length)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private boolean is(int number, char[] word, int length) {
        int start = number == 0 ? 0 : ends[number - 1];
        return Arrays.equals(characters, start, ends[number], word, 0, length);
    }

    private void grow() {
        slots = new int[slots.length * 2];
        int mask = slots.length - 1;
        int start = 0;
        for (int number = 0; number < size; number++) {
            int slot = hash(characters, start, ends[number]) & mask;
            while (slots[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = number + 1;
            start = ends[number];
        }
    }

    private static int hash(char[] word, int from, int to) {
        int hash = 0x811C9DC5;
        for (int i = from; i < to; i++) {
            hash = (hash ^ word[i]) * 0x01000193;
        }
        return hash ^ (hash >>> 15);
    }
}
