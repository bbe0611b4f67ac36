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
        BY(0),
        /** Before then. */
        BEFORE(1),
        /** In the course of that time, counted from the publication where it is a length: within. */
        WITHIN(2),
        /** Then: in, on, at, during, next week. */
        AT(3),
        /** Up to then: until, through. */
        UNTIL(4),
        /** From then on: from, starting, after. */
        FROM(5);

        private final int plainness;

        Relation(int plainness) {
            this.plainness = plainness;
        }

        /** The lower, the more plainly a time is a deadline. */
        int plainness() {
            return plainness;
        }

        /** Whether it can be nothing but a term. */
        boolean isTerm() {
            return this == BY || this == BEFORE || this == WITHIN;
        }
    }
}
