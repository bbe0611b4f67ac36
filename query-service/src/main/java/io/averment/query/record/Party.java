package io.averment.query.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who undertakes something or announces it, as far as the text tells. {@code unresolved} says what is missing, and why. */
public record Party(
        List<Span> spans,
        @Nullable String name,
        @Nullable String description,
        @Nullable String entity,
        @Nullable Unresolved unresolved) {

    public Party {
        spans = List.copyOf(spans);
    }
}
