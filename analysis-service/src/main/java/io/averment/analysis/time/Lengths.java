package io.averment.analysis.time;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Lengths of time as TIMEX3 writes them, and what it is to go so far from a day. */
final class Lengths {

    private static final int WHOLE = 1000;
    private static final int HALF = 500;
    private static final int WEEKS_OF_FORTNIGHT = 2;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MONTHS_OF_HALF = 6;
    private static final int MONTHS = 12;
    private static final int YEARS_OF_DECADE = 10;
    private static final int YEARS_OF_CENTURY = 100;
    private static final int YEARS_OF_MILLENNIUM = 1000;

    private Lengths() {}

    /** The number of a match in thousandths: of its numeral, else 1 for "a year"; -1 where it is left open. */
    static int count(Fields fields) {
        if (fields.has(Cue.HALF) && !fields.has(Kind.NUMBER)) {
            // "Half a year" is half of one, "a year and a half" one and a half.
            return fields.isHalfFirst() ? HALF : WHOLE + HALF;
        }
        if (fields.has(Kind.NUMBER)) {
            return fields.get(Kind.NUMBER);
        }
        boolean one = !fields.has(Kind.VAGUE) && !fields.has(Kind.UNITS);
        return one ? WHOLE : -1;
    }

    /**
     * A length.
     *
     * @param count in thousandths, -1 where it is open
     */
    static String timex(int count, Unit unit) {
        if (count < 0) {
            return "P" + (unit.isOfDay() ? "T" : "") + "X" + (unit == Unit.FORTNIGHT ? "W" : unit.letters());
        }
        return switch (unit) {
            case SECOND -> "PT" + decimal(count) + "S";
            case MINUTE -> "PT" + split(count, "M", 60, "S");
            case HOUR -> count == HALF ? "PT30M" : "PT" + split(count, "H", 60, "M");
            case DAY -> "P" + decimal(count) + "D";
            case WEEKEND -> "P" + decimal(count) + "WE";
            case WEEK -> "P" + decimal(count) + "W";
            case FORTNIGHT -> "P" + decimal((long) count * WEEKS_OF_FORTNIGHT) + "W";
            case MONTH -> "P" + decimal(count) + "M";
            case QUARTER -> "P" + decimal((long) count * MONTHS_OF_QUARTER) + "M";
            case SEMESTER -> "P" + decimal((long) count * MONTHS_OF_HALF) + "M";
            case YEAR -> count == HALF ? "P6M" : "P" + split(count, "Y", MONTHS, "M");
            case DECADE -> "P" + decimal((long) count * YEARS_OF_DECADE) + "Y";
            case CENTURY -> "P" + decimal((long) count * YEARS_OF_CENTURY) + "Y";
            case MILLENNIUM -> "P" + decimal((long) count * YEARS_OF_MILLENNIUM) + "Y";
        };
    }

    /** One and a half hours are an hour and thirty minutes; other fractions stay. */
    private static String split(int count, String letter, int smaller, String smallerLetter) {
        boolean half = count % WHOLE == HALF && count > HALF;
        return half ? count / WHOLE + letter + smaller / 2 + smallerLetter : decimal(count) + letter;
    }

    private static String decimal(long thousandths) {
        long fraction = thousandths % WHOLE;
        if (fraction == 0) {
            return Long.toString(thousandths / WHOLE);
        }
        String digits = Long.toString(WHOLE + fraction).substring(1);
        int end = digits.length();
        while (digits.charAt(end - 1) == '0') {
            end--;
        }
        return thousandths / WHOLE + "." + digits.substring(0, end);
    }

    /** The kind of calendar stretch that a unit is; nothing for what is shorter than a day or longer than a century. */
    static Period.@Nullable Size size(Unit unit) {
        return switch (unit) {
            case SECOND, MINUTE, HOUR, MILLENNIUM -> null;
            case DAY -> Period.Size.DAY;
            case WEEKEND -> Period.Size.WEEKEND;
            case WEEK, FORTNIGHT -> Period.Size.WEEK;
            case MONTH -> Period.Size.MONTH;
            case QUARTER -> Period.Size.QUARTER;
            case SEMESTER -> Period.Size.HALF;
            case YEAR -> Period.Size.YEAR;
            case DECADE -> Period.Size.DECADE;
            case CENTURY -> Period.Size.CENTURY;
        };
    }

    /**
     * The day so far away from another.
     *
     * @param count in thousandths, negative for earlier
     * @return nothing where it leaves the calendar
     */
    @Nullable
    static LocalDate moved(LocalDate from, long count, Unit unit) {
        long whole = count / WHOLE;
        long half = count % WHOLE == 0 ? 0 : Long.signum(count);
        LocalDate to = switch (unit) {
            case SECOND, MINUTE, HOUR -> from;
            case DAY -> from.plusDays(whole);
            case WEEKEND, WEEK -> from.plusDays(7 * whole + 3 * half);
            case FORTNIGHT -> from.plusWeeks(WEEKS_OF_FORTNIGHT * whole);
            case MONTH -> from.plusMonths(whole).plusDays(15 * half);
            case QUARTER -> from.plusMonths(MONTHS_OF_QUARTER * whole);
            case SEMESTER -> from.plusMonths(MONTHS_OF_HALF * whole);
            case YEAR -> from.plusMonths(MONTHS * whole + MONTHS_OF_HALF * half);
            case DECADE -> from.plusYears(YEARS_OF_DECADE * whole + 5 * half);
            case CENTURY -> from.plusYears(YEARS_OF_CENTURY * whole + 50 * half);
            case MILLENNIUM -> from.plusYears(YEARS_OF_MILLENNIUM * whole);
        };
        return Period.isYear(to.getYear()) ? to : null;
    }
}
