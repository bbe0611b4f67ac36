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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a relay going on a thread of its own: batch after batch while anything waits, then a rest until a commit wakes it
 * or the poll interval has passed. While broker or database is away it rests longer and longer, and goes on by itself.
 * Where this instance is not to publish, it still measures what waits.
 */
@ApplicationScoped
public class RelayLoop {
    private static final Logger LOG = Logger.getLogger(RelayLoop.class);
    private static final Duration MEASURE_INTERVAL = Duration.ofSeconds(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(25);

    private final Relay relay;
    private final RelayConfiguration configuration;
    private final Duration deliveryTimeout;
    private final Clock clock;
    private final Backoff backoff;
    private final Semaphore wakeUps = new Semaphore(0);
    private final CountDownLatch stop = new CountDownLatch(1);
    private volatile Outbox.Backlog backlog = new Outbox.Backlog(0, null);
    private volatile boolean blocked;
    private Instant measured = Instant.MIN;
    private volatile @Nullable Thread thread;

    RelayLoop(
            Relay relay,
            RelayConfiguration configuration,
            @ConfigProperty(name = "mp.messaging.outgoing.articles.delivery.timeout.ms") long deliveryMillis,
            Clock clock) {
        this.relay = relay;
        this.configuration = configuration;
        this.deliveryTimeout = Duration.ofMillis(deliveryMillis);
        this.clock = clock;
        this.backoff = new Backoff(configuration.maxBackoff());
    }

    void start(@Observes StartupEvent event) {
        check(configuration, deliveryTimeout);
        thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
    }

    /**
     * Refuses what would not work, by name.
     *
     * @param deliveryTimeout after which the producer gives a message up
     */
    static void check(RelayConfiguration configuration, Duration deliveryTimeout) {
        require(
                configuration.batchRows() >= 1 && configuration.batchRows() <= RelayConfiguration.MAX_BATCH_ROWS,
                "batch-rows must be 1 to " + RelayConfiguration.MAX_BATCH_ROWS);
        require(configuration.batchBytes().asLongValue() >= 1, "batch-bytes must be positive");
        require(configuration.pollInterval().isPositive(), "poll-interval must be positive");
        require(configuration.maxBackoff().isPositive(), "max-backoff must be positive");
        require(
                configuration.publishTimeout().compareTo(deliveryTimeout) > 0,
                "publish-timeout must be longer than the delivery.timeout.ms of the channel articles");
        require(
                configuration.publishTimeout().compareTo(RelayConfiguration.MAX_PUBLISH_TIMEOUT) <= 0,
                "publish-timeout must be at most " + RelayConfiguration.MAX_PUBLISH_TIMEOUT);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalStateException("averment.ingest.relay." + rule);
        }
    }

    /** Lets the batch that is under way come to its end; what remains is published by whoever comes next. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stop.countDown();
        wake();
        var running = thread;
        if (running != null && !running.join(STOP_TIMEOUT)) {
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

    /** What waited when last measured: between two batches, every few seconds, while the database can be reached. */
    Outbox.Backlog backlog() {
        return backlog;
    }

    /** Whether the last attempt failed, because broker or database is away, or nobody attempts anything any more. */
    boolean isBlocked() {
        var running = thread;
        return blocked || (running != null && !running.isAlive() && stop.getCount() > 0);
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

    /** What a turn came to, and so how long to rest after it. */
    private enum Turn {
        BUSY,
        IDLE,
        FAILED
    }

    private void step() throws InterruptedException {
        var turn = configuration.enabled() ? turn() : Turn.IDLE;
        measure();
        switch (turn) {
            case BUSY -> {}
            case IDLE -> {
                if (wakeUps.tryAcquire(configuration.pollInterval().toNanos(), TimeUnit.NANOSECONDS)) {
                    wakeUps.drainPermits();
                }
            }
            // Regardless of wake-ups: during an outage every accepted article would cause one.
            case FAILED -> {
                var ignored = stop.await(backoff.next().toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private Turn turn() {
        try {
            var pass = relay.pass();
            if (pass.isRefused()) {
                block("The broker does not take messages; articles are kept and sent later", null);
                return Turn.FAILED;
            }
            if (blocked) {
                LOG.info("The outbox relay works again");
            }
            blocked = false;
            backoff.reset();
            return pass.isIdle() ? Turn.IDLE : Turn.BUSY;
        } catch (RuntimeException e) {
            block("The outbox cannot be read; trying again", e);
        } catch (Throwable e) {
            // Even out of memory: a relay that ends would leave everything accepted from now on unpublished.
            blocked = true;
            LOG.errorf(
                    "The outbox relay failed unexpectedly; trying again: %s",
                    e.getClass().getName());
        }
        return Turn.FAILED;
    }

    private void block(String reason, @Nullable Throwable cause) {
        if (!blocked) {
            LOG.warn(reason, cause);
        }
        blocked = true;
    }

    /** Apart from the turns: what cannot be measured can be sent all the same. */
    private void measure() {
        var now = clock.instant();
        if (measured.plus(MEASURE_INTERVAL).isAfter(now)) {
            return;
        }
        measured = now;
        try {
            backlog = relay.backlog();
        } catch (Throwable e) {
            LOG.debugf("The outbox cannot be measured: %s", e.getClass().getName());
        }
    }
}
