package io.averment.query.record.thread;

import java.util.List;

/** What a fact is compared by. */
public sealed interface Evidence permits Quotation, Undertaking {

    /** Who said or undertakes it. */
    Voice voice();

    /** The words under which it is looked for. */
    List<String> keys();

    /** How many of its keys another one has that is the same, unless that asks for fewer. At least 1. */
    int leastShared();
}
