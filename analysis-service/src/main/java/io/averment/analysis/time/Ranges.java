package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import java.util.List;
import java.util.Set;

/** Reads the ends of ranges that leave out what the other end says: May 15 to August 16, 1988; 25-29 January; 1990-95. For one thread. */
final class Ranges {

    private static final int LONGEST_JOINT = 12;
    private static final int CENTURY = 100;

    private final String text;
    private final Surroundings surroundings;
    private final Items items;

    Ranges(String text, Surroundings surroundings, Items items) {
        this.text = text;
        this.surroundings = surroundings;
        this.items = items;
    }

    /** Adds the day before a match as {@code 3} in {@code 3-4 May}. */
    void addLeading(Finding finding, int from, List<Finding> findings) {
        Fields fields = finding.fields();
        if (from < 2 || !isDayOfMonth(fields) || items.valueAs(from, Kind.DAY) < 0 || !isJoint(from - 1)) {
            return;
        }
        int day = items.valueAs(from - 2, Kind.DAY);
        boolean free = findings.isEmpty() || findings.getLast().span().end() <= items.start(from - 2);
        if (day >= 1 && day < fields.get(Kind.DAY) && free) {
            add(finding, from - 2, Kind.DAY, day, findings);
        }
    }

    /** Adds the day behind a match as {@code 29} in {@code January 25-29}, or the year as {@code 95} in {@code 1990-95}. */
    void addTrailing(Finding finding, int to, List<Finding> findings) {
        Fields fields = finding.fields();
        if (to + 1 >= items.size() || fields.reading != Reading.POINT || !isJoint(to)) {
            return;
        }
        boolean last = to + 2 >= items.size()
                || (items.valueAs(to + 2, Kind.UNIT) < 0 && items.valueAs(to + 2, Kind.UNITS) < 0);
        int day = items.valueAs(to + 1, Kind.DAY);
        boolean ofMonth = to + 2 < items.size() && items.valueAs(to + 2, Kind.MONTH) > 0;
        if (isDayOfMonth(fields)
                && !ofMonth
                && last
                && day > fields.get(Kind.DAY)
                && items.valueAs(to - 1, Kind.DAY) > 0) {
            add(finding, to + 1, Kind.DAY, day, findings);
            return;
        }
        int year = fields.get(Kind.YEAR);
        int number = items.valueAs(to + 1, Kind.NUMBER) / 1000;
        boolean twoDigits = items.end(to + 1) - items.start(to + 1) == 2 && items.start(to + 1) == items.end(to);
        if (fields.isOnly(Kind.YEAR) && twoDigits && number > year % CENTURY) {
            add(finding, to + 1, Kind.YEAR, year - year % CENTURY + number, findings);
        }
    }

    private static boolean isDayOfMonth(Fields fields) {
        return fields.reading == Reading.POINT && fields.has(Kind.MONTH) && fields.has(Kind.DAY);
    }

    private boolean isJoint(int item) {
        return surroundings.has(text.substring(items.start(item), items.end(item)), Surrounding.JOINS);
    }

    /** The same with another day or year. */
    private void add(Finding finding, int item, Kind kind, int value, List<Finding> findings) {
        Fields fields = new Fields(Reading.POINT, Set.of());
        fields.put(kind, value);
        for (Kind each : new Kind[] {Kind.MONTH, Kind.YEAR}) {
            if (finding.fields().has(each) && !fields.has(each)) {
                fields.put(each, finding.fields().get(each));
            }
        }
        Span span = new Span(items.start(item), items.end(item));
        findings.add(new Finding(span, fields, finding.direction(), finding.sentence()));
    }

    /** Gives the end of a range that has no year the year of the other end. */
    void shareYears(List<Finding> findings) {
        for (int i = 0; i + 1 < findings.size(); i++) {
            Finding left = findings.get(i);
            Finding right = findings.get(i + 1);
            if (left.sentence() == right.sentence() && isRange(left, right)) {
                share(left.fields(), right.fields());
            }
        }
    }

    private boolean isRange(Finding left, Finding right) {
        int from = left.span().end();
        int to = right.span().start();
        boolean months = left.fields().reading == Reading.POINT
                && right.fields().reading == Reading.POINT
                && left.fields().has(Kind.MONTH)
                && right.fields().has(Kind.MONTH);
        return months
                && to - from <= LONGEST_JOINT
                && surroundings.has(text.substring(from, to).strip(), Surrounding.JOINS);
    }

    private static void share(Fields left, Fields right) {
        int before = left.get(Kind.MONTH);
        int after = right.get(Kind.MONTH);
        if (!left.has(Kind.YEAR) && right.has(Kind.YEAR)) {
            left.put(Kind.YEAR, right.get(Kind.YEAR) - (before > after ? 1 : 0));
        } else if (left.has(Kind.YEAR) && !right.has(Kind.YEAR)) {
            right.put(Kind.YEAR, left.get(Kind.YEAR) + (before > after ? 1 : 0));
        }
    }
}
