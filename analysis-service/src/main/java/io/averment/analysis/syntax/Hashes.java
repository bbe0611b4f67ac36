package io.averment.analysis.syntax;

/**
 * Hashes of features and of the characters that they are made from. The same on every machine; models depend on them, so a change
 * here needs new models.
 */
public final class Hashes {

    private static final int SEED = 0x9E3779B9;
    private static final int FIRST = 0xCC9E2D51;
    private static final int SECOND = 0x1B873593;

    private Hashes() {}

    /** Of characters {@code from} to {@code to}, as they are. */
    public static int of(CharSequence text, int from, int to) {
        int hash = SEED;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + text.charAt(i);
        }
        return finish(hash);
    }

    /** Of two numbers in their order. */
    public static int of(int first, int second) {
        int hash = first * FIRST;
        hash = Integer.rotateLeft(hash, 15) * SECOND + Integer.rotateLeft(second * FIRST, 13) * SECOND + SEED;
        return finish(hash);
    }

    /** Of three numbers in their order. */
    public static int of(int a, int b, int c) {
        return of(of(a, b), c);
    }

    private static int finish(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        mixed = (mixed ^ (mixed >>> 13)) * 0xC2B2AE35;
        return mixed ^ (mixed >>> 16);
    }
}
