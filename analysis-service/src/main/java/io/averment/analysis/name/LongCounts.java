package io.averment.analysis.name;

import java.util.Arrays;

/** How often each long, not negative, was added. */
final class LongCounts {

    private long[] keys = new long[1 << 16];
    private int[] counts = new int[1 << 16];
    private int size;

    LongCounts() {
        Arrays.fill(keys, -1);
    }

    void add(long key) {
        int slot = slot(key);
        if (keys[slot] < 0) {
            keys[slot] = key;
            size++;
        }
        counts[slot]++;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    int get(long key) {
        return counts[slot(key)];
    }

    long[] sortedKeys() {
        long[] sorted = Arrays.stream(keys).filter(key -> key >= 0).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & (keys.length - 1);
        while (keys[slot] >= 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new long[oldKeys.length * 2];
        counts = new int[keys.length];
        Arrays.fill(keys, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
