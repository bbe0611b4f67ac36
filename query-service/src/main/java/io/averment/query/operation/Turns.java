package io.averment.query.operation;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does one thing from time to time, on a thread of its own. A turn that fails is told in the log, and the next one comes as ever. Thread-safe. */
public final class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class);
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final ScheduledExecutorService clock;
    private final String complaint;

    /**
     * @param name of the thread
     * @param complaint what the log says of a turn that failed
     */
    public Turns(String name, String complaint) {
        this.clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        this.complaint = complaint;
    }

    /** @param interval from the end of a turn to the next one, and to the first; a minute at least */
    public void start(Duration interval, Runnable turn) {
        long seconds = Math.max(SHORTEST.toSeconds(), interval.toSeconds());
        var _ = clock.scheduleWithFixedDelay(() -> take(turn), seconds, seconds, TimeUnit.SECONDS);
    }

    private void take(Runnable turn) {
        try {
            turn.run();
        } catch (RuntimeException failure) {
            // Whatever escaped from here would end the turns for good.
            LOG.warn(complaint, failure);
        }
    }

    /** No turn begins any more; the one under way is interrupted. */
    public void stop() {
        clock.shutdownNow();
    }
}
