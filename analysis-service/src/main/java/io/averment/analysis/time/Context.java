package io.averment.analysis.time;

import org.jspecify.annotations.Nullable;

/**
 * What an expression is read in.
 *
 * @param timeline of the text before it
 * @param direction of its clause
 */
record Context(Timeline timeline, Direction direction) {

    /** What deictic words are reckoned from. */
    Timeline.@Nullable Reference base() {
        return timeline.base();
    }

    /** Whether something is reckoned from a date that the text has come to, from where stories go on, rather than from its own day. */
    boolean isTold(Timeline.Reference from) {
        return !from.equals(timeline.published());
    }

    /** What a year that the words leave out is taken from. */
    Timeline.@Nullable Reference yearBase() {
        return timeline.yearBase();
    }
}
