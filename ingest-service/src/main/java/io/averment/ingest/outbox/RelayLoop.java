package io.averment.ingest.outbox;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a relay going on a thread of its own: batch after batch while anything waits, then a rest until a commit wakes it
 * or the poll interval has passed. While broker or database is away it rests longer and longer, and goes on by itself.
 */
@ApplicationScoped
public class RelayLoop {
    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);

    private final Relay relay;
    private final RelayConfiguration configuration;
    private final Clock clock;
    private final Backoff backoff;
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Outbox.Backlog backlog = new Outbox.Backlog(0, null);
    private volatile boolean blocked;
    private Instant measured = Instant.MIN;
    private @Nullable Thread thread;

    RelayLoop(Relay relay, RelayConfiguration configuration, Clock clock) {
        this.relay = relay;
        this.configuration = configuration;
        this.clock = clock;
        this.backoff = new Backoff(configuration.maxBackoff());
    }

    void start(@Observes StartupEvent event) {
        if (configuration.batchRows() < 1 || configuration.batchRows() > RelayConfiguration.MAX_BATCH_ROWS) {
            throw new IllegalStateException(
                    "averment.ingest.relay.batch-rows must be 1 to " + RelayConfiguration.MAX_BATCH_ROWS);
        }
        if (configuration.enabled()) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    /** Lets the batch that is under way come to its end; what remains is published by whoever comes next. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        wake();
        if (thread != null && !thread.join(STOP_TIMEOUT)) {
            LOG.warn("The outbox relay did not stop in time; its batch will be published again");
        }
    }

    /** Says that a message was committed. Never blocks. */
    public void wake() {
        // One permit is as good as many, and a permit given while a batch is under way is not lost.
        if (wakeUps.availablePermits() == 0) {
            wakeUps.release();
        }
    }

    /** What waited when last measured, at most a few seconds ago while the database can be reached. */
    Outbox.Backlog backlog() {
        return backlog;
    }

    /** Whether the last attempt failed, because broker or database is away. */
    boolean isBlocked() {
        return blocked;
    }

    private void run() {
        try {
            while (stop.getCount() > 0) {
                step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void step() throws InterruptedException {
        Relay.Pass pass;
        try {
            measure();
            pass = relay.pass();
        } catch (RuntimeException e) {
            retreat("The outbox cannot be read; trying again", e);
            return;
        }
        if (pass.isRefused()) {
            retreat("The broker does not take messages; articles are kept and sent later", null);
            return;
        }
        if (blocked) {
            LOG.info("The outbox relay works again");
        }
        blocked = false;
        backoff.reset();
        if (pass.isIdle() && wakeUps.tryAcquire(configuration.pollInterval().toNanos(), TimeUnit.NANOSECONDS)) {
            wakeUps.drainPermits();
        }
    }

    /** Rests regardless of wake-ups: during an outage every accepted article would cause one. */
    private void retreat(String reason, @Nullable Throwable cause) throws InterruptedException {
        if (!blocked) {
            LOG.warn(reason, cause);
        }
        blocked = true;
        var ignored = stop.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS);
    }

    private void measure() {
        var now = clock.instant();
        if (measured.plus(MEASURE_INTERVAL).isBefore(now)) {
            backlog = relay.backlog();
            measured = now;
        }
    }
}
