package io.averment.ingest.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What waits for the broker, for operators. Shows the last measure and asks nobody, so that a scrape never waits. */
@ApplicationScoped
class OutboxMeters {
    private final RelayLoop relay;
    private final Clock clock;

    OutboxMeters(RelayLoop relay, Clock clock) {
        this.relay = relay;
        this.clock = clock;
    }

    void register(@Observes StartupEvent event, MeterRegistry meters) {
        Gauge.builder("averment.ingest.outbox.pending", () -> relay.backlog().pending())
                .description("Messages that the broker does not have yet; " + Outbox.Backlog.MOST_COUNTED
                        + " when there are as many or more")
                .register(meters);
        Gauge.builder(
                        "averment.ingest.outbox.oldest.age",
                        () -> age(relay.backlog().oldest()))
                .description("Age of the oldest message that the broker does not have yet")
                .baseUnit("seconds")
                .register(meters);
    }

    private double age(@Nullable Instant oldest) {
        return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
    }
}
