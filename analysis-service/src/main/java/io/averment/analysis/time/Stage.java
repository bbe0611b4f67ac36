package io.averment.analysis.time;

/** Which part of a stretch is meant. */
enum Stage {
    START,
    MID,
    END
}
