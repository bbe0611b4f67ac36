package io.averment.analysis.http;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Serves a bounded number of requests at once; the others wait a while, then are turned away. Thread-safe. */
@Singleton
class Turns {

    private final Semaphore free;
    private final Duration longestWait;

    Turns(HttpConfiguration configuration) {
        this.free = new Semaphore(configuration.concurrency(), true);
        this.longestWait = configuration.longestWait();
    }

    /**
     * Waits for a turn, then does the work. All that needs memory belongs into the work: reading the body, the analysis, writing
     * the answer.
     *
     * @throws ProblemException if no turn came in time
     */
    <T> T take(Supplier<T> work) {
        if (!acquire()) {
            throw new ProblemException(ProblemType.UNAVAILABLE, "Too many texts are being analysed.");
        }
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean acquire() {
        try {
            return free.tryAcquire(longestWait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
