package io.averment.analysis.entity;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds names in a text: a trie over words whose edges are an open-addressing hash, in primitive arrays. Finding the longest name at
 * a word costs at most as many look-ups as the longest name has words, so a text is searched in linear time. Immutable.
 */
public final class NameIndex {

    /** Nothing ends here. */
    static final int NOWHERE = -1;

    /** A longer name is refused: it is a sentence. */
    static final int MOST_WORDS = 16;

    private static final int SHOUTED = 1 << MOST_WORDS;

    private final long[] edges;
    private final int[] targets;
    /** For each node, where its postings begin; one entry more than nodes. */
    private final int[] first;
    /** What a name names. */
    private final int[] values;
    /** How it must be written: a bit for each word that needs a capital, and {@link #SHOUTED} when all letters do. */
    private final int[] shapes;

    private NameIndex(long[] edges, int[] targets, int[] first, int[] values, int[] shapes) {
        this.edges = edges;
        this.targets = targets;
        this.first = first;
        this.values = values;
        this.shapes = shapes;
    }

    /** A name found. Immutable. */
    public static final class Match {
        private final int words;
        private final int[] values;

        private Match(int words, int[] values) {
            this.words = words;
            this.values = values;
        }

        /** How many words of the text it has. */
        public int words() {
            return words;
        }

        /** How many things it may name. */
        public int size() {
            return values.length;
        }

        /** One of them, in the order in which they were added. */
        public int value(int number) {
            return values[number];
        }
    }

    /** The longest name that begins at a word and is written as it must be; null when there is none. */
    public @Nullable Match longestAt(NameWords words, int at) {
        int node = 0;
        int best = NOWHERE;
        int bestWords = 0;
        for (int i = at; i < words.size(); i++) {
            node = next(node, words.number(i));
            if (node == NOWHERE) {
                break;
            }
            if (hasMatch(node, words, at, i - at + 1)) {
                best = node;
                bestWords = i - at + 1;
            }
            if (i + 1 < words.size() && !words.isJoined(i)) {
                break;
            }
        }
        return best == NOWHERE ? null : new Match(bestWords, matching(best, words, at, bestWords));
    }

    /** What a whole name may be; null when it is not known or not written as it must be. */
    public @Nullable Match exactly(NameWords words) {
        Match match = words.size() == 0 ? null : longestAt(words, 0);
        return match == null || match.words() < words.size() ? null : match;
    }

    private int next(int node, int word) {
        if (word == WordTable.NONE) {
            return NOWHERE;
        }
        long key = key(node, word);
        int mask = edges.length - 1;
        int slot = slot(key, mask);
        while (edges[slot] != 0) {
            if (edges[slot] == key) {
                return targets[slot];
            }
            slot = (slot + 1) & mask;
        }
        return NOWHERE;
    }

    private boolean hasMatch(int node, NameWords words, int at, int count) {
        for (int i = first[node]; i < first[node + 1]; i++) {
            if (isWritten(shapes[i], words, at, count)) {
                return true;
            }
        }
        return false;
    }

    private int[] matching(int node, NameWords words, int at, int count) {
        int[] found = new int[first[node + 1] - first[node]];
        int size = 0;
        for (int i = first[node]; i < first[node + 1]; i++) {
            if (isWritten(shapes[i], words, at, count)) {
                found[size++] = values[i];
            }
        }
        return Arrays.copyOf(found, size);
    }

    private static boolean isWritten(int shape, NameWords words, int at, int count) {
        for (int i = 0; i < count; i++) {
            boolean shouted = words.isShouted(at + i);
            if ((shape & SHOUTED) != 0 ? !shouted : (shape >> i & 1) != 0 && !words.isCapitalised(at + i)) {
                return false;
            }
        }
        return true;
    }

    private static long key(int node, int word) {
        // Never 0, which marks a free slot.
        return ((long) (node + 1) << 32) | (word & 0xFFFFFFFFL);
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & mask;
    }

    /** Collects names. Not thread-safe. */
    static final class Builder {
        private final WordTable table;
        private long[] edges = new long[1 << 12];
        private int[] targets = new int[1 << 12];
        private int edgeCount;
        private int nodes = 1;
        private int[] postingNodes = new int[1 << 11];
        private int[] values = new int[1 << 11];
        private int[] shapes = new int[1 << 11];
        private int postings;

        Builder(WordTable table) {
            this.table = table;
        }

        /**
         * Adds a name; the same again for the same value changes nothing. A word of it that has a capital needs one in the text;
         * a single word of capitals only ("WHO") needs them all.
         *
         * @return whether the name has a usable number of words
         */
        boolean add(String name, int value) {
            NameWords words = NameWords.adding(name, table);
            if (words.size() == 0 || words.size() > MOST_WORDS) {
                return false;
            }
            int node = 0;
            int shape = 0;
            for (int i = 0; i < words.size(); i++) {
                node = step(node, words.number(i));
                boolean capital = Character.isUpperCase(name.codePointAt(words.start(i)));
                shape |= capital ? 1 << i : 0;
            }
            if (words.size() == 1 && isAbbreviation(name)) {
                shape |= SHOUTED;
            }
            append(node, value, shape);
            return true;
        }

        private static boolean isAbbreviation(String name) {
            return name.length() > 1
                    && name.equals(name.toUpperCase(Locale.ROOT))
                    && Character.isLetter(name.charAt(1));
        }

        private int step(int node, int word) {
            if (edgeCount * 2 >= edges.length) {
                grow();
            }
            long key = key(node, word);
            int mask = edges.length - 1;
            int slot = slot(key, mask);
            while (edges[slot] != 0 && edges[slot] != key) {
                slot = (slot + 1) & mask;
            }
            if (edges[slot] == 0) {
                edges[slot] = key;
                targets[slot] = nodes++;
                edgeCount++;
            }
            return targets[slot];
        }

        private void grow() {
            long[] oldEdges = edges;
            int[] oldTargets = targets;
            edges = new long[oldEdges.length * 2];
            targets = new int[oldEdges.length * 2];
            int mask = edges.length - 1;
            for (int i = 0; i < oldEdges.length; i++) {
                if (oldEdges[i] != 0) {
                    int slot = slot(oldEdges[i], mask);
                    while (edges[slot] != 0) {
                        slot = (slot + 1) & mask;
                    }
                    edges[slot] = oldEdges[i];
                    targets[slot] = oldTargets[i];
                }
            }
        }

        private void append(int node, int value, int shape) {
            if (postings == values.length) {
                postingNodes = Arrays.copyOf(postingNodes, postings * 2);
                values = Arrays.copyOf(values, postings * 2);
                shapes = Arrays.copyOf(shapes, postings * 2);
            }
            postingNodes[postings] = node;
            values[postings] = value;
            shapes[postings++] = shape;
        }

        NameIndex build() {
            int[] first = new int[nodes + 1];
            for (int i = 0; i < postings; i++) {
                first[postingNodes[i] + 1]++;
            }
            for (int i = 0; i < nodes; i++) {
                first[i + 1] += first[i];
            }
            int[] next = first.clone();
            int[] sortedValues = new int[postings];
            int[] sortedShapes = new int[postings];
            for (int i = 0; i < postings; i++) {
                int node = postingNodes[i];
                if (!holds(sortedValues, first[node], next[node], values[i])) {
                    sortedValues[next[node]] = values[i];
                    sortedShapes[next[node]++] = shapes[i];
                }
            }
            return compacted(first, next, sortedValues, sortedShapes);
        }

        private static boolean holds(int[] values, int from, int to, int value) {
            for (int i = from; i < to; i++) {
                if (values[i] == value) {
                    return true;
                }
            }
            return false;
        }

        /** Closes the gaps that repeated names left. */
        private NameIndex compacted(int[] first, int[] next, int[] values, int[] shapes) {
            int[] begins = new int[nodes + 1];
            int size = 0;
            for (int node = 0; node < nodes; node++) {
                begins[node] = size;
                for (int i = first[node]; i < next[node]; i++) {
                    values[size] = values[i];
                    shapes[size++] = shapes[i];
                }
            }
            begins[nodes] = size;
            return new NameIndex(edges, targets, begins, Arrays.copyOf(values, size), Arrays.copyOf(shapes, size));
        }
    }
}
