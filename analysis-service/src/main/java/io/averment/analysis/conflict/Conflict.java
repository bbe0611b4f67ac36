package io.averment.analysis.conflict;

import java.util.List;

/**
 * Facts of one report that do not agree. Immutable.
 *
 * @param facts ids of the facts, at least two, in the order of the explanation
 * @param explanation what does not agree, in words for a reader
 */
public record Conflict(Kind kind, List<String> facts, String explanation) {

    /** What does not agree. */
    public enum Kind {
        /** A stated length of time against the days on which it begins and ends. */
        DURATION,
        /** Two days by which the same is to be done. */
        DEADLINE,
        /** A total against the sum of what it is said to be made of. */
        TOTAL
    }

    public Conflict {
        facts = List.copyOf(facts);
        if (facts.size() < 2) {
            throw new IllegalArgumentException("A conflict is between two facts at least");
        }
    }
}
