package io.averment.analysis.time;

import io.averment.analysis.time.TimeExpression.Anchor;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a match was found to mean.
 *
 * @param period the stretch of the calendar that others may be reckoned from; absent where it is none
 */
record Meaning(
        TimeExpression.Type type,
        String value,
        @Nullable String edtf,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        Anchor anchor,
        @Nullable Unresolved unresolved,
        @Nullable Period period) {

    private static final String APPROXIMATE = "~";
    private static final String UNCERTAIN = "?";
    private static final String BOTH = "%";

    static Meaning of(Period period, Anchor anchor) {
        return new Meaning(
                TimeExpression.Type.DATE,
                period.timex(),
                period.edtf(),
                period.first(),
                period.last(),
                anchor,
                null,
                period);
    }

    /** A value that belongs to no day. */
    static Meaning timeless(TimeExpression.Type type, String value) {
        return new Meaning(type, value, null, null, null, Anchor.NONE, null, null);
    }

    static Meaning unresolved(TimeExpression.Type type, String value, Unresolved reason) {
        return new Meaning(type, value, null, null, null, Anchor.NONE, reason, null);
    }

    Meaning as(TimeExpression.Type other) {
        return new Meaning(other, value, edtf, earliest, latest, anchor, unresolved, period);
    }

    /** The same days, under another name. */
    Meaning named(String otherValue, @Nullable String otherEdtf) {
        return new Meaning(type, otherValue, otherEdtf, earliest, latest, anchor, unresolved, period);
    }

    /** Only some of the days. */
    Meaning within(LocalDate first, LocalDate last) {
        return new Meaning(type, value, first + "/" + last, first, last, anchor, unresolved, period);
    }

    /** The same stretch so many years later, with its part of the year, its hour and its qualification; what is no stretch stays. */
    Meaning later(int years) {
        Period from = period;
        if (from == null || earliest == null || latest == null) {
            return this;
        }
        Period to = Period.holding(from.size(), from.first().plusYears(years));
        LocalDate first = earliest.equals(from.first()) ? to.first() : earliest.plusYears(years);
        LocalDate last = latest.equals(from.last()) ? to.last() : latest.plusYears(years);
        String moved = value.startsWith(from.timex())
                ? to.timex() + value.substring(from.timex().length())
                : to.timex();
        return new Meaning(
                type,
                moved,
                edtf == null ? null : later(edtf, from, to, first, last),
                first,
                last,
                anchor,
                unresolved,
                to);
    }

    private static String later(String edtf, Period from, Period to, LocalDate first, LocalDate last) {
        boolean part = edtf.indexOf('/') >= 0 && !edtf.equals(from.edtf());
        boolean whole = !part && edtf.startsWith(from.edtf());
        return whole ? to.edtf() + edtf.substring(from.edtf().length()) : first + "/" + last;
    }

    /** The same where what it is reckoned from is not dated. */
    Meaning open() {
        return new Meaning(type, value, null, null, null, Anchor.NONE, Unresolved.NO_REFERENCE, null);
    }

    /** The same where the words contradict themselves: Friday, 3 July of a year in which that is a Thursday. */
    Meaning uncertain() {
        return edtf == null ? this : named(value, edtf + UNCERTAIN);
    }

    boolean isUncertain() {
        return edtf != null && edtf.endsWith(UNCERTAIN);
    }

    /** "About" it. */
    Meaning approximate() {
        if (edtf != null && isUncertain()) {
            return named(value, edtf.substring(0, edtf.length() - 1) + BOTH);
        }
        boolean qualifies = edtf != null && edtf.indexOf('/') < 0 && edtf.indexOf('T') < 0 && edtf.indexOf('X') < 0;
        return qualifies ? named(value, edtf + APPROXIMATE) : this;
    }
}
