package io.averment.query.record.thread;

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
}
