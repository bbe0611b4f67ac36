package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import io.averment.analysis.time.TimeExpression.Anchor;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads units that are counted within a larger one: the second week of March, the last day of the year. */
final class PartReading {

    private static final int WEEK = 7;

    private PartReading() {}

    /** What a match means; nothing if the larger unit has no such part. */
    @Nullable
    static Meaning read(Fields fields, Context context) {
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
        int shift = Math.max(fields.second(Kind.SHIFT), fields.has(Kind.ORDINAL) ? fields.get(Kind.SHIFT) : -1);
        int steps = shift < 0 ? 0 : Shift.NUMBERS.at(shift).steps();
        return Meaning.of(Period.holding(size, base.period().first()).plus(steps), base.anchor());
    }
}
