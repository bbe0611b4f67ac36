package io.averment.analysis.time;

/** How the words of a pattern are to be understood. */
enum Reading {
    /** A point or stretch of the calendar, or a time of day. */
    POINT,
    /** A calendar unit reckoned from another: last week. */
    SHIFT,
    /** A length that ends or begins now: the past two weeks. */
    RECENT,
    /** The first so many units of a stretch. */
    FIRST,
    /** So long before now. */
    AGO,
    /** So long after another point of the text. */
    LATER,
    /** So long before another point of the text. */
    EARLIER,
    /** A unit that the text has spoken of: that year, the quarter. */
    SAME,
    /** How long. */
    LENGTH,
    /** How old. */
    AGE,
    /** How often. */
    EVERY,
    /** A date of the Islamic calendar. */
    HIJRI,
    /** A phrase with a value of its own. */
    FIXED
}
