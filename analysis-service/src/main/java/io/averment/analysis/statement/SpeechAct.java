package io.averment.analysis.statement;

/** What is done in saying something (Austin 1962, Searle 1976), as far as the reporting word tells. */
public enum SpeechAct {
    ASSERTS,
    DENIES,
    PROMISES,
    DEMANDS,
    WARNS,
    ACCUSES,
    PROPOSES,
    CONFIRMS,
    /** Says that nothing will be said. */
    DECLINES,
    ASKS,
    /** Speaks for or against something: praises, condemns, supports, opposes. */
    JUDGES,
    /** Is said to believe, want, hope or fear; no words are reported. */
    HOLDS,
    UNKNOWN
}
