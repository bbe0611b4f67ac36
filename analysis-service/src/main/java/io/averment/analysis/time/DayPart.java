package io.averment.analysis.time;

/** Parts of a day, named as TIMEX3 writes them. */
enum DayPart {
    MO,
    MI,
    AF,
    EV,
    NI,
    DT
}
