package io.averment.analysis.name;

/** Hashes of words and features: FNV-1a over UTF-16 code units, finished as MurmurHash3 does. The same on every machine. */
final class Hash {

    private static final int OFFSET_BASIS = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private Hash() {}

    /** Of a word. */
    static int of(CharSequence word) {
        return of(word, 0, word.length());
    }

    /** Of a part of a word. */
    static int of(CharSequence word, int from, int to) {
        int hash = OFFSET_BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        return finish(hash);
    }

    /** Of two values in their order. */
    static int of(int first, int second) {
        return finish(first * 31 + Integer.rotateLeft(second, 15) * PRIME + 0x5BD1E995);
    }

    private static int finish(int value) {
        int hash = value;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        return hash ^ (hash >>> 16);
    }
}
