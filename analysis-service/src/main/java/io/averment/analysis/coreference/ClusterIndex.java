package io.averment.analysis.coreference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Clusters by a key that they share, in the order in which they were added. Of each key only so many are kept: where more things are
 * called alike, none of them is meant by the name alone. Not thread-safe; each step costs at most that many comparisons.
 */
final class ClusterIndex {

    private static final int MOST_ALIKE = 20;

    private final Map<String, List<Cluster>> byKey = new HashMap<>();

    void add(String key, Cluster cluster) {
        List<Cluster> alike = byKey.computeIfAbsent(key, none -> new ArrayList<>(1));
        if (alike.size() < MOST_ALIKE && !alike.contains(cluster)) {
            alike.add(cluster);
        }
    }

    /** Those of a key; not to be changed. */
    List<Cluster> of(String key) {
        return byKey.getOrDefault(key, List.of());
    }
}
