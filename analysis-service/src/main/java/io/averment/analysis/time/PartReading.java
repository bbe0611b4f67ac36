package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import io.averment.analysis.time.TimeExpression.Anchor;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/** Reads units that are counted within a larger one: the second week of March, the last day of the year. */
final class PartReading {

    private static final int WEEK = 7;

    private PartReading() {}

    /** What a match means; nothing if the larger unit has no such part. */
    @Nullable
    static Meaning read(Fields fields, Context context) {
        if (fields.has(Kind.WEEKDAY)) {
            return weekday(fields, context);
        }
        if (fields.has(Kind.UNITS) || !fields.has(Kind.UNIT)) {
            return LengthReading.length(fields);
        }
        Size size = Lengths.size(fields.unit());
        Meaning whole = whole(fields, context);
        Period period = whole == null ? null : whole.period();
        if (size == null || whole == null || period == null) {
            return whole;
        }
        boolean last = !fields.has(Kind.ORDINAL);
        LocalDate first = last ? period.last() : start(size, period.first(), fields.get(Kind.ORDINAL));
        if (first == null || !period.holds(first)) {
            return null;
        }
        if (size != Size.WEEK) {
            return Meaning.of(Period.holding(size, first), whole.anchor());
        }
        LocalDate begin = last ? first.minusDays(WEEK - 1L) : first;
        Period week = Period.holding(Size.WEEK, begin.plusDays(WEEK / 2));
        return Meaning.of(week, whole.anchor()).within(begin, begin.plusDays(WEEK - 1L));
    }

    /** "The last Friday of March", "the second Tuesday of next month". */
    @Nullable
    private static Meaning weekday(Fields fields, Context context) {
        if (fields.has(Kind.MONTH)) {
            return PointReading.ofMonth(fields, context, "-XX", month -> nth(fields, month));
        }
        if (fields.has(Kind.YEAR)) {
            Meaning year = whole(fields, context);
            Period period = year == null ? null : year.period();
            return period == null ? null : Meaning.of(nth(fields, period), Anchor.NONE);
        }
        Size size = Lengths.size(fields.unit());
        Timeline.Reference base = context.base();
        if (size == null || base == null || !base.period().size().isWithin(size)) {
            // Of a year that is all the text tells, the month is not known.
            return Meaning.unresolved(
                    TimeExpression.Type.DATE,
                    "XXXX-WXX-" + fields.get(Kind.WEEKDAY),
                    base == null ? Unresolved.NO_PUBLICATION_DATE : Unresolved.NO_REFERENCE);
        }
        int steps = fields.has(Kind.SHIFT) ? fields.shift().steps() : 0;
        Period period = Period.holding(size, base.period().first()).plus(steps);
        return Meaning.of(nth(fields, period), base.anchor());
    }

    /**
     * The day of the week that is the n-th of a stretch, or its last where the words give no number.
     *
     * @throws DateTimeException if the stretch has not so many
     */
    private static Period nth(Fields fields, Period period) {
        DayOfWeek day = DayOfWeek.of(fields.get(Kind.WEEKDAY));
        LocalDate found = fields.has(Kind.ORDINAL)
                ? period.first().with(TemporalAdjusters.nextOrSame(day)).plusWeeks(fields.get(Kind.ORDINAL) - 1L)
                : period.last().with(TemporalAdjusters.previousOrSame(day));
        if (!period.holds(found)) {
            throw new DateTimeException("not so many days of the week");
        }
        return Period.day(found);
    }

    @Nullable
    private static LocalDate start(Size size, LocalDate first, int ordinal) {
        return switch (size) {
            case DAY -> first.plusDays(ordinal - 1L);
            case WEEK, WEEKEND -> first.plusDays((long) WEEK * (ordinal - 1));
            case MONTH -> first.plusMonths(ordinal - 1L);
            case QUARTER -> first.plusMonths(3L * (ordinal - 1));
            case YEAR -> first.plusYears(ordinal - 1L);
            case DECADE -> first.plusYears(10L * (ordinal - 1));
            case SEASON, HALF, CENTURY -> null;
        };
    }

    @Nullable
    private static Meaning whole(Fields fields, Context context) {
        if (fields.has(Kind.MONTH)) {
            return PointReading.month(fields, context);
        }
        if (fields.has(Kind.YEAR)) {
            int year = fields.get(Kind.YEAR);
            return Period.isYear(year) ? Meaning.of(Period.year(year), Anchor.NONE) : null;
        }
        Unit unit = fields.secondUnit();
        Size size = unit == null ? null : Lengths.size(unit);
        Timeline.Reference base = context.base();
        if (size == null || base == null) {
            return null;
        }
        int steps = fields.has(Kind.SHIFT) ? fields.shift().steps() : 0;
        return Meaning.of(Period.holding(size, base.period().first()).plus(steps), base.anchor());
    }
}
