package io.averment.query.record.thread;

import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/**
 * By what a fact is looked for among others.
 *
 * @param names within the whole record: each begins with the bucket
 * @param leastShared how many of them a fact shares with this one if the two may be linked and the other asks for no fewer
 */
public record FactKeys(Set<String> names, int leastShared) {
    public FactKeys {
        names = Set.copyOf(names);
    }

    /** Whether the two share enough to be found by each other. Symmetric. */
    public boolean reach(FactKeys other) {
        if (Collections.disjoint(names, other.names)) {
            return false;
        }
        Set<String> shared = new HashSet<>(names);
        shared.retainAll(other.names);
        return shared.size() >= Math.min(leastShared, other.leastShared);
    }
}
