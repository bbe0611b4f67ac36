package io.averment.analysis.time;

/** Which part of a stretch is meant. */
enum Stage {
    START,
    MID,
    END;

    /** The numbers by which constants stand in arrays and files' values. */
    static final Numbering<Stage> NUMBERS = new Numbering<>(Stage.class);
}
