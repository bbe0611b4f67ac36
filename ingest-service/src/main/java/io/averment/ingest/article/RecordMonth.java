package io.averment.ingest.article;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The month (UTC) in which an article was first accepted. The record is partitioned by it, and it never changes. */
public record RecordMonth(YearMonth month) {

    public static RecordMonth of(Instant firstAcceptance) {
        return new RecordMonth(YearMonth.from(firstAcceptance.atOffset(ZoneOffset.UTC)));
    }

    public static RecordMonth parse(String text) {
        return new RecordMonth(YearMonth.parse(text));
    }

    /** As in {@code 2026-11}. */
    @Override
    public String toString() {
        return month.toString();
    }
}
