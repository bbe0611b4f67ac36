package io.averment.query.thread;

import io.averment.query.record.Tenant;
import io.averment.query.storage.ThreadLapses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets commitments lapse when their deadlines have passed. Every replica looks; the log takes each lapse once. */
@ApplicationScoped
class DeadlineWatch {
    private static final Logger LOG = Logger.getLogger(DeadlineWatch.class);
    private static final long SHORTEST_SECONDS = 60;

    private final ThreadLapses lapses;
    private final DeadlineConfiguration configuration;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("deadlines").factory());

    DeadlineWatch(ThreadLapses lapses, DeadlineConfiguration configuration) {
        this.lapses = lapses;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        long seconds = Math.max(SHORTEST_SECONDS, configuration.interval().toSeconds());
        var _ = clock.scheduleWithFixedDelay(this::look, seconds, seconds, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
    }

    /** An outage of the database ends this look, and the next one makes up for it. */
    private void look() {
        try {
            for (Tenant tenant : lapses.tenants()) {
                lapses.lapse(tenant, lapses.today(tenant).minusDays(configuration.grace()));
            }
        } catch (RuntimeException failure) {
            LOG.warn("Deadlines could not be looked at; they will be at the next turn", failure);
        }
    }
}
