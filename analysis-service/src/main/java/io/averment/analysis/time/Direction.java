package io.averment.analysis.time;

/** Whether a clause tells of what was or of what will be. */
enum Direction {
    PAST,
    FUTURE,
    /** What is, or a present that tells of neither. */
    PRESENT,
    UNKNOWN
}
