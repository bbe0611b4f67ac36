package io.averment.manifests.rule;

import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When something is done again and again, in the fields that CronJobs and their like have: minute, hour, day of the month, month, day of the
 * week from Sunday, which is 0, to Saturday; or one word for all of them. Names of months and days are their first three letters.
 */
record Schedule(List<Field> fields) {

    private static final Pattern WORD = Pattern.compile("@(yearly|annually|monthly|weekly|daily|midnight|hourly)");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final Pattern PART = Pattern.compile("(?:([*?])|(\\w{1,3})(?:-(\\w{1,3}))?)(?:/(\\d{1,2}))?");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> DAYS = List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat");
    private static final List<Range> RANGES = List.of(
            new Range(0, 59, List.of()),
            new Range(0, 59, List.of()),
            new Range(0, 23, List.of()),
            new Range(1, 31, List.of()),
            new Range(1, 12, MONTHS),
            new Range(0, 6, DAYS));
    private static final int DAY_OF_MONTH = 3;
    private static final int MONTH = 4;
    private static final int DAY_OF_WEEK = 5;

    /**
     * What a field may have.
     *
     * @param names of the numbers, from the lowest on
     */
    private record Range(int lowest, int highest, List<String> names) {

        /** The number of a text, or -1. */
        int number(String text) {
            int named = names.indexOf(text.toLowerCase(Locale.ROOT));
            if (named >= 0) {
                return lowest + named;
            }
            int number = text.matches("[0-9]+") ? Integer.parseInt(text) : -1;
            return number > highest ? -1 : Math.max(number, lowest - 1);
        }
    }

    /**
     * The numbers of a field.
     *
     * @param any whether it begins with a star, so that it does not choose for itself
     */
    private record Field(Set<Integer> numbers, boolean any) {}

    /** Whether a time ever comes at which it is due; not if it is none at all. */
    static boolean isEverDue(String text, int count) {
        return WORD.matcher(text).matches()
                || parse(text, count).filter(Schedule::isEverDue).isPresent();
    }

    /** @param count of fields; six begin with seconds */
    private static Optional<Schedule> parse(String text, int count) {
        List<String> texts = List.of(BLANKS.split(text, -1));
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < count && texts.size() == count; i++) {
            Range range = RANGES.get(RANGES.size() - count + i);
            Set<Integer> numbers = new TreeSet<>();
            for (String part : texts.get(i).split(",", -1)) {
                Set<Integer> some = numbers(part, range);
                if (some.isEmpty()) {
                    return Optional.empty();
                }
                numbers.addAll(some);
            }
            fields.add(new Field(numbers, texts.get(i).matches("[*?].*")));
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(new Schedule(fields));
    }

    /** None, if it is not allowed there. */
    private static Set<Integer> numbers(String text, Range range) {
        Matcher part = PART.matcher(text);
        if (!part.matches()) {
            return Set.of();
        }
        boolean any = part.group(1) != null;
        int from = any ? range.lowest() : range.number(part.group(2));
        int to = from;
        if (part.group(3) != null) {
            to = range.number(part.group(3));
        } else if (any || part.group(4) != null) {
            to = range.highest();
        }
        int step = part.group(4) == null ? 1 : Integer.parseInt(part.group(4));
        if (from < range.lowest() || to < from || step == 0) {
            return Set.of();
        }
        int first = from;
        Set<Integer> numbers = new TreeSet<>();
        IntStream.rangeClosed(from, to)
                .filter(number -> (number - first) % step == 0)
                .forEach(numbers::add);
        return numbers;
    }

    /** A day of the month and one of the week that are both chosen are either of them, so there always is one. */
    private boolean isEverDue() {
        Field days = field(DAY_OF_MONTH);
        return (!days.any() && !field(DAY_OF_WEEK).any())
                || field(MONTH).numbers().stream()
                        .anyMatch(month -> days.numbers().stream()
                                .anyMatch(day -> day <= Month.of(month).maxLength()));
    }

    private Field field(int index) {
        return fields.get(fields.size() - RANGES.size() + index);
    }
}
