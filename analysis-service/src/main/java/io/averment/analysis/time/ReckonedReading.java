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
            return same(fields, context);
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
        boolean anaphoric = shift.isAnaphoric() || size == Size.DAY;
        Timeline.Reference from = anaphoric ? context.timeline().last(size) : context.base();
        if (from == null && anaphoric && size != Size.DAY) {
            from = context.base();
        }
        if (from == null) {
            return unknown(size, anaphoric);
        }
        LocalDate day = from.period().first();
        Period period = Period.holding(size, day).plus(shift.steps());
        if (size == Size.WEEKEND && shift == Shift.LAST && !period.last().isBefore(day)) {
            period = period.plus(-1);
        }
        Meaning meaning = Meaning.of(period, from.anchor());
        return Staging.apply(fields, meaning, context);
    }

    /** "The past decade" is the ten years until now. */
    private static boolean isRolling(Size size) {
        return size == Size.DECADE || size == Size.CENTURY || size == Size.MONTH || size == Size.WEEK;
    }

    private static Meaning unknown(Size size, boolean anaphoric) {
        String value = switch (size) {
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
        return Meaning.unresolved(
                TimeExpression.Type.DATE, value, anaphoric ? Unresolved.NO_REFERENCE : Unresolved.NO_PUBLICATION_DATE);
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
        boolean that = fields.has(Kind.SHIFT) && fields.shift().isAnaphoric();
        Timeline.Reference from =
                that || context.timeline().isNarrative() ? context.timeline().last(size) : context.base();
        if (from == null && !that) {
            from = context.base();
        }
        if (from == null) {
            return unknown(size, that);
        }
        Period period = Period.holding(size, from.period().first());
        if (size == Size.WEEKEND
                && !that
                && period.first().isAfter(from.period().first())) {
            period = period.plus(context.direction() == Direction.FUTURE ? 0 : -1);
        }
        return Staging.apply(fields, Meaning.of(period, from.anchor()), context);
    }

    /** "Three days ago", "two years from now". */
    static Meaning ago(Fields fields, Context context, int sign) {
        if (fields.has(Kind.SPAN) || fields.has(Cue.QUARTER) || isPlainYear(fields)) {
            Meaning quarter = quarterAgo(fields, context, sign);
            if (quarter != null) {
                return quarter;
            }
        }
        return moved(fields, context.timeline().published(), sign, Unresolved.NO_PUBLICATION_DATE);
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
        Timeline.Reference last =
                size == null ? context.timeline().last() : context.timeline().last(size);
        Timeline.Reference from = last == null && size != Size.DAY ? context.base() : last;
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
        return day == null
                ? vague(from, sign)
                : Meaning.of(Period.holding(finer(unit, grain, count), day), from.anchor());
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
