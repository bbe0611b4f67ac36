package io.averment.analysis.time;

/** Parts of a day, named as TIMEX3 writes them. */
enum DayPart {
    MO,
    MI,
    AF,
    EV,
    NI,
    DT;

    /** The numbers by which constants stand in arrays and files' values. */
    static final Numbering<DayPart> NUMBERS = new Numbering<>(DayPart.class);
}
