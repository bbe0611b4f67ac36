package io.averment.query.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that an expression in ISO 8601-2 (EDTF, levels 0 and 1) means: years, months, days, seasons and other parts of a
 * year, {@code X} for digits that are not known at the end, the qualifiers {@code ~ ? %} (which change no day), and intervals
 * with open ends. Years 0001 to 9999. Seasons are those of the northern half, in whole months, winter from December of its year.
 */
public final class Edtf {
    private static final Pattern DATE =
            Pattern.compile("([0-9]{4}|[0-9]{3}X|[0-9]{2}XX)(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?[~?%]?");
    private static final String OPEN_END = "..";
    private static final int LONGEST = 40;
    private static final int MONTHS = 12;

    private Edtf() {}

    /** The days that are meant; empty when the text is no such expression, or one of a year alone that does not exist. */
    public static Optional<DayRange> days(String expression) {
        if (expression.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            int slash = expression.indexOf('/');
            return slash < 0
                    ? date(expression)
                    : interval(expression.substring(0, slash), expression.substring(slash + 1));
        } catch (DateTimeException | RuleBrokenException notADate) {
            return Optional.empty();
        }
    }

    private static Optional<DayRange> interval(String from, String to) {
        boolean openFrom = from.isEmpty() || from.equals(OPEN_END);
        boolean openTo = to.isEmpty() || to.equals(OPEN_END);
        Optional<DayRange> first = openFrom ? Optional.of(DayRange.OPEN) : date(from);
        Optional<DayRange> last = openTo ? Optional.of(DayRange.OPEN) : date(to);
        return first.flatMap(start -> last.map(end -> new DayRange(start.first(), end.last())));
    }

    private static Optional<DayRange> date(String written) {
        Matcher parts = DATE.matcher(written);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String year = parts.group(1);
        int firstYear = Math.max(1, Integer.parseInt(year.replace('X', '0')));
        int lastYear = Integer.parseInt(year.replace('X', '9'));
        if (lastYear < 1) {
            return Optional.empty();
        }
        if (firstYear != lastYear || parts.group(2) == null) {
            return parts.group(2) == null
                    ? Optional.of(new DayRange(LocalDate.of(firstYear, 1, 1), LocalDate.of(lastYear, MONTHS, 31)))
                    : Optional.empty();
        }
        return partOf(firstYear, parts.group(2), parts.group(3));
    }

    private static Optional<DayRange> partOf(int year, String month, @Nullable String day) {
        if (month.equals("XX")) {
            return day == null || day.equals("XX") ? Optional.of(months(year, 1, MONTHS)) : Optional.empty();
        }
        int code = Integer.parseInt(month);
        if (code > MONTHS) {
            return day == null ? stretch(year, code) : Optional.empty();
        }
        if (day == null || day.equals("XX")) {
            return Optional.of(months(year, code, 1));
        }
        return Optional.of(DayRange.of(LocalDate.of(year, code, Integer.parseInt(day))));
    }

    /** The codes that stand in a month's place for longer parts of a year. */
    private static Optional<DayRange> stretch(int year, int code) {
        return switch (code) {
            case 21 -> Optional.of(months(year, 3, 3));
            case 22 -> Optional.of(months(year, 6, 3));
            case 23 -> Optional.of(months(year, 9, 3));
            case 24 -> Optional.of(months(year, 12, 3));
            case 33, 34, 35, 36 -> Optional.of(months(year, 1 + 3 * (code - 33), 3));
            case 37, 38, 39 -> Optional.of(months(year, 1 + 4 * (code - 37), 4));
            case 40, 41 -> Optional.of(months(year, 1 + 6 * (code - 40), 6));
            default -> Optional.empty();
        };
    }

    private static DayRange months(int year, int first, int count) {
        YearMonth month = YearMonth.of(year, first);
        return new DayRange(month.atDay(1), month.plusMonths(count - 1L).atEndOfMonth());
    }
}
