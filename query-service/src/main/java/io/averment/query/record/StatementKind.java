package io.averment.query.record;

/** Whether the words are quoted, reported, or both. */
public enum StatementKind {
    DIRECT,
    INDIRECT,
    MIXED,
    /** A kind that this version does not know. */
    UNKNOWN
}
