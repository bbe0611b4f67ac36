package io.averment.query.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a time: half-open, in Unicode code points.
 *
 * @param id unique within one version of its article
 * @param type {@code DATE}, {@code TIME}, {@code DURATION} or {@code SET}
 * @param value as in TIMEX3
 * @param edtf the same in ISO 8601-2, where it has a form for it
 * @param earliest the first day that is meant; null where none is known
 * @param latest the last day that is meant; null where none is known
 * @param anchor what a relative expression was reckoned from: {@code PUBLICATION} or the id of another one
 */
public record TimeExpression(
        String id,
        int start,
        int end,
        String text,
        String type,
        @Nullable String value,
        @Nullable String edtf,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable String anchor,
        @Nullable Unresolved unresolved) {

    /** @throws RuleBrokenException when the id is blank, or the first day lies after the last one */
    public TimeExpression {
        RuleBrokenException.requireId(id, "a time's id");
        RuleBrokenException.require(
                earliest == null || latest == null || !earliest.isAfter(latest), "a time ends before it begins");
    }

    Span span() {
        return new Span(start, end, text);
    }

    /** The days that are meant; open at both ends where none is known. */
    public DayRange days() {
        return new DayRange(earliest, latest);
    }
}
