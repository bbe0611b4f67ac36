package io.averment.query.record.thread;

import java.util.List;

/** What a fact is compared by. */
public sealed interface Evidence permits Quotation, Undertaking {

    /** Who said or undertakes it. */
    Voice voice();

    /** By what it is looked for. */
    Keys keys();

    /**
     * By what it is looked for.
     *
     * @param words under which it is found
     * @param leastShared how many of them another one has that is the same, unless that asks for fewer; at least 1
     */
    record Keys(List<String> words, int leastShared) {
        public Keys {
            words = List.copyOf(words);
        }
    }
}
