package io.averment.analysis.name;

import java.util.Arrays;

/** Dense ids, from 0, for the hashes of features that occur often enough. Not thread-safe. */
final class FeatureIndex {

    private static final int GOLDEN = 0x9E3779B1;

    private int[] keys = new int[1 << 20];
    private int[] counts = new int[1 << 20];
    private int size;
    private int[] kept = new int[0];

    /** Counts an occurrence of a feature, not 0. */
    void count(int feature) {
        int slot = slot(feature);
        if (keys[slot] == 0) {
            keys[slot] = feature;
            size++;
        }
        counts[slot]++;
        if (size * 2 > keys.length) {
            grow();
        }
    }

    /** Gives ids, ascending by hash, to the features with that many occurrences; then {@link #id} may be called. */
    void close(int fewest) {
        int[] frequent = new int[size];
        int count = 0;
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != 0 && counts[slot] >= fewest) {
                frequent[count++] = keys[slot];
            }
            counts[slot] = -1;
        }
        kept = Arrays.copyOf(frequent, count);
        Arrays.sort(kept);
        for (int id = 0; id < kept.length; id++) {
            counts[slot(kept[id])] = id;
        }
    }

    /** The id of a feature; negative for one that is too rare. */
    int id(int feature) {
        int slot = slot(feature);
        return keys[slot] == 0 ? -1 : counts[slot];
    }

    /** The hashes by id. */
    int[] features() {
        return kept.clone();
    }

    private int slot(int feature) {
        int slot = ((feature * GOLDEN) >>> 7) & (keys.length - 1);
        while (keys[slot] != 0 && keys[slot] != feature) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldCounts = counts;
        keys = new int[oldKeys.length * 2];
        counts = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }
}
