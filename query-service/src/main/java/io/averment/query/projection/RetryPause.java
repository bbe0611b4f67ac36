package io.averment.query.projection;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The time between two attempts while the database is away. Ends at once when the service stops. Thread-safe. A singleton, since a bean
 * of any other scope cannot be called any more once the container has stopped.
 */
@Singleton
class RetryPause {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int DOUBLINGS = 6;

    private final CountDownLatch stopping = new CountDownLatch(1);

    void stop(@Observes ShutdownEvent event) {
        stopping.countDown();
    }

    /** Whether the service stops: from then on a failure says nothing about a message. */
    boolean isStopping() {
        return stopping.getCount() == 0;
    }

    /** How long to wait after this many failures: doubling from 200 ms up to 10 s. */
    static Duration after(int failures) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLINGS));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    /** Waits; false when the service stops and nothing more should be tried. */
    boolean await(int failures) {
        try {
            return !stopping.await(after(failures).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
