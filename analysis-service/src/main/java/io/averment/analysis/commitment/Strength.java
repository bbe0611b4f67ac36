package io.averment.analysis.commitment;

/** How firmly an actor is bound by the words of the text. */
public enum Strength {
    /** Undertaken: {@code will}, {@code vowed to}, {@code agreed to}. */
    FIRM,
    /** Said to be coming without anyone who vouches for it: {@code is expected to}. */
    EXPECTED,
    /** Meant to be done: {@code plans to}, {@code aims to}. */
    INTENDED,
    /** Undertaken in case that something else happens: {@code will ... if}. */
    CONDITIONAL
}
