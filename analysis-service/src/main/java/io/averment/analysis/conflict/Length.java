package io.averment.analysis.conflict;

import io.averment.analysis.time.TimeExpression;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A length in days, and how far off it may be. */
record Length(long days, long tolerance) {

    private static final Pattern VALUE = Pattern.compile("P[1-9][0-9]{0,3}[YMWD]");
    private static final int DAYS_OF_WEEK = 7;
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_YEAR = 365;

    /** What an expression gives as a number of years, months, weeks or days; null for anything else. */
    static @Nullable Length of(TimeExpression time) {
        String value = time.value();
        boolean plain = time.type() == TimeExpression.Type.DURATION
                && VALUE.matcher(value).matches();
        if (!plain) {
            return null;
        }
        long count = Long.parseLong(value.substring(1, value.length() - 1));
        long unit = switch (value.charAt(value.length() - 1)) {
            case 'Y' -> DAYS_OF_YEAR;
            case 'M' -> DAYS_OF_MONTH;
            case 'W' -> DAYS_OF_WEEK;
            default -> 1;
        };
        // "Two years" is said of anything from one and a half to two and a half.
        return new Length(count * unit, unit == 1 ? 1 : unit / 2);
    }

    boolean fits(LocalDate from, LocalDate to) {
        return Math.abs(ChronoUnit.DAYS.between(from, to) - days) <= tolerance;
    }

    /** Whether it may lie between some day of one stretch and some day of another: from June to August. */
    boolean fitsBetween(LocalDate from, LocalDate lastFrom, LocalDate to, LocalDate lastTo) {
        return ChronoUnit.DAYS.between(lastFrom, to) <= days + tolerance
                && ChronoUnit.DAYS.between(from, lastTo) >= days - tolerance;
    }

    /** How long it is from one day to another, in words: in days below two months, which would be rounded too much. */
    static String stated(LocalDate from, LocalDate to) {
        Period period = Period.between(from, to.plusDays(1));
        long months = period.toTotalMonths();
        return months < 2 ? counted(ChronoUnit.DAYS.between(from, to), "day") : "about " + counted(months, "month");
    }

    private static String counted(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }
}
