package io.averment.analysis.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which of the stretches that bear the same name in each year, week is meant: the nearest to the day that it is reckoned from, where
 * one on the side that the tense speaks against counts as further away.
 */
final class Nearness {

    /** How many times further away a stretch counts that lies against the tense. */
    private static final int AGAINST_TENSE = 8;

    /** The same of what will be: so many times that a day which is over by a week is next year's. */
    private static final int OVER = 60;

    /** Stories go on: how many times further away an earlier stretch counts, in thirds. */
    private static final int BACKWARD = 5;

    private static final int FORWARD = 3;
    private static final int WEEK = 7;

    /** In so many years each day of the calendar comes at least once: 29 February, around a year 1900. */
    private static final int RAREST = 8;

    private Nearness() {}

    /** Of the years around a day. {@code byYear} may throw where a year has no such day; then that year is left out. */
    @Nullable
    static Period ofYears(IntFunction<Period> byYear, Period base, Direction direction, boolean narrative) {
        Period best = null;
        long least = Long.MAX_VALUE;
        int reach = 4;
        for (int year = base.year() - reach; year <= base.year() + reach; year++) {
            Period candidate = orNone(byYear, year);
            if (candidate == null) {
                continue;
            }
            long distance = weighed(candidate, base, direction, narrative);
            if (distance < least) {
                least = distance;
                best = candidate;
            }
        }
        return best;
    }

    private static long weighed(Period candidate, Period base, Direction direction, boolean narrative) {
        boolean before = candidate.last().isBefore(base.first());
        boolean after = candidate.first().isAfter(base.last());
        if (!before && !after) {
            return 0;
        }
        long days = before
                ? ChronoUnit.DAYS.between(candidate.last(), base.first())
                : ChronoUnit.DAYS.between(base.last(), candidate.first());
        if (narrative) {
            return days * (before ? BACKWARD : FORWARD);
        }
        if (before && direction == Direction.COMING) {
            return days * OVER;
        }
        boolean against = before ? direction == Direction.FUTURE : direction == Direction.PAST;
        return days * (against ? AGAINST_TENSE : 1);
    }

    /** The latest that lies wholly before a day. Years without it are left out as in {@link #ofYears}; null if all around are. */
    @Nullable
    static Period before(IntFunction<Period> byYear, LocalDate base) {
        for (int year = base.getYear() + 1; year >= base.getYear() - RAREST; year--) {
            Period candidate = orNone(byYear, year);
            if (candidate != null && candidate.last().isBefore(base)) {
                return candidate;
            }
        }
        return null;
    }

    /** The earliest that begins behind a day. Years without it are left out as in {@link #ofYears}; null if all around are. */
    @Nullable
    static Period after(IntFunction<Period> byYear, LocalDate base) {
        for (int year = base.getYear() - 1; year <= base.getYear() + RAREST; year++) {
            Period candidate = orNone(byYear, year);
            if (candidate != null && candidate.first().isAfter(base)) {
                return candidate;
            }
        }
        return null;
    }

    @Nullable
    private static Period orNone(IntFunction<Period> byYear, int year) {
        try {
            return byYear.apply(year);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A day of the week near a day: the one that the tense speaks of, else the last, the day itself included. */
    static LocalDate weekday(DayOfWeek day, LocalDate base, Direction direction, boolean narrative) {
        boolean forward = narrative || direction.isAhead();
        return base.with(forward ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day));
    }

    /** "Last", "this" and "next" with a day of the week. */
    static LocalDate weekday(DayOfWeek day, Shift shift, LocalDate base, Direction direction) {
        return switch (shift) {
            case LAST, PAST, PREVIOUS -> base.with(TemporalAdjusters.previous(day));
            case NEXT, FOLLOWING -> base.with(TemporalAdjusters.next(day));
            case THIS, SAME, THAT -> thisWeekday(day, base, direction);
        };
    }

    private static LocalDate thisWeekday(DayOfWeek day, LocalDate base, Direction direction) {
        LocalDate ahead = base.with(TemporalAdjusters.nextOrSame(day));
        return direction == Direction.PAST && !ahead.equals(base) ? ahead.minusDays(WEEK) : ahead;
    }
}
