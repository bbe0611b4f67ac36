package io.averment.query.record.thread;

/** What runs through articles. */
public enum ThreadKind {
    /** The same words of the same speaker. */
    UTTERANCE,
    /** The same undertaking of the same actor. */
    COMMITMENT
}
