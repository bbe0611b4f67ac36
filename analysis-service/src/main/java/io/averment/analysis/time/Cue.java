package io.averment.analysis.time;

/** What words of the patterns do to how a match is read, whatever their class; the cue file names the words. */
enum Cue {
    A,
    AN,
    THE,
    HALF,
    QUARTER,
    OTHER,
    FISCAL,
    YEAR,
    AGO,
    EARLIER,
    WEEK,
    END,
    CENTURY,
    TIMES,
    PER,
    FROM,
    OCLOCK,
    NEXT,
    LAST,
    AGED,
    AGE
}
