package io.averment.ingest.copy;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;

/**
 * A sample of a text by which it is told how much of one stands in another (A. Broder, On the resemblance and containment of documents,
 * 1997): the smallest hashes of its shingles, which are five words that follow each other. Punctuation, case and line ends do not count.
 * Immutable.
 *
 * @param shingleCount how many different shingles the text has
 * @param hashes the smallest hashes of them, different and ascending; all where there are no more
 */
record TextSample(int shingleCount, List<Long> hashes) {
    /** The most hashes of a sample: for texts of one length the estimated share is then off by 0.06 commonly. */
    static final int SIZE = 64;

    /** The fewest shingles of a text that can be told from another: a line that all agencies have is no copy. */
    static final int FEWEST_SHINGLES = 20;

    private static final int KEYS = 8;
    private static final int SHINGLE = 5;
    private static final double SHARE_OF_COPY = 0.5;
    /** Of texts whose lengths are further apart the samples have too little in common to tell. */
    private static final double SHORTEST_OF_COPY = 0.25;

    private static final int FEWEST_SHARED = 4;
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    TextSample {
        hashes = List.copyOf(hashes);
    }

    /** The sample of a text; costs n log n of its length. */
    static TextSample of(String text) {
        long[] words = words(text);
        long[] shingles = new long[Math.max(0, words.length - SHINGLE + 1)];
        for (int i = 0; i < shingles.length; i++) {
            long hash = OFFSET;
            for (int word = i; word < i + SHINGLE; word++) {
                hash = mixed(hash ^ words[word]);
            }
            shingles[i] = hash;
        }
        long[] distinct = Arrays.stream(shingles).sorted().distinct().toArray();
        return new TextSample(
                distinct.length, Arrays.stream(distinct).limit(SIZE).boxed().toList());
    }

    /** Whether the text is long enough to be recognised. */
    boolean isTelling() {
        return shingleCount >= FEWEST_SHINGLES;
    }

    /**
     * The hashes by which it is found. Of a text that stands whole in one of twice its length one is shared with a probability of 0.99, of
     * four times its length of 0.9.
     */
    List<Long> keys() {
        return hashes.subList(0, Math.min(KEYS, hashes.size()));
    }

    /** Whether the larger part of the shorter one stands in the other, of which it is a quarter at least. */
    boolean isCopyOf(TextSample other) {
        int shorter = Math.min(shingleCount, other.shingleCount);
        return isTelling()
                && other.isTelling()
                && shorter >= SHORTEST_OF_COPY * Math.max(shingleCount, other.shingleCount)
                && compare(other).shared >= FEWEST_SHARED
                && containment(other) >= SHARE_OF_COPY;
    }

    /** How many hashes of the sample of both texts together were seen, and how many of them both have. */
    private record Comparison(int seen, int shared) {}

    /** The estimated share of the shorter one's shingles that the other has, from 0 to 1. */
    double containment(TextSample other) {
        Comparison both = compare(other);
        if (both.shared == 0) {
            return 0;
        }
        double resemblance = (double) both.shared / both.seen;
        double common = resemblance / (1 + resemblance) * (shingleCount + other.shingleCount);
        return Math.min(1, common / Math.min(shingleCount, other.shingleCount));
    }

    private Comparison compare(TextSample other) {
        int mine = 0;
        int theirs = 0;
        int seen = 0;
        int shared = 0;
        while (seen < SIZE && mine < hashes.size() && theirs < other.hashes.size()) {
            int order = hashes.get(mine).compareTo(other.hashes.get(theirs));
            shared += order == 0 ? 1 : 0;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
            seen++;
        }
        // Where one is at its end and whole, the rest of the union is the other's.
        seen = Math.min(SIZE, seen + hashes.size() - mine + other.hashes.size() - theirs);
        return new Comparison(seen, shared);
    }

    /** A hash for each word; in scripts that put no space between words each letter is one. */
    private static long[] words(String text) {
        long[] words = new long[text.length()];
        int count = 0;
        long hash = OFFSET;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            boolean inWord =
                    Character.isLetterOrDigit(letter) || Character.getType(letter) == Character.NON_SPACING_MARK;
            boolean alone = inWord && isUnspaced(letter);
            if (hash != OFFSET && (!inWord || alone)) {
                words[count++] = hash;
                hash = OFFSET;
            }
            if (inWord) {
                hash = (hash ^ Character.toLowerCase(letter)) * PRIME;
            }
            if (alone) {
                words[count++] = hash;
                hash = OFFSET;
            }
        }
        if (hash != OFFSET) {
            words[count++] = hash;
        }
        return Arrays.copyOf(words, count);
    }

    private static boolean isUnspaced(int letter) {
        if (letter < 0x0E00) {
            return false;
        }
        return switch (UnicodeScript.of(letter)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }

    /** The finaliser of MurmurHash3 (A. Appleby, public domain). */
    private static long mixed(long hash) {
        long mixed = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ (mixed >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ (mixed >>> 33);
    }
}
