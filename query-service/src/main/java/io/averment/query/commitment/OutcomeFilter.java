package io.averment.query.commitment;

/** What a report may say became of a commitment. */
enum OutcomeFilter {
    MET,
    MISSED,
    MOVED,
    WITHDRAWN,
    /** Whatever it says, as long as it says something. */
    ANY
}
