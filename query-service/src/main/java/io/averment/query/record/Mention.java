package io.averment.query.record;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of the text that names something: half-open, in Unicode code points.
 *
 * @param type of the thing named, as the analysis names it: {@code PERSON}, {@code ORGANIZATION}, ...
 * @param entity id of the thing in the analysis
 * @param form {@code NAME}, {@code NOMINAL} or {@code PRONOUN}
 */
public record Mention(
        String id,
        int start,
        int end,
        String text,
        String type,
        @Nullable String entity,
        String form,
        @Nullable Unresolved unresolved) {

    Span span() {
        return new Span(start, end, text);
    }
}
