package io.averment.analysis.commitment;

/** What the text says became of an undertaking. */
public enum Outcome {
    /** Done as undertaken. */
    MET,
    /** Not done in time, or not at all. */
    MISSED,
    /** Given another day. */
    MOVED,
    /** Given up. */
    WITHDRAWN
}
