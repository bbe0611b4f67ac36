package io.averment.analysis.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/**
 * A stretch of the calendar that has a name: a day, a week, a quarter, a decade. Weeks are those of ISO 8601. Years from 1 to 9999.
 *
 * @param size what kind of stretch it is
 * @param first its first day
 */
record Period(Size size, LocalDate first) {

    /** Kinds of stretches, from short to long. */
    enum Size {
        DAY,
        WEEKEND,
        WEEK,
        MONTH,
        QUARTER,
        SEASON,
        HALF,
        YEAR,
        DECADE,
        CENTURY;

        boolean isWithin(Size other) {
            return compareTo(other) <= 0;
        }
    }

    private static final int LONGEST_MONTH = 31;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;
    private static final int YEARS_OF_DECADE = 10;
    private static final int YEARS_OF_CENTURY = 100;
    private static final int MIN_YEAR = 101;
    private static final int MAX_YEAR = 9898;
    private static final int FIRST_QUARTER_CODE = 33;
    private static final int FIRST_HALF_CODE = 40;

    /** @throws DateTimeException for a year beyond the calendar */
    Period {
        if (first.getYear() < 0 || first.getYear() > MAX_YEAR + YEARS_OF_CENTURY) {
            throw new DateTimeException("There is no calendar for the year " + first.getYear());
        }
    }

    /** Whether some month has a day of that number. */
    static boolean isDayOfMonth(int day) {
        return day >= 1 && day <= LONGEST_MONTH;
    }

    static boolean isYear(int year) {
        return year >= MIN_YEAR && year <= MAX_YEAR;
    }

    static Period day(LocalDate day) {
        return new Period(Size.DAY, day);
    }

    static Period month(int year, int month) {
        return new Period(Size.MONTH, LocalDate.of(year, month, 1));
    }

    static Period quarter(int year, int quarter) {
        return new Period(Size.QUARTER, LocalDate.of(year, MONTHS_OF_QUARTER * (quarter - 1) + 1, 1));
    }

    static Period half(int year, int half) {
        return new Period(Size.HALF, LocalDate.of(year, MONTHS_OF_HALF * (half - 1) + 1, 1));
    }

    static Period season(int year, Season season) {
        return new Period(Size.SEASON, season.first(year));
    }

    static Period year(int year) {
        return new Period(Size.YEAR, LocalDate.of(year, 1, 1));
    }

    static Period decade(int firstYear) {
        return new Period(Size.DECADE, LocalDate.of(firstYear, 1, 1));
    }

    /** The 20th century is the one that begins with 1900, as TIMEX3 has it. */
    static Period century(int ordinal) {
        return new Period(Size.CENTURY, LocalDate.of((ordinal - 1) * YEARS_OF_CENTURY, 1, 1));
    }

    /** The stretch of a kind that holds a day. */
    static Period holding(Size size, LocalDate day) {
        int year = day.getYear();
        return switch (size) {
            case DAY -> day(day);
            case WEEK -> new Period(size, day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case WEEKEND ->
                new Period(size, holding(Size.WEEK, day).first.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY)));
            case MONTH -> month(year, day.getMonthValue());
            case QUARTER -> quarter(year, (day.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1);
            case HALF -> half(year, (day.getMonthValue() - 1) / MONTHS_OF_HALF + 1);
            case SEASON -> seasonOf(day);
            case YEAR -> year(year);
            case DECADE -> decade(year - year % YEARS_OF_DECADE);
            case CENTURY -> century(year / YEARS_OF_CENTURY + 1);
        };
    }

    private static Period seasonOf(LocalDate day) {
        int year = day.getYear();
        for (Season season : Season.values()) {
            if (!day.isBefore(season.first(year)) && !day.isAfter(season.last(year))) {
                return season(year, season);
            }
        }
        return season(year - 1, Season.WI);
    }

    /** The stretch so many of its kind later, or earlier. */
    Period plus(long count) {
        LocalDate moved = switch (size) {
            case DAY -> first.plusDays(count);
            case WEEKEND, WEEK -> first.plusWeeks(count);
            case MONTH -> first.plusMonths(count);
            case QUARTER, SEASON -> first.plusMonths(MONTHS_OF_QUARTER * count);
            case HALF -> first.plusMonths(MONTHS_OF_HALF * count);
            case YEAR -> first.plusYears(count);
            case DECADE -> first.plusYears(YEARS_OF_DECADE * count);
            case CENTURY -> first.plusYears(YEARS_OF_CENTURY * count);
        };
        return new Period(size, moved);
    }

    /** The last day. */
    LocalDate last() {
        return size == Size.WEEKEND ? first.plusDays(1) : plus(1).first.minusDays(1);
    }

    boolean holds(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last());
    }

    /** The day in the middle, the earlier of two. */
    LocalDate middle() {
        return first.plusDays(ChronoUnit.DAYS.between(first, last()) / 2);
    }

    int year() {
        return first.getYear();
    }

    private int quarterOfYear() {
        return (first.getMonthValue() - 1) / MONTHS_OF_QUARTER + 1;
    }

    private int halfOfYear() {
        return (first.getMonthValue() - 1) / MONTHS_OF_HALF + 1;
    }

    private Season season() {
        for (Season season : Season.values()) {
            if (season.first(year()).equals(first)) {
                return season;
            }
        }
        throw new IllegalStateException("No season begins on " + first);
    }

    /** As TIMEX3 writes it. */
    String timex() {
        return switch (size) {
            case DAY -> first.toString();
            case WEEK -> week();
            case WEEKEND -> week() + "-WE";
            case MONTH -> YearMonth.from(first).toString();
            case QUARTER -> fourDigits(year()) + "-Q" + quarterOfYear();
            case HALF -> fourDigits(year()) + "-H" + halfOfYear();
            case SEASON -> fourDigits(year()) + "-" + season();
            case YEAR -> fourDigits(year());
            case DECADE -> fourDigits(year()).substring(0, 3);
            case CENTURY -> fourDigits(year()).substring(0, 2);
        };
    }

    /** As ISO 8601-2 (EDTF) writes it; stretches that it has no name for as an interval of days. */
    String edtf() {
        return switch (size) {
            case DAY, MONTH, YEAR -> timex();
            case WEEK, WEEKEND -> first + "/" + last();
            case QUARTER -> fourDigits(year()) + "-" + (FIRST_QUARTER_CODE + quarterOfYear() - 1);
            case HALF -> fourDigits(year()) + "-" + (FIRST_HALF_CODE + halfOfYear() - 1);
            case SEASON -> fourDigits(year()) + "-" + season().edtf();
            case DECADE -> timex() + "X";
            case CENTURY -> timex() + "XX";
        };
    }

    private String week() {
        return fourDigits(first.get(IsoFields.WEEK_BASED_YEAR))
                + String.format(Locale.ROOT, "-W%02d", first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private static String fourDigits(int year) {
        return String.format(Locale.ROOT, "%04d", year);
    }
}
