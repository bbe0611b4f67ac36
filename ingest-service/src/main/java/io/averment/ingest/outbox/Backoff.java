package io.averment.ingest.outbox;

import java.time.Duration;

/** Rests that double from 100 ms up to a longest one, until something succeeds. Not thread-safe. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(100);

    private final Duration longest;
    private Duration next = FIRST;

    Backoff(Duration longest) {
        this.longest = longest;
    }

    Duration next() {
        var rest = next.compareTo(longest) > 0 ? longest : next;
        next = rest.multipliedBy(2);
        return rest;
    }

    void reset() {
        next = FIRST;
    }
}
