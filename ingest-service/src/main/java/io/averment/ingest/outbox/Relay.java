package io.averment.ingest.outbox;

import io.averment.ingest.security.RowSecurity;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Moves messages from the outbox to the broker, a batch at a time: claim, publish, forget what the broker has
 * acknowledged, commit. Whatever goes wrong on the way leaves the rows where they are, so a message arrives at least
 * once; of one article they arrive in order. Any number of relays may work at once.
 */
@ApplicationScoped
public class Relay {
    private final RowSecurity rows;
    private final Outbox outbox;
    private final Publisher publisher;
    private final RelayConfiguration configuration;
    private final MeterRegistry meters;

    Relay(
            RowSecurity rows,
            Outbox outbox,
            Publisher publisher,
            RelayConfiguration configuration,
            MeterRegistry meters) {
        this.rows = rows;
        this.outbox = outbox;
        this.publisher = publisher;
        this.configuration = configuration;
        this.meters = meters;
    }

    /** What one batch came to. */
    record Pass(int claimed, int published) {
        boolean isIdle() {
            return claimed == 0;
        }

        boolean isRefused() {
            return published < claimed;
        }
    }

    /**
     * One batch. Blocks until the broker has answered.
     *
     * @throws RuntimeException when the database cannot be used
     */
    Pass pass() {
        return rows.asRelay(() -> {
            var batch = outbox.claim(
                    configuration.batchRows(), configuration.batchBytes().asLongValue());
            if (batch.isEmpty()) {
                return new Pass(0, 0);
            }
            var published = publisher.publish(batch);
            outbox.forget(published);
            count(published);
            return new Pass(batch.size(), published.size());
        });
    }

    Outbox.Backlog backlog() {
        return rows.asRelay(outbox::backlog);
    }

    private void count(List<OutboxRow> published) {
        published.forEach(row ->
                meters.counter("averment.ingest.published", "lane", row.lane).increment());
    }
}
