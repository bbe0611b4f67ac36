package io.averment.query.record;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The UTC month of an article's first acceptance, by which the record is partitioned. It never changes for an article. */
public record RecordMonth(YearMonth value) {

    /** The month that this instant lies in. */
    public static RecordMonth of(Instant firstAcceptedAt) {
        return new RecordMonth(YearMonth.from(firstAcceptedAt.atOffset(ZoneOffset.UTC)));
    }

    public LocalDate firstDay() {
        return value.atDay(1);
    }

    /** As in {@code 2026-11}. */
    @Override
    public String toString() {
        return value.toString();
    }
}
