package io.averment.query.time;

/** The types of TIMEX3. */
enum TimeType {
    DATE,
    TIME,
    DURATION,
    SET,
    /** A type that this version does not know. */
    UNKNOWN
}
