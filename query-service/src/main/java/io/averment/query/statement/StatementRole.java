package io.averment.query.statement;

/** The parts of a statement in which an entity may stand. */
enum StatementRole {
    /** It made the statement. */
    SPEAKER,
    /** It is named in the words. */
    CONTENT
}
