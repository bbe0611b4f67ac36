package io.averment.query.record;

import java.util.List;

/** What the text does not say: the reason, and those who come into question. */
public record Unresolved(String reason, List<String> candidates) {

    public Unresolved {
        candidates = List.copyOf(candidates);
    }
}
