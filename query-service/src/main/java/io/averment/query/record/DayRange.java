package io.averment.query.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days from the first to the last, both included; null is open. */
public record DayRange(@Nullable LocalDate first, @Nullable LocalDate last) {
    /** All days. */
    public static final DayRange OPEN = new DayRange(null, null);

    /** @throws RuleBrokenException when the first day lies after the last one */
    public DayRange {
        RuleBrokenException.require(
                first == null || last == null || !first.isAfter(last), "a range of days ends before it begins");
    }

    /** One day. */
    public static DayRange of(LocalDate day) {
        return new DayRange(day, day);
    }

    public boolean isOpen() {
        return first == null && last == null;
    }
}
