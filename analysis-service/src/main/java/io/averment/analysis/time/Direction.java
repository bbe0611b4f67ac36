package io.averment.analysis.time;

/** Whether a clause tells of what was or of what will be. */
enum Direction {
    PAST,
    FUTURE,
    /** What will be, by that word: of a day of the year never the one that is over. */
    COMING,
    /** What was once to be: ahead of the plan, on either side of the report. */
    PLANNED,
    /** What is, or a present that tells of neither. */
    PRESENT,
    UNKNOWN;

    /** Whether it lies ahead of the one who speaks of it. */
    boolean isAhead() {
        return this == FUTURE || this == COMING || this == PLANNED;
    }
}
