package io.averment.analysis.time;

import io.averment.analysis.document.Span;
import io.averment.analysis.syntax.SentenceSyntax;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the ends of ranges that leave out what the other end says: May 15 to August 16, 1988; 25-29 January; 1990-95. For one thread. */
final class Ranges {

    private static final int LONGEST_JOINT = 16;

    /** Of "and ends on". */
    private static final int END_WORDS = 3;

    private static final int CENTURY = 100;

    private final String text;
    private final Surroundings surroundings;
    private final Items items;
    private final int oclock;

    /** @param oclock the symbol of "o'clock", as patterns know it; negative where none names it */
    Ranges(String text, Surroundings surroundings, Items items, int oclock) {
        this.oclock = oclock;
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
            Finding part = findings.isEmpty() ? finding : findings.getLast();
            add(finding, from - 2, Kind.DAY, day, findings);
            if (isPartOf(part, items.start(from - 2), items.token(from - 2))) {
                join(part, findings);
            }
        }
    }

    /** Whether a finding is a part of the day that begins with a token: the night of 3-4 May. */
    private boolean isPartOf(Finding part, int start, int token) {
        return part.fields().isOnly(Kind.PART)
                && part.end() == token - 1
                && surroundings.has(text.substring(part.span().end(), start).strip(), Surrounding.OF);
    }

    /** Makes the part of a day and the day, which were found last, one. */
    private static void join(Finding part, List<Finding> findings) {
        Finding day = findings.removeLast();
        findings.removeLast();
        day.fields().put(Kind.PART, part.fields().get(Kind.PART));
        Span span = new Span(part.span().start(), day.span().end());
        findings.add(new Finding(span, day.fields(), day.direction(), day.sentence(), part.first(), day.end()));
    }

    /** Adds the day behind a match as {@code 29} in {@code January 25-29}, or the year as {@code 95} in {@code 1990-95}. */
    void addTrailing(Finding finding, int to, @Nullable SentenceSyntax tree, List<Finding> findings) {
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
                && !isHour(to + 2)
                && !isCount(to + 1, tree)
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

    /** Whether an item makes the number before it an hour: 5 p.m., 5 o'clock, 5 GMT. */
    private boolean isHour(int item) {
        return item < items.size()
                && (items.valueAs(item, Kind.HALFDAY) >= 0
                        || items.valueAs(item, Kind.ZONE) >= 0
                        || items.hasSymbol(item, oclock));
    }

    /** Whether a number counts what stands behind it ("on May 3 and 5 people died"), unless a hyphen ties it to the day. */
    private boolean isCount(int item, @Nullable SentenceSyntax tree) {
        boolean glued = items.start(item) == items.end(item - 1);
        int token = items.token(item);
        if (glued || tree == null || token + 1 >= tree.size()) {
            return false;
        }
        boolean modifies = tree.relation(token).equals("nummod") && tree.head(token) > token;
        return modifies || tree.xpos(token + 1).equals("NNS");
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
        int token = items.token(item);
        findings.add(new Finding(span, fields, finding.direction(), finding.sentence(), token, token + 1));
    }

    /** Gives the end of a range that has no year the year of the other end. */
    void shareYears(List<Finding> findings) {
        for (int i = 0; i + 1 < findings.size(); i++) {
            Finding left = findings.get(i);
            Finding right = findings.get(i + 1);
            if (left.sentence() == right.sentence() && isOfMonths(left, right)) {
                shareYear(left, right);
            }
            if (isEnd(left, right)) {
                right.fields().add(Fields.Trait.END);
            }
        }
    }

    private boolean isEnd(Finding left, Finding right) {
        int from = left.span().end();
        int to = right.span().start();
        Fields fields = right.fields();
        return left.sentence() == right.sentence()
                && left.fields().reading == Reading.POINT
                && fields.reading == Reading.POINT
                && fields.has(Kind.YEAR)
                && !fields.has(Kind.DAY)
                && to > from
                && to - from <= LONGEST_JOINT
                && isRun(left, right);
    }

    private boolean isRun(Finding left, Finding right) {
        String joint = text.substring(left.span().end(), right.span().start());
        return surroundings.has(joint.strip(), Surrounding.RUNS);
    }

    /** Whether what begins on the day to the left is said to end on that to the right: and ends on. */
    private boolean isEndOf(Finding left, Finding right) {
        String[] joint =
                text.substring(left.span().end(), right.span().start()).strip().split(" ", END_WORDS + 1);
        return joint.length == END_WORDS
                && surroundings.has(joint[0], Surrounding.JOINS)
                && surroundings.has(joint[1], Surrounding.ENDS)
                && surroundings.has(joint[2], Surrounding.WHEN);
    }

    /** Whether both name a month, and stand so near each other that they may be a range. */
    private static boolean isOfMonths(Finding left, Finding right) {
        return left.fields().reading == Reading.POINT
                && right.fields().reading == Reading.POINT
                && left.fields().has(Kind.MONTH)
                && right.fields().has(Kind.MONTH)
                && right.span().start() - left.span().end() <= LONGEST_JOINT;
    }

    private void shareYear(Finding left, Finding right) {
        String joint = text.substring(left.span().end(), right.span().start());
        if (surroundings.has(joint.strip(), Surrounding.JOINS)) {
            share(left.fields(), right.fields());
        }
        boolean yearless = !isOfYear(left.fields()) && !isOfYear(right.fields());
        if (yearless && (isRun(left, right) || isEndOf(left, right))) {
            right.fields().add(Fields.Trait.BEHIND);
        }
    }

    private static boolean isOfYear(Fields fields) {
        return fields.has(Kind.YEAR) || fields.yearShift() != Fields.ABSENT;
    }

    private static void share(Fields left, Fields right) {
        int before = left.get(Kind.MONTH);
        int after = right.get(Kind.MONTH);
        if (!isOfYear(left) && right.yearShift() != Fields.ABSENT && before <= after) {
            left.shareYearShift(right.yearShift());
        } else if (!left.has(Kind.YEAR) && right.has(Kind.YEAR)) {
            left.put(Kind.YEAR, right.get(Kind.YEAR) - (before > after ? 1 : 0));
        } else if (left.has(Kind.YEAR) && !right.has(Kind.YEAR)) {
            right.put(Kind.YEAR, left.get(Kind.YEAR) + (before > after ? 1 : 0));
        }
    }
}
