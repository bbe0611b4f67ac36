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

    /** Whether what is missing is filled in from the narrative rather than from the publication. */
    boolean isNarrative() {
        Timeline.Reference base = base();
        return base != null && base.anchor().origin() == TimeExpression.Origin.NARRATIVE;
    }
}
