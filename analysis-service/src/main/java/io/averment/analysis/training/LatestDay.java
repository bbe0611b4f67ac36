package io.averment.analysis.training;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The last day of a value in EDTF (ISO 8601-2), as far as the project's own corpus uses it: days, months, years, decades
 * ({@code 202X}), seasons by the months of the north (21 to 24), quarters (33 to 36), half-years (40 and 41), and intervals.
 */
final class LatestDay {

    private static final Pattern VALUE = Pattern.compile("(\\d{3})(?:X|(\\d)(?:-(\\d\\d)(?:-(\\d\\d))?)?)");
    private static final int MONTHS = 12;
    private static final int SPRING = 21;
    private static final int WINTER = 24;
    private static final int FIRST_QUARTER = 33;
    private static final int LAST_QUARTER = 36;
    private static final int FIRST_HALF = 40;
    private static final int SECOND_HALF = 41;

    private LatestDay() {}

    /** @throws IllegalArgumentException if it is none of these */
    static LocalDate of(String edtf) {
        int slash = edtf.indexOf('/');
        Matcher value = VALUE.matcher(edtf.substring(slash + 1));
        if (!value.matches() || (slash >= 0 && !isStart(edtf.substring(0, slash)))) {
            throw new IllegalArgumentException("'" + edtf + "' is no value in EDTF");
        }
        try {
            return lastDay(value);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + edtf + "' is no value in EDTF", e);
        }
    }

    private static boolean isStart(String edtf) {
        return edtf.equals("..") || VALUE.matcher(edtf).matches();
    }

    private static LocalDate lastDay(Matcher value) {
        if (value.group(2) == null) {
            return LocalDate.of(Integer.parseInt(value.group(1) + '9'), MONTHS, 31);
        }
        int year = Integer.parseInt(value.group(1) + value.group(2));
        if (value.group(4) != null) {
            return LocalDate.of(year, Integer.parseInt(value.group(3)), Integer.parseInt(value.group(4)));
        }
        int part = value.group(3) == null ? MONTHS : Integer.parseInt(value.group(3));
        return lastMonth(year, part).atEndOfMonth();
    }

    /** @param part a month's number, or a season's, a quarter's or a half-year's as EDTF numbers them */
    private static YearMonth lastMonth(int year, int part) {
        if (part == WINTER) {
            return YearMonth.of(year + 1, 2);
        }
        if (part >= SPRING && part < WINTER) {
            return YearMonth.of(year, 5 + 3 * (part - SPRING));
        }
        if (part >= FIRST_QUARTER && part <= LAST_QUARTER) {
            return YearMonth.of(year, 3 * (part - FIRST_QUARTER + 1));
        }
        if (part == FIRST_HALF || part == SECOND_HALF) {
            return YearMonth.of(year, 6 * (part - FIRST_HALF + 1));
        }
        return YearMonth.of(year, part);
    }
}
