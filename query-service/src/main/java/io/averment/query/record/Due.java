package io.averment.query.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A deadline: its words with their preposition, half-open, in Unicode code points.
 *
 * @param relation how the act lies to that time: {@code BY}, {@code BEFORE}, {@code WITHIN}, {@code AT}, {@code UNTIL}, {@code FROM}
 * @param edtf the deadline in ISO 8601-2, to the unit that the text names
 * @param latest the last day on which it is kept
 */
public record Due(
        int start,
        int end,
        String text,
        String relation,
        @Nullable String edtf,
        @Nullable LocalDate latest) {

    Span span() {
        return new Span(start, end, text);
    }
}
