package io.averment.analysis.time;

import io.averment.analysis.time.Period.Size;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Narrows a stretch to its beginning, middle or end: early 2024, the end of the month, later this week. */
final class Staging {

    private static final int THIRDS = 3;

    private Staging() {}

    static Meaning apply(Fields fields, Meaning meaning, Context context) {
        Period period = meaning.period();
        if (period == null || period.size() == Size.DAY || period.size() == Size.WEEKEND) {
            return meaning;
        }
        if (fields.has(Kind.BEFORE)) {
            return untilOrFrom(Stage.NUMBERS.at(fields.get(Kind.BEFORE)), period, meaning, context);
        }
        int stage = Math.max(fields.get(Kind.STAGE), fields.get(Kind.LIMIT));
        if (stage < 0) {
            return fields.has(Cue.END) ? part(Stage.END, period, meaning) : meaning;
        }
        return part(Stage.NUMBERS.at(stage), period, meaning);
    }

    /** A third of it, in whole months where it is longer than a quarter, in whole years where it is longer than a year. */
    static Meaning part(Stage stage, Period period, Meaning meaning) {
        LocalDate first = period.first();
        LocalDate last = period.last();
        ChronoUnit unit = grain(period.size());
        long third = unit.between(first, last.plusDays(1)) / THIRDS;
        LocalDate second = first.plus(third, unit);
        LocalDate ending = last.plusDays(1).minus(third, unit);
        return switch (stage) {
            case START -> meaning.within(first, second.minusDays(1));
            case MID -> meaning.within(second, ending.minusDays(1));
            case END -> meaning.within(ending, last);
        };
    }

    private static ChronoUnit grain(Size size) {
        return switch (size) {
            case DAY, WEEKEND, WEEK, MONTH, QUARTER, SEASON -> ChronoUnit.DAYS;
            case HALF, YEAR -> ChronoUnit.MONTHS;
            case DECADE, CENTURY -> ChronoUnit.YEARS;
        };
    }

    /** "Earlier this week" ends today, "later" begins today. */
    private static Meaning untilOrFrom(Stage stage, Period period, Meaning meaning, Context context) {
        LocalDate today = today(context);
        if (today == null || !period.holds(today)) {
            return part(stage, period, meaning);
        }
        return stage == Stage.START ? meaning.within(period.first(), today) : meaning.within(today, period.last());
    }

    @Nullable
    private static LocalDate today(Context context) {
        Timeline.Reference base = context.base();
        return base == null ? null : base.period().first();
    }
}
