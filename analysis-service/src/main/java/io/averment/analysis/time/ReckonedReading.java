package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads stretches that are reckoned from today or from another point of the text. */
final class ReckonedReading {

    private static final int QUARTERS = 4;
    private static final int WHOLE = 1000;

    private ReckonedReading() {}

    /** "Last week", "the following year", "this month". */
    @Nullable
    static Meaning shift(Fields fields, Context context) {
        if (!fields.has(Kind.SHIFT)) {
            boolean next = fields.has(Cue.NEXT);
            return next || fields.has(Cue.LAST) ? beyond(next ? 2 : -2, fields, context) : same(fields, context);
        }
        if (fields.has(Kind.SPAN) || fields.has(Cue.QUARTER)) {
            return ofQuarter(fields.shift().steps() * QUARTERS, context);
        }
        if (!fields.hasUnit()) {
            return null;
        }
        Unit unit = fields.unit();
        Size size = Lengths.size(unit);
        Shift shift = fields.shift();
        if (size == null || unit == Unit.FORTNIGHT || (shift == Shift.PAST && isRolling(size))) {
            return unit == Unit.SECOND ? null : LengthReading.recent(fields, context);
        }
        boolean told =
                context.source() != null || context.timeline().isNarrative() || context.direction() == Direction.PAST;
        boolean anaphoric =
                shift.isAnaphoric() || size == Size.DAY || (told && shift == Shift.NEXT && fields.has(Cue.THE));
        Timeline.Reference from = anaphoric ? last(size, context) : context.base();
        if (from == null && anaphoric && size != Size.DAY) {
            from = context.base();
        }
        if (from == null) {
            return unknown(size, anaphoric);
        }
        if (isCoarser(from, size)) {
            return inside(from, size, shift.steps());
        }
        LocalDate day = from.period().first();
        Period period = Period.holding(size, day).plus(shift.steps());
        if (size == Size.WEEKEND && shift == Shift.LAST && !period.last().isBefore(day)) {
            period = period.plus(-1);
        }
        Meaning meaning = Meaning.of(period, from.anchor());
        return Staging.apply(fields, meaning, context);
    }

    /** "The year after next", "the week before last". */
    @Nullable
    private static Meaning beyond(int steps, Fields fields, Context context) {
        Size size = Lengths.size(fields.unit());
        Timeline.Reference from = context.base();
        if (size == null) {
            return null;
        }
        return from == null || isCoarser(from, size)
                ? unknown(size, from != null)
                : Meaning.of(Period.holding(size, from.period().first()).plus(steps), from.anchor());
    }

    /** What the sentence reckons it from, else the last that the text spoke of. */
    private static Timeline.@Nullable Reference last(Size size, Context context) {
        return context.source() == null ? context.timeline().told(size) : context.source();
    }

    /** Whether a stretch is too long to tell which unit of a kind is meant: the next day, told of a month. */
    private static boolean isCoarser(Timeline.Reference from, Size size) {
        return !from.period().size().isWithin(size);
    }

    /** One of the days, weeks, months of a stretch, nobody says which, or one so many further. */
    private static Meaning inside(Timeline.Reference from, Size size, int steps) {
        Period period = from.period();
        LocalDate first = Period.holding(size, period.first()).plus(steps).first();
        LocalDate last = Period.holding(size, period.last()).plus(steps).last();
        return steps == 0 ? between(period.first(), period.last(), size, from) : between(first, last, size, from);
    }

    /** "The past decade" is the ten years until now. */
    private static boolean isRolling(Size size) {
        return size == Size.DECADE || size == Size.CENTURY || size == Size.MONTH || size == Size.WEEK;
    }

    private static Meaning unknown(Size size, boolean anaphoric) {
        return Meaning.unresolved(
                TimeExpression.Type.DATE,
                unknown(size),
                anaphoric ? Unresolved.NO_REFERENCE : Unresolved.NO_PUBLICATION_DATE);
    }

    private static String unknown(Size size) {
        return switch (size) {
            case DAY -> "XXXX-XX-XX";
            case WEEKEND -> "XXXX-WXX-WE";
            case WEEK -> "XXXX-WXX";
            case MONTH -> "XXXX-XX";
            case QUARTER -> "XXXX-QX";
            case SEASON -> "XXXX-XX";
            case HALF -> "XXXX-HX";
            case YEAR -> "XXXX";
            case DECADE -> "XXX";
            case CENTURY -> "XX";
        };
    }

    /** A quarter so many quarters from the one that is spoken of: the last that the text named, else the last that is over. */
    private static Meaning ofQuarter(int steps, Context context) {
        Timeline.Reference named = context.timeline().quarter();
        if (named != null) {
            return Meaning.of(named.period().plus(steps), named.anchor());
        }
        Timeline.Reference base = context.base();
        if (base == null) {
            return unknown(Size.QUARTER, false);
        }
        Period over = Period.holding(Size.QUARTER, base.period().first()).plus(-1L + steps);
        return Meaning.of(over, base.anchor());
    }

    /** "That year", "the quarter", "the end of the month": the last of its kind that the text spoke of, else the present one. */
    @Nullable
    static Meaning same(Fields fields, Context context) {
        boolean quarter = fields.has(Cue.QUARTER) || (fields.hasUnit() && fields.unit() == Unit.QUARTER);
        if (fields.has(Kind.SPAN) || quarter) {
            return ofQuarter(0, context);
        }
        Size size = fields.hasUnit() ? Lengths.size(fields.unit()) : null;
        if (size == null) {
            return null;
        }
        if (size == Size.YEAR && fields.has(Fields.Trait.ENDED)) {
            return LengthReading.length(fields);
        }
        if (fields.has(Fields.Trait.OPEN)) {
            return unknown(size, true);
        }
        if (fields.has(Fields.Trait.AHEAD) || fields.has(Fields.Trait.BACK)) {
            return beside(size, fields.has(Fields.Trait.BACK) ? -1 : 1, context);
        }
        boolean that = fields.has(Kind.SHIFT) && fields.shift().isAnaphoric();
        Timeline.Reference from = unitBase(fields, size, that, context);
        if (from == null && !that) {
            from = context.base();
        }
        if (from == null) {
            return unknown(size, that);
        }
        if (isCoarser(from, size)) {
            return inside(from, size, 0);
        }
        Period period = Period.holding(size, from.period().first());
        if (size == Size.WEEKEND
                && !that
                && period.first().isAfter(from.period().first())) {
            period = period.plus(context.direction().isAhead() ? 0 : -1);
        }
        return Staging.apply(fields, Meaning.of(period, from.anchor()), context);
    }

    /** "The day after May 3", "the week before Christmas". */
    @Nullable
    private static Meaning beside(Size size, int steps, Context context) {
        Timeline.Reference from = context.source();
        if (from == null || isCoarser(from, size)) {
            return unknown(size, true);
        }
        return Meaning.of(Period.holding(size, from.period().first()).plus(steps), from.anchor());
    }

    /** What "the year" is the year of: of what was said then, of the last date, of the report. */
    private static Timeline.@Nullable Reference unitBase(Fields fields, Size size, boolean that, Context context) {
        if (context.source() != null) {
            return context.source();
        }
        Timeline.Reference last = context.timeline().last(size);
        if (that || context.timeline().isNarrative()) {
            return last;
        }
        Timeline.Reference base = context.base();
        // What was done by the end of the year was not done by the end of this year, which is to come.
        boolean ending = fields.get(Kind.LIMIT) == Stage.NUMBERS.of(Stage.END) && context.direction() == Direction.PAST;
        boolean over = base == null
                || Period.holding(size, base.period().first())
                        .last()
                        .isBefore(base.period().first().plusDays(1));
        return ending && !over && last != null && !isCoarser(last, size) ? last : base;
    }

    /** "In two weeks", of what is to come; the length itself where that day is not known. */
    static Meaning hence(Fields fields, Context context, Meaning length) {
        if (Lengths.count(fields) < 0 || fields.unit().isOfDay()) {
            return length;
        }
        return moved(fields, context.near(), 1, Unresolved.NO_PUBLICATION_DATE);
    }

    /** "Three days ago", "two years from now". */
    static Meaning ago(Fields fields, Context context, int sign) {
        if (fields.has(Kind.TODAY) || fields.has(Kind.SHIFT)) {
            return sameOfBefore(fields, context);
        }
        if (fields.has(Kind.SPAN) || fields.has(Cue.QUARTER) || isPlainYear(fields)) {
            Meaning quarter = quarterAgo(fields, context, sign);
            if (quarter != null) {
                return quarter;
            }
        }
        if (context.isOfUnknownDay()) {
            return moved(fields, null, sign, Unresolved.NO_REFERENCE);
        }
        return moved(fields, context.today(), sign, Unresolved.NO_PUBLICATION_DATE);
    }

    /** "Two years ago this month", "five years ago today": the same month or day so long before. */
    private static Meaning sameOfBefore(Fields fields, Context context) {
        Unit second = fields.secondUnit();
        Size size = second == null ? Size.DAY : Lengths.size(second);
        Timeline.Reference from = context.isOfUnknownDay() ? null : context.today();
        if (size == null || from == null || isCoarser(from, size)) {
            return unknown(size == null ? Size.DAY : size, from != null);
        }
        int steps =
                fields.has(Kind.TODAY) ? fields.get(Kind.TODAY) : fields.shift().steps();
        LocalDate now = Period.holding(size, from.period().first()).plus(steps).middle();
        int count = Lengths.count(fields);
        LocalDate day = count < 0 ? null : Lengths.moved(now, -count, fields.unit());
        return day == null ? vague(from, -1) : Meaning.of(Period.holding(size, day), from.anchor());
    }

    /** "A year ago" beside figures of a quarter is that quarter of the year before. */
    @Nullable
    private static Meaning quarterAgo(Fields fields, Context context, int sign) {
        if (fields.has(Cue.QUARTER) && fields.has(Kind.ORDINAL)) {
            Timeline.Reference base = context.base();
            int number = fields.get(Kind.ORDINAL);
            if (base == null || number > QUARTERS) {
                return null;
            }
            Period quarter =
                    Nearness.ofYears(year -> Period.quarter(year, number), base.period(), Direction.PAST, false);
            return quarter == null ? null : Meaning.of(quarter.plus((long) sign * QUARTERS), base.anchor());
        }
        boolean explicit = fields.has(Kind.SPAN) || fields.has(Cue.QUARTER);
        Timeline.Reference last = context.timeline().quarter();
        if (!explicit && last == null) {
            return null;
        }
        return ofQuarter(sign * QUARTERS, context);
    }

    private static boolean isPlainYear(Fields fields) {
        return fields.hasUnit() && fields.unit() == Unit.YEAR && Lengths.count(fields) == WHOLE;
    }

    /** "Two days later", "a year earlier": from the last point of the text. */
    static Meaning fromLast(Fields fields, Context context, int sign) {
        if (fields.has(Kind.SPAN) || fields.has(Cue.QUARTER) || isPlainYear(fields)) {
            Meaning quarter = quarterAgo(fields, context, sign);
            if (quarter != null) {
                return quarter;
            }
        }
        Size size = fields.hasUnit() ? Lengths.size(fields.unit()) : null;
        Timeline.Reference last = size == null ? context.timeline().last() : last(size, context);
        // A year earlier, and nothing said of when, is a year before the present figures.
        boolean present = last == null && sign < 0 && size == Size.YEAR;
        Timeline.Reference from = present ? context.base() : last;
        return moved(fields, from, sign, Unresolved.NO_REFERENCE);
    }

    private static Meaning moved(Fields fields, Timeline.@Nullable Reference from, int sign, Unresolved reason) {
        Unit unit = fields.unit();
        int count = Lengths.count(fields);
        Size size = Lengths.size(unit);
        if (count < 0) {
            return vague(from, sign);
        }
        if (unit.isOfDay()) {
            return Meaning.timeless(TimeExpression.Type.DURATION, Lengths.timex(count, unit));
        }
        Size grain = size == null || Size.YEAR.isWithin(size) ? Size.YEAR : size;
        if (from == null) {
            return unknown(grain, reason == Unresolved.NO_REFERENCE);
        }
        LocalDate day = Lengths.moved(from.period().first(), (long) sign * count, unit);
        if (day != null && isCoarser(from, grain)) {
            Period whole = from.period();
            LocalDate latest = Lengths.moved(whole.last(), (long) sign * count, unit);
            return latest == null ? vague(from, sign) : between(day, latest, grain, from);
        }
        return day == null
                ? vague(from, sign)
                : Meaning.of(Period.holding(finer(unit, grain, count), day), from.anchor());
    }

    /** Some day, week, month from one day to another. */
    private static Meaning between(LocalDate earliest, LocalDate latest, Size size, Timeline.Reference from) {
        boolean month = size == Size.DAY && earliest.withDayOfMonth(1).equals(latest.withDayOfMonth(1));
        String value = month
                ? Period.holding(Size.MONTH, earliest).timex() + "-XX"
                : Period.holding(Size.YEAR, earliest).timex() + unknown(size).substring("XXXX".length());
        return new Meaning(
                TimeExpression.Type.DATE, value, earliest + "/" + latest, earliest, latest, from.anchor(), null, null);
    }

    /** Half years are reckoned in months. */
    private static Size finer(Unit unit, Size grain, int count) {
        return unit == Unit.YEAR && count % WHOLE != 0 ? Size.MONTH : grain;
    }

    private static Meaning vague(Timeline.@Nullable Reference from, int sign) {
        String value = sign < 0 ? "PAST_REF" : "FUTURE_REF";
        if (from == null) {
            return Meaning.unresolved(TimeExpression.Type.DATE, value, Unresolved.VAGUE);
        }
        LocalDate day = from.period().first();
        return new Meaning(
                TimeExpression.Type.DATE,
                value,
                null,
                sign < 0 ? null : day,
                sign < 0 ? day : null,
                from.anchor(),
                Unresolved.VAGUE,
                null);
    }
}
