package io.averment.query.story;

/** What an entry is. The order is that of the entries of one article. */
enum TimelineKind {
    /** A report of the story. */
    ARTICLE,
    /** A statement that no earlier report of the story has. */
    STATEMENT,
    /** A commitment is undertaken for the first time in the record. */
    ANNOUNCED,
    /** It is undertaken again, for the same time. */
    RESTATED,
    /** It is to be done at another time. */
    MOVED,
    /** A report says that it was done. */
    REPORTED_MET,
    /** A report says that it was not done in time. */
    REPORTED_MISSED,
    /** It is given up. */
    WITHDRAWN,
    /** Somebody denies it. */
    CONTRADICTED,
    /** Its deadline passed and no report said what became of it. */
    LAPSED
}
