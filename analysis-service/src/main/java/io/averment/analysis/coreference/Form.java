package io.averment.analysis.coreference;

/** How something is mentioned. */
public enum Form {
    NAME,
    /** By what it is: "the embassy". */
    NOMINAL,
    PRONOUN
}
