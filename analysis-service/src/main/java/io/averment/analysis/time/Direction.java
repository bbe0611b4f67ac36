package io.averment.analysis.time;

/** Whether a clause tells of what was or of what will be. */
enum Direction {
    PAST,
    FUTURE,
    UNKNOWN
}
