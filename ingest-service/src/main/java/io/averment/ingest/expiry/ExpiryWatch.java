package io.averment.ingest.expiry;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Has what expired deleted from time to time. Every replica does; together they delete it once. */
@ApplicationScoped
class ExpiryWatch {
    private static final Logger LOG = Logger.getLogger(ExpiryWatch.class);
    private static final long SHORTEST_SECONDS = 60;

    private final ExpiredRows rows;
    private final ExpiryConfiguration configuration;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("expiry").factory());

    ExpiryWatch(ExpiredRows rows, ExpiryConfiguration configuration) {
        this.rows = rows;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        long seconds = Math.max(SHORTEST_SECONDS, configuration.interval().toSeconds());
        var _ = clock.scheduleWithFixedDelay(this::delete, seconds, seconds, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    /** An outage of the database ends this turn, and the next one makes up for it. */
    private void delete() {
        try {
            LOG.debugf("%d expired rows deleted", rows.delete());
        } catch (RuntimeException failure) {
            LOG.warn("What has expired could not be deleted; it will be at the next turn", failure);
        }
    }
}
