package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Words that say when, how long or how often. Immutable.
 *
 * @param id "t1", "t2", ... by position
 * @param value as TIMEX3 writes it: {@code 2025-09}, {@code P2Y}, {@code XXXX-WXX-1}, {@code PAST_REF}
 * @param edtf the same in ISO 8601-2 (EDTF); absent where EDTF has no form for it: lengths that lie nowhere, recurring
 *     times, days that are not known
 * @param earliest the first day it may mean; absent where no calendar day is known, or it has no beginning
 * @param latest the last day it may mean; absent likewise, or where it has no end
 * @param anchor what a relative expression was reckoned from
 * @param unresolved why no calendar day is known although the words mean one; absent for those that are resolved and for those that
 *     mean none (durations, sets), durations before or after an event that is not dated excepted
 */
public record TimeExpression(
        String id,
        Span span,
        Type type,
        String value,
        @Nullable String edtf,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        Anchor anchor,
        @Nullable Unresolved unresolved) {

    /** As TIMEX3 tells them apart. */
    public enum Type {
        /** A day or a larger part of the calendar. */
        DATE,
        /** A part of a day. */
        TIME,
        /** How long. */
        DURATION,
        /** How often. */
        SET
    }

    /** Where the reckoning begins. */
    public enum Origin {
        /** The words say it all, or mean no point of the calendar. */
        NONE,
        /** The day on which the report was published. */
        PUBLICATION,
        /** The day of another expression of the text. */
        NARRATIVE
    }

    /**
     * What an expression was reckoned from.
     *
     * @param expression id of the other expression; present exactly with {@link Origin#NARRATIVE}
     */
    public record Anchor(Origin origin, @Nullable String expression) {

        public static final Anchor NONE = new Anchor(Origin.NONE, null);
        public static final Anchor PUBLICATION = new Anchor(Origin.PUBLICATION, null);

        public Anchor {
            if ((origin == Origin.NARRATIVE) != (expression != null)) {
                throw new IllegalArgumentException("A narrative anchor, and no other, is another expression");
            }
        }

        /** Reckoned from another expression of the text. */
        public static Anchor narrative(String expression) {
            return new Anchor(Origin.NARRATIVE, expression);
        }
    }

    /** Why no calendar day is known. */
    public enum Unresolved {
        /** It is reckoned from the day of publication, which is not given, and the text gives no day instead. */
        NO_PUBLICATION_DATE,
        /** It is reckoned from a day or an event that the text does not date. */
        NO_REFERENCE,
        /** The words themselves leave it open: "recently", "the future". */
        VAGUE,
        /** There is no such day: 31 April, the fifth Monday of a month that has four. */
        NO_SUCH_DAY,
        /** The words mean one of two days, the earliest or the latest: 05/06/2026 in a text that does not say whether the day comes first. */
        AMBIGUOUS
    }

    public TimeExpression {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("A time expression needs a value");
        }
        if (earliest != null && latest != null && latest.isBefore(earliest)) {
            throw new IllegalArgumentException("An expression cannot run from " + earliest + " to " + latest);
        }
    }
}
