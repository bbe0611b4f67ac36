package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Days with names of their own, and the rules that say when they are. Immutable. */
final class NamedDays {

    private enum Rule {
        FIXED(2),
        NTH(3),
        BEFORE(3),
        EASTER(1),
        PASCHA(1),
        DATE(3);

        private final int numbers;

        Rule(int numbers) {
            this.numbers = numbers;
        }
    }

    private record NamedDay(String name, Rule rule, List<Integer> numbers) {}

    /** A leap year in which each day of each month exists. */
    private static final int LEAP_YEAR = 2024;

    final KnowledgeFile file;
    private final List<NamedDay> days = new ArrayList<>();

    NamedDays(KnowledgeFile file) {
        this.file = file;
        file.forEachRecord(2, (fields, line) -> {
            String[] parts = fields.get(1).split(" ", -1);
            Rule rule = file.constant(Rule.class, parts[0], line);
            if (parts.length != rule.numbers + 1) {
                throw file.fault(line, rule + " needs " + rule.numbers + " numbers");
            }
            List<Integer> numbers = new ArrayList<>();
            try {
                for (int i = 1; i < parts.length; i++) {
                    numbers.add(Integer.parseInt(parts[i]));
                }
                days.add(new NamedDay(fields.getFirst(), rule, List.copyOf(numbers)));
                in(days.size() - 1, LEAP_YEAR);
            } catch (NumberFormatException | DateTimeException e) {
                throw file.fault(line, "'" + fields.get(1) + "' is no rule for a day");
            }
        });
    }

    int size() {
        return days.size();
    }

    String name(int index) {
        return days.get(index).name();
    }

    /** Whether the name itself says the year. */
    boolean isOnce(int index) {
        return days.get(index).rule() == Rule.DATE;
    }

    /** Whether it is the same day of the same month in each year. */
    boolean isFixed(int index) {
        return days.get(index).rule() == Rule.FIXED;
    }

    /** The day in a year; those that happened once do not move. */
    LocalDate in(int index, int year) {
        NamedDay day = days.get(index);
        List<Integer> n = day.numbers();
        return switch (day.rule()) {
            case FIXED -> LocalDate.of(year, n.get(0), n.get(1));
            case NTH ->
                LocalDate.of(year, n.get(0), 1)
                        .with(TemporalAdjusters.dayOfWeekInMonth(n.get(2), DayOfWeek.of(n.get(1))));
            case BEFORE ->
                LocalDate.of(year, n.get(0), n.get(1)).with(TemporalAdjusters.previous(DayOfWeek.of(n.get(2))));
            case EASTER -> easter(year).plusDays(n.get(0));
            case PASCHA -> pascha(year).plusDays(n.get(0));
            case DATE -> LocalDate.of(n.get(0), n.get(1), n.get(2));
        };
    }

    /** Easter Sunday in the Gregorian calendar, by the anonymous algorithm that Meeus prints (Astronomical Algorithms, 1991). */
    private static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }

    /** Easter Sunday of the Julian calendar as a Gregorian date, by Meeus' algorithm for the Julian calendar. */
    private static LocalDate pascha(int year) {
        int d = (19 * (year % 19) + 15) % 30;
        int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
        int sum = d + e + 114;
        int behind = year / 100 - year / 400 - 2;
        return LocalDate.of(year, sum / 31, sum % 31 + 1).plusDays(behind);
    }
}
