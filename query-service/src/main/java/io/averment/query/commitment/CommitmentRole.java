package io.averment.query.commitment;

/** The parts of a commitment in which an entity may stand. */
enum CommitmentRole {
    /** It must do it. */
    ACTOR,
    /** It announced it. */
    ANNOUNCER,
    /** It is named in the words of what is to be done. */
    ACT
}
