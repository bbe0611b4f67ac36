package io.averment.query.change;

/** Why the record of an article changed. */
enum Cause {
    /** The record held nothing of the article before. */
    NEW_REPORT,
    /** The outlet changed its report. */
    REVISION,
    /** The same revision was analysed by another pipeline. */
    REANALYSIS,
    /** It was withdrawn; its facts have left the past as well and are not told. */
    WITHDRAWAL
}
