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
    MONTH,
    THIRD,
    AGO,
    EARLIER,
    OLD,
    ONCE,
    TWICE,
    WEEK,
    END,
    LATEST,
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
