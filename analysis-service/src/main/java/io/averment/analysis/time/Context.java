package io.averment.analysis.time;

import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is read in.
 *
 * @param timeline of the text before it
 * @param direction of its clause
 * @param source what the sentence reckons it from: the day on which was said or promised what it is a part of
 * @param undated whether the sentence reckons it from something that no day is known of
 * @param quoted whether it stands in another's own words
 */
record Context(
        Timeline timeline, Direction direction, Timeline.@Nullable Reference source, boolean undated, boolean quoted) {

    private static final int WEEK = 7;

    /** What deictic words are reckoned from; in a quotation that is dated, its day. */
    Timeline.@Nullable Reference base() {
        return quoted && source != null ? source : timeline.base();
    }

    /** What words are reckoned from that mean a day near the one that is spoken of: the end of the year, within two years. */
    Timeline.@Nullable Reference near() {
        return source == null ? timeline.base() : source;
    }

    /** The day of today, yesterday, two years ago: that of publication, in a quotation the day on which it was said. */
    Timeline.@Nullable Reference today() {
        return quoted && source != null ? source : timeline.published();
    }

    /** On which side of a day the clause tells of; of what was promised long ago that says nothing about another day. */
    Direction directionFrom(Timeline.Reference base) {
        return isLongAgo() && !base.equals(source) ? Direction.UNKNOWN : direction;
    }

    /** Whether the words are another's, said nobody knows when: in a narrative quotations are as old as what it tells. */
    boolean isOfUnknownDay() {
        return quoted && source == null && timeline.isOfThePast();
    }

    /** Whether something is reckoned from a date that the text has come to, from where stories go on, rather than from its own day. */
    boolean isTold(Timeline.Reference from) {
        return !from.equals(timeline.published());
    }

    /**
     * Whether what it is reckoned from lies so far from the publication that days and months without a year or a date, as Monday, are near
     * that day; of what was said this week they are near the publication as well, and the tense says on which side.
     */
    boolean isLongAgo() {
        Timeline.Reference published = timeline.published();
        return source != null
                && (published == null
                        || Math.abs(ChronoUnit.DAYS.between(
                                        source.period().first(),
                                        published.period().first()))
                                > WEEK);
    }

    /**
     * What a year that the words leave out is taken from.
     *
     * @param longest that what something is reckoned from may be: who pledged in 2018 to open by February may mean the February of the report
     */
    Timeline.@Nullable Reference yearBase(Period.Size longest) {
        boolean near = isLongAgo() && source != null && source.period().size().isWithin(longest);
        return near ? source : timeline.yearBase();
    }
}
