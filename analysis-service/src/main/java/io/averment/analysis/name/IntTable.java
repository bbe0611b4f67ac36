package io.averment.analysis.name;

/**
 * A map from int keys, not 0, to ints, not negative, by open addressing with linear probing. Filled once, then only read; reading is
 * thread-safe.
 */
final class IntTable {

    /** What {@link #get} gives for a key that is not there. */
    static final int ABSENT = -1;

    private final int[] keys;
    private final int[] values;
    private final int mask;

    /** An empty map for that many entries. */
    IntTable(int entries) {
        int capacity = Integer.highestOneBit(Math.max(8, entries)) << 2;
        this.keys = new int[capacity];
        this.values = new int[capacity];
        this.mask = capacity - 1;
    }

    void put(int key, int value) {
        int slot = slot(key);
        keys[slot] = key;
        values[slot] = value;
    }

    int get(int key) {
        int slot = slot(key);
        return keys[slot] == 0 ? ABSENT : values[slot];
    }

    private int slot(int key) {
        int slot = key & mask;
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
