package io.averment.query.thread;

/** How a thread stands. */
enum ThreadState {
    /** An utterance: it was said. */
    SAID,
    OPEN,
    MET,
    MISSED,
    WITHDRAWN,
    CONTRADICTED,
    LAPSED
}
