package io.averment.query.record.thread;

import java.util.Set;
import java.util.stream.Collectors;

/** What the database does with the keys of facts to find candidates. */
public final class Reach {
    private Reach() {}

    /** Whether the two share enough to be compared. Symmetric. */
    public static boolean reach(FactKeys one, FactKeys other) {
        Set<String> shared =
                one.names().stream().filter(other.names()::contains).collect(Collectors.toSet());
        return !shared.isEmpty() && shared.size() >= Math.min(one.leastShared(), other.leastShared());
    }
}
