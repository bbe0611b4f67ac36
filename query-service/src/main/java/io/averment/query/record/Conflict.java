package io.averment.query.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Facts of one article that do not agree.
 *
 * @param kind {@code DURATION}, {@code DEADLINE}, {@code TOTAL}, ...
 * @param facts their ids
 * @param explanation how they do not agree, in English
 */
public record Conflict(
        String kind, List<String> facts, @Nullable String explanation) {

    public Conflict {
        facts = List.copyOf(facts);
    }
}
