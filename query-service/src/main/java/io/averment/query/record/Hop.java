package io.averment.query.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One hop of the way that a statement took to the reader. */
public record Hop(
        HopRole role,
        List<Span> spans,
        @Nullable String name,
        @Nullable String entity) {

    public Hop {
        spans = List.copyOf(spans);
    }
}
