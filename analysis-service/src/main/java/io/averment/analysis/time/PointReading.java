package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import io.averment.analysis.time.TimeExpression.Anchor;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads points and stretches of the calendar and times of day. Immutable. */
final class PointReading {

    private static final int QUARTERS = 4;
    private static final int THOUSANDTHS = 1000;
    private static final int YEARS_OF_CENTURY = 100;

    /** In so many years from the nearest a day of the week still tells which year a date is of. */
    private static final int FURTHEST_WEEKDAY = 1;

    /** The last whose decades are named with it: the twenty-tens. */
    private static final int MAX_CENTURY = 20;

    private final NamedDays days;

    PointReading(NamedDays days) {
        this.days = days;
    }

    /**
     * What a match means; nothing where that cannot be said.
     *
     * @throws DateTimeException if there is no such day
     */
    @Nullable
    Meaning read(Fields fields, Context context) {
        Meaning date = date(fields, context);
        if (date == null) {
            return null;
        }
        Meaning sure = contradicts(fields, date) ? date.uncertain() : date;
        Meaning timed = ClockReading.apply(fields, Staging.apply(fields, sure, context));
        return fields.has(Kind.APPROX) ? timed.approximate() : timed;
    }

    /** Whether a date is that of another day of the week than the words say. */
    private static boolean contradicts(Fields fields, Meaning date) {
        Period period = date.period();
        boolean dated = fields.has(Kind.MONTH) || fields.has(Kind.ISO);
        return period != null
                && dated
                && fields.has(Kind.WEEKDAY)
                && period.size() == Size.DAY
                && period.first().getDayOfWeek().getValue() != fields.get(Kind.WEEKDAY);
    }

    /** What names a day that its month has not (February 30); nothing for anything else that is not in the calendar. */
    @Nullable
    static Meaning noSuchDay(Fields fields) {
        int digits = fields.get(Kind.ISO);
        int month = fields.has(Kind.ISO) ? digits / 100 % 100 : fields.get(Kind.MONTH);
        int year = fields.has(Kind.ISO) ? digits / 10_000 : year(fields);
        boolean day = fields.reading == Reading.POINT && (fields.has(Kind.DAY) || isOrdinalOfMonth(fields));
        boolean weekday = fields.reading == Reading.FIRST && fields.has(Kind.WEEKDAY);
        if (!fields.has(Kind.ISO) && !day && !weekday) {
            return null;
        }
        String value = (Period.isYear(year) ? String.valueOf(year) : "XXXX")
                + (month < 1 ? "-XX" : (month < 10 ? "-0" : "-") + month)
                + "-XX";
        return Meaning.unresolved(TimeExpression.Type.DATE, value, Unresolved.NO_SUCH_DAY);
    }

    private static boolean isOrdinalOfMonth(Fields fields) {
        return fields.has(Kind.ORDINAL)
                && (fields.has(Kind.MONTH) || fields.isDayOfOpenMonth())
                && Period.isDayOfMonth(fields.get(Kind.ORDINAL));
    }

    @Nullable
    private Meaning date(Fields fields, Context context) {
        if (fields.has(Kind.ISO)) {
            int digits = fields.get(Kind.ISO);
            return explicit(Period.day(LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100)));
        }
        if (fields.has(Kind.NUMERIC)) {
            return numeric(fields.get(Kind.NUMERIC), context.timeline().order());
        }
        if (fields.has(Kind.HOLIDAY)) {
            return holiday(fields, context);
        }
        if (fields.has(Kind.MONTH)) {
            return fields.has(Kind.DAY) || fields.has(Kind.ORDINAL) ? day(fields, context) : month(fields, context);
        }
        if (fields.has(Kind.SEASON)) {
            Season season = Season.NUMBERS.at(fields.get(Kind.SEASON));
            return named(fields, context, year -> Period.season(year, season), "XXXX-" + season);
        }
        if (fields.has(Kind.QUARTER) || (fields.has(Cue.QUARTER) && fields.has(Kind.ORDINAL)) || fields.has(Cue.HALF)) {
            return quarter(fields, context);
        }
        if (fields.has(Cue.CENTURY)) {
            int ordinal = fields.get(Kind.ORDINAL);
            return ordinal >= 1 && ordinal <= 30 ? explicit(Period.century(ordinal)) : null;
        }
        if (fields.isDayOfOpenMonth()) {
            int day = fields.get(Kind.ORDINAL);
            return fields.has(Kind.SHIFT) ? dayOfShiftedMonth(day, fields.shift(), context) : dayOfMonth(day, context);
        }
        if (fields.has(Kind.DECADE)) {
            return decade(fields);
        }
        if (fields.has(Kind.WEEKDAY)) {
            return weekday(fields, context);
        }
        if (fields.has(Kind.TODAY) || fields.has(Kind.TONIGHT)) {
            return today(fields.has(Kind.TODAY) ? fields.get(Kind.TODAY) : 0, context);
        }
        return year(fields) >= 0 ? ofYear(fields, context) : dayOfClock(fields, context);
    }

    /** "The 16th": of the month that the text has come to, or the next one; of the one that the tense speaks of, where it has come to none. */
    @Nullable
    private static Meaning dayOfMonth(int day, Context context) {
        if (!Period.isDayOfMonth(day)) {
            return null;
        }
        Timeline.Reference told = context.source() == null ? context.timeline().told(Size.MONTH) : context.source();
        Timeline.Reference from = told == null || !told.period().size().isWithin(Size.MONTH) ? context.base() : told;
        if (from == null) {
            return missing("XXXX-XX-" + (day < 10 ? "0" : "") + day);
        }
        LocalDate first = from.period().first();
        boolean month = from.period().size() == Size.MONTH;
        boolean passed = !month && day < first.getDayOfMonth();
        boolean forward = from.equals(told) || context.direction().isAhead();
        boolean ahead = forward && passed;
        boolean back = !forward && !month && day > first.getDayOfMonth();
        LocalDate start = first.withDayOfMonth(1).plusMonths(ahead ? 1 : back ? -1 : 0);
        return Meaning.of(Period.day(start.withDayOfMonth(day)), from.anchor());
    }

    /** "The 15th of next month", and of "that month" the one that the text has come to. */
    private static Meaning dayOfShiftedMonth(int day, Shift shift, Context context) {
        Timeline.Reference told = shift.isAnaphoric() ? context.timeline().told(Size.MONTH) : null;
        Timeline.Reference from = told == null ? context.base() : told;
        if (from == null || !from.period().size().isWithin(Size.MONTH)) {
            return missing("XXXX-XX-" + (day < 10 ? "0" : "") + day, from);
        }
        Period month = Period.holding(Size.MONTH, from.period().first()).plus(shift.steps());
        return Meaning.of(Period.day(month.first().withDayOfMonth(day)), from.anchor());
    }

    /** A day in digits; where nothing says whether the day or the month stands first, one of two days. */
    private static Meaning numeric(int digits, DateOrder order) {
        if (order != DateOrder.UNKNOWN) {
            return explicit(Period.day(order.day(digits)));
        }
        LocalDate one = DateOrder.DAY_FIRST.day(digits);
        LocalDate other = DateOrder.MONTH_FIRST.day(digits);
        LocalDate earliest = one.isBefore(other) ? one : other;
        LocalDate latest = one.isBefore(other) ? other : one;
        return new Meaning(
                TimeExpression.Type.DATE,
                digits / 10_000 + "-XX-XX",
                "[" + earliest + "," + latest + "]",
                earliest,
                latest,
                Anchor.NONE,
                Unresolved.AMBIGUOUS,
                null);
    }

    /** "The nineteen-eighties" say their century; "the 1800s" are one. */
    @Nullable
    private static Meaning decade(Fields fields) {
        int first = fields.get(Kind.DECADE);
        if (fields.has(Kind.NUMBER)) {
            int century = fields.get(Kind.NUMBER) / THOUSANDTHS;
            return century > 0 && century <= MAX_CENTURY
                    ? explicit(Period.decade(YEARS_OF_CENTURY * century + first % YEARS_OF_CENTURY))
                    : null;
        }
        boolean whole = first % YEARS_OF_CENTURY == 0 && first / YEARS_OF_CENTURY < MAX_CENTURY;
        return explicit(whole ? Period.century(first / YEARS_OF_CENTURY + 1) : Period.decade(first));
    }

    private static Meaning explicit(Period period) {
        return Meaning.of(period, Anchor.NONE);
    }

    /** The year that the words give, or -1. */
    private static int year(Fields fields) {
        for (Kind kind : new Kind[] {Kind.YEAR, Kind.SHORT_YEAR, Kind.FISCAL_YEAR}) {
            if (fields.has(kind)) {
                return fields.get(kind);
            }
        }
        return fields.has(Cue.YEAR) && fields.has(Kind.NUMBER) ? fields.get(Kind.NUMBER) / THOUSANDTHS : -1;
    }

    private static Meaning missing(String value) {
        return missing(value, null);
    }

    /** @param coarse what it would be reckoned from if that were a day; nothing where the publication is not known either */
    private static Meaning missing(String value, Timeline.@Nullable Reference coarse) {
        Unresolved reason = coarse == null ? Unresolved.NO_PUBLICATION_DATE : Unresolved.NO_REFERENCE;
        return Meaning.unresolved(TimeExpression.Type.DATE, value, reason);
    }

    @Nullable
    private Meaning ofYear(Fields fields, Context context) {
        int year = year(fields);
        if (!Period.isYear(year)) {
            return null;
        }
        if (fields.has(Kind.FISCAL_YEAR) || fields.has(Cue.FISCAL)) {
            // When it begins is not said: in the July before in one country, in the April of its year in another.
            Meaning plain = explicit(Period.year(year));
            return new Meaning(
                    plain.type(),
                    plain.value(),
                    null,
                    LocalDate.of(year - 1, 7, 1),
                    LocalDate.of(year + 1, 6, 30),
                    Anchor.NONE,
                    null,
                    plain.period());
        }
        if (fields.has(Cue.QUARTER) || fields.has(Kind.SPAN)) {
            Timeline.Reference quarter = context.timeline().quarter();
            if (quarter != null && fields.has(Cue.QUARTER)) {
                return explicit(quarter.period()
                        .plus((long) QUARTERS * (year - quarter.period().year())));
            }
        }
        return explicit(Period.year(year));
    }

    /** Something that each year has, where the words may say which year. */
    @Nullable
    private static Meaning named(Fields fields, Context context, IntFunction<Period> byYear, String unknown) {
        int year = year(fields);
        if (year >= 0) {
            return Period.isYear(year) ? explicit(byYear.apply(year)) : null;
        }
        int shift = fields.yearShift();
        Timeline.Reference base = shift == Fields.ABSENT
                ? context.yearBase(isEdtf(unknown) ? Size.MONTH : Size.YEAR)
                : shiftBase(Shift.NUMBERS.at(shift), context);
        if (base != null && shift != Fields.ABSENT) {
            int shifted = base.period().year() + Shift.NUMBERS.at(shift).steps();
            return Meaning.of(byYear.apply(shifted), base.anchor());
        }
        if (base == null) {
            return missing(unknown).named(unknown, isEdtf(unknown) ? unknown : null);
        }
        LocalDate day = base.period().middle();
        Period period = fields.has(Kind.SHIFT)
                ? shifted(fields, byYear, day)
                : Nearness.ofYears(byYear, base.period(), context.directionFrom(base), context.isTold(base));
        return period == null ? null : Meaning.of(period, base.anchor());
    }

    /** What the year of "in May that year" is reckoned from: that which the text has come to; of "last year" the present one. */
    private static Timeline.@Nullable Reference shiftBase(Shift shift, Context context) {
        Timeline.Reference told = shift.isAnaphoric() ? context.timeline().told(Size.YEAR) : null;
        return told == null ? context.base() : told;
    }

    /** A month or a day of an unknown year; seasons and quarters are written differently there. */
    private static boolean isEdtf(String unknown) {
        return Character.isDigit(unknown.charAt("XXXX-".length()));
    }

    /** Of "this past Friday" the past. */
    private static Shift lastShift(Fields fields) {
        int second = fields.second(Kind.SHIFT);
        return second < 0 ? fields.shift() : Shift.NUMBERS.at(second);
    }

    @Nullable
    private static Period shifted(Fields fields, IntFunction<Period> byYear, LocalDate base) {
        return switch (lastShift(fields)) {
            case LAST, PAST, PREVIOUS -> Nearness.before(byYear, base);
            case NEXT, FOLLOWING -> Nearness.after(byYear, base);
            case THIS, SAME, THAT -> byYear.apply(base.getYear());
        };
    }

    @Nullable
    private Meaning day(Fields fields, Context context) {
        int month = fields.get(Kind.MONTH);
        int day = fields.has(Kind.DAY) ? fields.get(Kind.DAY) : fields.get(Kind.ORDINAL);
        // A wrong day is found out here, in a leap year.
        LocalDate valid = LocalDate.of(2024, month, day);
        int weekday = fields.get(Kind.WEEKDAY);
        IntFunction<Period> byYear = year -> Period.day(LocalDate.of(year, month, day));
        String unknown = "XXXX" + valid.toString().substring(4);
        Meaning nearest = named(fields, context, byYear, unknown);
        if (weekday < 1
                || year(fields) >= 0
                || fields.yearShift() != Fields.ABSENT
                || nearest == null
                || nearest.period() == null) {
            return nearest;
        }
        IntFunction<Period> byWeekday = year -> {
            Period date = byYear.apply(year);
            if (date.first().getDayOfWeek().getValue() != weekday) {
                throw new DateTimeException("another day of the week");
            }
            return date;
        };
        Meaning fitting = named(fields, context, byWeekday, unknown);
        // Years away a date is rather misprinted than meant.
        boolean near = fitting != null
                && fitting.period() != null
                && Math.abs(fitting.period().year() - nearest.period().year()) <= FURTHEST_WEEKDAY;
        return near ? fitting : nearest;
    }

    /** A month, of the year that the words give or of the nearest. */
    @Nullable
    static Meaning month(Fields fields, Context context) {
        return ofMonth(fields, context, "", month -> month);
    }

    /**
     * A part of a month, of the year that the words give or of the nearest.
     *
     * @param unknown what the part is called where the year is not known
     * @throws DateTimeException if the month has no such part
     */
    @Nullable
    static Meaning ofMonth(Fields fields, Context context, String unknown, UnaryOperator<Period> part) {
        int month = fields.get(Kind.MONTH);
        String name = "XXXX-" + (month < 10 ? "0" : "") + month + unknown;
        IntFunction<Period> byYear = year -> {
            Period whole = Period.month(year, month);
            try {
                return part.apply(whole);
            } catch (DateTimeException e) {
                return whole;
            }
        };
        Meaning nearest = named(fields, context, byYear, name);
        Period period = nearest == null ? null : nearest.period();
        // The month that is meant may lack the part; the same month of another year is then not meant instead.
        return nearest == null || period == null || period.size() != Size.MONTH
                ? nearest
                : Meaning.of(part.apply(period), nearest.anchor());
    }

    @Nullable
    private Meaning holiday(Fields fields, Context context) {
        int index = fields.get(Kind.HOLIDAY);
        if (days.isOnce(index)) {
            return explicit(Period.day(days.in(index, 0)));
        }
        String name = "XXXX" + days.in(index, 2023).toString().substring(4);
        String unknown = days.isFixed(index) ? name : "XXXX-XX-XX";
        return named(fields, context, year -> Period.day(days.in(index, year)), unknown);
    }

    @Nullable
    private static Meaning quarter(Fields fields, Context context) {
        int number = fields.has(Kind.QUARTER)
                ? fields.get(Kind.QUARTER)
                : fields.get(Kind.ORDINAL) + (fields.has(Cue.HALF) ? QUARTERS : 0);
        int most = fields.has(Cue.QUARTER) ? QUARTERS : QUARTERS + 2;
        if (number < 1 || number > most) {
            return null;
        }
        boolean half = number > QUARTERS;
        IntFunction<Period> byYear = year -> half ? Period.half(year, number - QUARTERS) : Period.quarter(year, number);
        String unknown = half ? "XXXX-H" + (number - QUARTERS) : "XXXX-Q" + number;
        Timeline.Reference base = context.base();
        if (fields.has(Kind.SHIFT) && year(fields) < 0 && base != null) {
            int year = base.period().year() + fields.shift().steps();
            return Meaning.of(byYear.apply(year), base.anchor());
        }
        // A quarter's results may be told when it is over: of them the future tense says nothing of the quarter.
        boolean results =
                fields.has(Fields.Trait.ATTRIBUTE) && context.direction().isAhead();
        Direction direction = results ? Direction.UNKNOWN : context.direction();
        return named(
                fields,
                new Context(context.timeline(), direction, context.source(), context.undated(), context.quoted()),
                byYear,
                unknown);
    }

    private static Meaning weekday(Fields fields, Context context) {
        DayOfWeek day = DayOfWeek.of(fields.get(Kind.WEEKDAY));
        Timeline.Reference source = context.source();
        Timeline.Reference base =
                source != null && source.period().size() == Size.DAY && context.isLongAgo() ? source : context.base();
        if (base == null || base.period().size() != Size.DAY) {
            return missing("XXXX-WXX-" + day.getValue(), base);
        }
        LocalDate today = base.period().first();
        LocalDate found;
        if (fields.has(Cue.WEEK)) {
            found = today.plusWeeks(fields.shift().steps()).with(day);
        } else if (fields.has(Kind.SHIFT)) {
            found = Nearness.weekday(day, lastShift(fields), today, context.direction());
        } else {
            found = Nearness.weekday(day, today, context.direction(), context.isTold(base));
        }
        return Meaning.of(Period.day(found), base.anchor());
    }

    private static Meaning today(int days, Context context) {
        if (context.isOfUnknownDay()) {
            return Meaning.unresolved(TimeExpression.Type.DATE, "XXXX-XX-XX", Unresolved.NO_REFERENCE);
        }
        Timeline.Reference base = context.today();
        return base == null || base.period().size() != Size.DAY
                ? missing("XXXX-XX-XX", base)
                : Meaning.of(Period.day(base.period().first().plusDays(days)), base.anchor());
    }

    /** The day of a time of day that no day stands beside. */
    private static Meaning dayOfClock(Fields fields, Context context) {
        Timeline.Reference source = context.source();
        if (fields.isClockAlone() && source != null && source.period().size() == Size.DAY) {
            return Meaning.of(source.period(), source.anchor());
        }
        boolean today = fields.has(Kind.SHIFT) && !fields.shift().isAnaphoric() && fields.shift() != Shift.NEXT;
        int steps = fields.has(Kind.SHIFT) ? fields.shift().steps() : 0;
        Timeline.Reference from = today
                ? context.timeline().published()
                : fields.has(Kind.SHIFT)
                        ? context.timeline().last(Size.DAY)
                        : context.timeline().clockBase(context.direction());
        if (from == null) {
            return missing("XXXX-XX-XX");
        }
        return Meaning.of(Period.day(from.period().first().plusDays(steps)), from.anchor());
    }
}
