package io.averment.analysis.time;

import java.util.Locale;

/** Words of the patterns that change how a match is read, whatever their class. */
enum Cue {
    A,
    AN,
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
    OCLOCK;

    /** As patterns write it. */
    String word() {
        return this == OCLOCK ? "o'clock" : name().toLowerCase(Locale.ROOT);
    }
}
