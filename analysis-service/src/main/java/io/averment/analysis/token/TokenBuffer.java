package io.averment.analysis.token;

import java.util.Arrays;

/** Starts and ends of tokens while they are being found. Not thread-safe. */
final class TokenBuffer {

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;

    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    /** The tokens gathered; the buffer is empty afterwards. */
    SentenceTokens drain() {
        SentenceTokens tokens = new SentenceTokens(Arrays.copyOf(starts, size), Arrays.copyOf(ends, size));
        size = 0;
        return tokens;
    }
}
