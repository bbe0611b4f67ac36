package io.averment.analysis.commitment;

import io.averment.analysis.document.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When it is to be done.
 *
 * @param time id of the time expression
 * @param words the expression with its preposition: {@code by the end of March}
 * @param relation how the act lies to that time
 * @param edtf the day, month or year in EDTF; null when it is not known
 * @param latest the last day on which the undertaking is kept; null when it is not known
 */
public record Deadline(
        String time,
        Span words,
        Relation relation,
        @Nullable String edtf,
        @Nullable LocalDate latest) {

    /** How an act lies to a time. */
    public enum Relation {
        /** At the latest then: by, no later than. */
        BY,
        /** Before then. */
        BEFORE,
        /** In the course of that time, counted from the publication where it is a length: within. */
        WITHIN,
        /** Then: in, on, at, during, next week. */
        AT,
        /** Up to then: until, through. */
        UNTIL,
        /** From then on: from, starting, after. */
        FROM;

        /** Whether it can be nothing but a term. */
        boolean isTerm() {
            return this == BY || this == BEFORE || this == WITHIN;
        }
    }
}
