package io.averment.analysis.commitment;

import io.averment.analysis.commitment.Deadline.Relation;
import io.averment.analysis.time.TimeExpression;
import io.averment.analysis.time.TimeExpression.Origin;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * Reckons the day by which an undertaking must be kept from the time that is given for it. "Early", "mid" and "late" leave the unit
 * that they narrow: who undertakes to open by the middle of May has not broken it on 20 May. Immutable.
 *
 * @param published when the report was published; null when that is not known
 */
record Reckoning(@Nullable LocalDate published) {

    /** How EDTF writes that an interval has no known beginning. */
    private static final String OPEN = "../";

    /** How it qualifies what is only about right, what may be wrong, and what is both. */
    private static final String ABOUT = "~";

    private static final String UNCERTAIN = "?";
    private static final String UNCERTAIN_ABOUT = "%";

    private static final int DAY = "2025-08-18".length();
    private static final int MONTH = "2025-08".length();
    private static final int YEAR = "2025".length();

    /** How many days behind the publication a day without a year still is this year's. */
    private static final int RECENT = 45;

    /** The longest length that is reckoned with, in digits. */
    private static final int MOST_DIGITS = 3;

    /** What a deadline means in the calendar. */
    record Due(@Nullable String edtf, @Nullable LocalDate latest) {}

    /** Whether both are single days, the second the one behind the first: "on 4 and 30 September" is no interval. */
    static boolean isNextDay(Due one, Due other) {
        LocalDate first = one.latest();
        LocalDate second = other.latest();
        return first != null && second != null && isDay(one) && isDay(other) && second.equals(first.plusDays(1));
    }

    /** The same without "about": uncertain it stays. */
    static @Nullable String exact(@Nullable String edtf) {
        if (edtf == null) {
            return null;
        }
        String bare = edtf.substring(0, Math.max(0, edtf.length() - 1));
        return edtf.endsWith(ABOUT) ? bare : edtf.endsWith(UNCERTAIN_ABOUT) ? bare + UNCERTAIN : edtf;
    }

    /** Whether it is a single day. */
    private static boolean isDay(Due due) {
        String edtf = due.edtf();
        LocalDate latest = due.latest();
        return edtf != null && latest != null && edtf.equals(latest.toString());
    }

    private static final Due UNKNOWN = new Due(null, null);

    /**
     * The day.
     *
     * @param ahead whether it is yet to come, so that a weekday or month without a year is the next
     * @param isWeekday whether it is a single word, which can name no more than a weekday
     */
    Due due(TimeExpression time, Relation relation, boolean ahead, boolean isWeekday) {
        if (time.type() == TimeExpression.Type.DURATION) {
            if (time.unresolved() != null) {
                // Reckoned from an event that nobody dates: within a year of the sale.
                return UNKNOWN;
            }
            return latest(time);
        }
        String value = time.value();
        if (value.length() > DAY && value.charAt(DAY) == 'T') {
            // An hour of a day: whoever is to act by then has that day.
            value = value.substring(0, DAY);
        }
        LocalDate earliest = time.earliest();
        LocalDate latest = time.latest();
        Period shift = ahead && latest != null ? shift(time, latest, isWeekday, relation) : Period.ZERO;
        if (relation == Relation.BEFORE && earliest != null) {
            LocalDate last = earliest.plus(shift).minusDays(1);
            return new Due(OPEN + last, last);
        }
        if (value.length() == DAY && latest != null && !shift.isZero()) {
            LocalDate day = latest.plus(shift);
            // Which day of the week that is of another year does not make it less certain.
            String edtf = time.edtf();
            boolean about = edtf != null && (edtf.endsWith(ABOUT) || edtf.endsWith(UNCERTAIN_ABOUT));
            return new Due(about ? day + ABOUT : day.toString(), day);
        }
        Due unit = unit(value, shift);
        if (unit != null) {
            return unit;
        }
        // An hour of a day has that day for its term.
        return latest != null && value.length() == DAY && !value.equals(time.value())
                ? new Due(latest.toString(), latest)
                : new Due(time.edtf(), latest);
    }

    /** What brings a day that was taken for the last of its kind to the next: a week, a year. */
    private Period shift(TimeExpression time, LocalDate latest, boolean isWeekday, Relation relation) {
        LocalDate today = published;
        boolean reckoned = time.anchor().origin() != Origin.NONE;
        if (today == null || !reckoned || !latest.isBefore(today)) {
            return Period.ZERO;
        }
        if (isWeekday && time.value().length() == DAY && !latest.plusWeeks(1).isBefore(today)) {
            return Period.ofWeeks(1);
        }
        // What has just passed is rather told late than meant for next year.
        boolean recent = relation != Relation.UNTIL && !latest.plusDays(RECENT).isBefore(today);
        return recent || latest.plusYears(1).isBefore(today) ? Period.ZERO : Period.ofYears(1);
    }

    /** The year, quarter, season or month that a value names; null for anything else. */
    private static @Nullable Due unit(String value, Period shift) {
        if (value.length() < YEAR || !value.substring(0, YEAR).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return null;
        }
        int year = Integer.parseInt(value.substring(0, YEAR)) + shift.getYears();
        if (value.length() == YEAR) {
            return new Due(String.valueOf(year), LocalDate.of(year, Month.DECEMBER, 31));
        }
        if (value.length() != MONTH || value.charAt(YEAR) != '-') {
            return null;
        }
        return switch (value.substring(YEAR + 1)) {
            case "Q1" -> part(year, "33", 3);
            case "Q2" -> part(year, "34", 6);
            case "Q3" -> part(year, "35", 9);
            case "Q4" -> part(year, "36", 12);
            case "H1" -> part(year, "40", 6);
            case "H2" -> part(year, "41", 12);
            case "SP" -> part(year, "21", 5);
            case "SU" -> part(year, "22", 8);
            case "FA" -> part(year, "23", 11);
            case "WI" -> new Due(year + "-24", YearMonth.of(year + 1, 2).atEndOfMonth());
            case "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12" ->
                part(year, value.substring(YEAR + 1), Integer.parseInt(value.substring(YEAR + 1)));
            default -> null;
        };
    }

    private static Due part(int year, String part, int lastMonth) {
        return new Due(year + "-" + part, YearMonth.of(year, lastMonth).atEndOfMonth());
    }

    /** The last day of a length: the one that is known, as of what was promised in 2019, else the one that begins with the publication. */
    private Due latest(TimeExpression time) {
        LocalDate last = time.latest();
        return last == null ? behind(time.value()) : new Due(OPEN + last, last);
    }

    /** The last day of a stretch that begins with the publication; unknown where that is, or where it is no stretch of days. */
    private Due behind(String duration) {
        int digits = duration.length() - 2;
        boolean whole = digits > 0
                && digits <= MOST_DIGITS
                && duration.charAt(0) == 'P'
                && duration.substring(1, digits + 1).chars().allMatch(c -> c >= '0' && c <= '9');
        if (published == null) {
            return UNKNOWN;
        }
        if (!whole) {
            return hours(duration);
        }
        int count = Integer.parseInt(duration.substring(1, digits + 1));
        LocalDate last = switch (duration.charAt(digits + 1)) {
            case 'Y' -> published.plusYears(count);
            case 'M' -> published.plusMonths(count);
            case 'W' -> published.plusWeeks(count);
            case 'D' -> published.plusDays(count);
            default -> null;
        };
        return last == null ? UNKNOWN : new Due(OPEN + last, last);
    }

    private Due hours(String duration) {
        int digits = duration.length() - "PTH".length();
        boolean whole = published != null
                && digits > 0
                && digits <= MOST_DIGITS
                && duration.startsWith("PT")
                && duration.endsWith("H")
                && duration.substring(2, digits + 2).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!whole || published == null) {
            return UNKNOWN;
        }
        LocalDate last = published.plusDays((Integer.parseInt(duration.substring(2, digits + 2)) + 23) / 24);
        return new Due(OPEN + last, last);
    }
}
