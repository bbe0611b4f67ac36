package io.averment.analysis.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether the dates in digits of a text, as {@code 05/06/2026}, give the day first or the month. */
enum DateOrder {
    DAY_FIRST,
    MONTH_FIRST,
    /** Nothing in the text says it, or its dates contradict each other. */
    UNKNOWN;

    /** The day that the digits mean in this order, which is not {@link #UNKNOWN}. */
    LocalDate day(int digits) {
        int first = digits / 100 % 100;
        int second = digits % 100;
        return this == DAY_FIRST
                ? LocalDate.of(digits / 10_000, second, first)
                : LocalDate.of(digits / 10_000, first, second);
    }

    /**
     * The order in a text: that of its dates that can only be read in one, or whose weekday stands beside them, or that mean the day of
     * publication.
     *
     * @param orders of the dates that can only be read in one
     */
    static DateOrder of(Set<DateOrder> orders, List<Finding> findings, @Nullable LocalDate publication) {
        Set<DateOrder> found = EnumSet.noneOf(DateOrder.class);
        found.addAll(orders);
        for (Finding finding : findings) {
            Fields fields = finding.fields();
            if (!fields.has(Kind.NUMERIC)) {
                continue;
            }
            LocalDate dayFirst = DAY_FIRST.day(fields.get(Kind.NUMERIC));
            LocalDate monthFirst = MONTH_FIRST.day(fields.get(Kind.NUMERIC));
            @Nullable DayOfWeek weekday = fields.has(Kind.WEEKDAY) ? DayOfWeek.of(fields.get(Kind.WEEKDAY)) : null;
            if (dayFirst.equals(publication)
                    || (dayFirst.getDayOfWeek() == weekday && monthFirst.getDayOfWeek() != weekday)) {
                found.add(DAY_FIRST);
            }
            if (monthFirst.equals(publication)
                    || (monthFirst.getDayOfWeek() == weekday && dayFirst.getDayOfWeek() != weekday)) {
                found.add(MONTH_FIRST);
            }
        }
        return found.size() == 1 ? found.iterator().next() : UNKNOWN;
    }
}
