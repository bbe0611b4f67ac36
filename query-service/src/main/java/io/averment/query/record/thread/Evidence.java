package io.averment.query.record.thread;

/** What a fact is compared by. */
public sealed interface Evidence permits Quotation, Undertaking {

    /** Who said or undertakes it. */
    Voice voice();
}
