package io.averment.ingest.withdrawal;

/** Why an article is withdrawn. */
enum Reason {
    /** The law or a court wants it. */
    LEGAL,
    /** Its outlet took it back. */
    RETRACTED,
    /** It came before it was to be published. */
    EMBARGOED,
    /** Anything else; the note may say. */
    OTHER
}
