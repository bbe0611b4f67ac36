package io.averment.query.thread;

import io.averment.query.operation.Turns;
import io.averment.query.record.Tenant;
import io.averment.query.storage.ThreadLapses;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Lets commitments lapse when their deadlines have passed. Every replica looks; the log takes each lapse once. */
@ApplicationScoped
class DeadlineWatch {
    private final ThreadLapses lapses;
    private final DeadlineConfiguration configuration;
    private final Turns turns =
            new Turns("deadlines", "Deadlines could not be looked at; they will be at the next turn");

    DeadlineWatch(ThreadLapses lapses, DeadlineConfiguration configuration) {
        this.lapses = lapses;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        turns.start(configuration.interval(), this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.stop();
    }

    /** An outage of the database ends this look, and the next one makes up for it. */
    private void look() {
        for (Tenant tenant : lapses.tenants()) {
            lapses.lapse(tenant, lapses.today(tenant).minusDays(configuration.grace()));
        }
    }
}
