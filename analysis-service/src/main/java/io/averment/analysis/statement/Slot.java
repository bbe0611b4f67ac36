package io.averment.analysis.statement;

/** How the words that someone is said to have said, thought or wanted hang on the word that says so. */
enum Slot {
    /** A clause with its own finite verb: {@code said (that) he would go}. */
    CLAUSE,
    /** What is wanted or undertaken, with "to": {@code vowed to go}, {@code urged them to go}. */
    INFINITIVE,
    /** The same as a gerund: {@code denied going}. */
    GERUND,
    /** An object and what it is called: {@code called him a liar}. */
    PREDICATE,
    /** An object: {@code announced a ban}. */
    OBJECT,
    /** A phrase or clause behind one of the cue's own prepositions: {@code called for a ban}, {@code accused him of going}. */
    PREPOSITION,
    /** The clause around an inserted cue: {@code the talks, he said, had failed}. */
    AROUND,
    /** The subject and the infinitive of what others say of it: {@code she is expected to go}. */
    RAISED,
    /** The subject of a passive: {@code a ban was announced}. */
    SUBJECT
}
