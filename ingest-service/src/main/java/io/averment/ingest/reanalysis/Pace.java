package io.averment.ingest.reanalysis;

import java.time.Duration;

/**
 * How fast articles are put into the outbox. News goes first there, but not before an older message of its own article, and not before what a
 * relay has begun with: so little of a re-analysis waits there at a time.
 *
 * @param lookedAt articles that are looked at in a transaction, at most
 * @param messages put in by a transaction, at most
 * @param bytes of text put in by a transaction, up to one article more
 * @param waitingMessages of the tenant's re-analysis in the outbox, at most
 * @param waitingBytes likewise, up to one transaction more
 * @param look how long to wait before the outbox is looked at again
 * @param patience how long it is waited for without any message having been taken
 */
record Pace(
        int lookedAt,
        int messages,
        long bytes,
        long waitingMessages,
        long waitingBytes,
        Duration look,
        Duration patience) {
    private static final long MEBIBYTE = 1024 * 1024;

    static final Pace USUAL =
            new Pace(2000, 200, 4 * MEBIBYTE, 1000, 32 * MEBIBYTE, Duration.ofMillis(200), Duration.ofMinutes(10));

    Pace {
        if (waitingMessages < messages) {
            throw new IllegalArgumentException("a transaction puts in more than may wait");
        }
    }
}
