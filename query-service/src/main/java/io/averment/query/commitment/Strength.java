package io.averment.query.commitment;

/** How firmly something is undertaken. */
enum Strength {
    FIRM,
    EXPECTED,
    INTENDED,
    CONDITIONAL,
    /** A strength that this version does not know. */
    UNKNOWN
}
