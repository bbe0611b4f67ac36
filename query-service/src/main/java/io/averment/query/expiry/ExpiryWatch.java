package io.averment.query.expiry;

import io.averment.query.operation.Turns;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Has what expired deleted from time to time. Every replica does; together they delete it once. */
@ApplicationScoped
class ExpiryWatch {
    private static final Logger LOG = Logger.getLogger(ExpiryWatch.class);
    private static final Duration LEAST_AUDIT_KEPT = Duration.ofDays(30);

    private final ExpiredRows rows;
    private final ExpiryConfiguration configuration;
    private final Turns turns =
            new Turns("expiry", "What has expired could not be deleted; it will be at the next turn");

    private final Counter months;
    private final Counter entries;

    ExpiryWatch(ExpiredRows rows, ExpiryConfiguration configuration, MeterRegistry meters) {
        configuration.auditKept().ifPresent(kept -> {
            if (kept.compareTo(LEAST_AUDIT_KEPT) < 0) {
                throw new IllegalStateException("averment.expiry.audit-kept must be thirty days (P30D) at least");
            }
        });
        this.months = meters.counter("averment.query.audit.forgotten.months");
        this.entries = meters.counter("averment.query.audit.forgotten.entries");
        this.rows = rows;
        this.configuration = configuration;
    }

    void start(@Observes StartupEvent event) {
        turns.start(configuration.interval(), this::delete);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.stop();
    }

    /** An outage of the database ends this turn, and the next one makes up for it. */
    void delete() {
        LOG.debugf("%d expired rows deleted", rows.delete());
        configuration.auditKept().ifPresent(this::forgetAudit);
    }

    private void forgetAudit(Duration kept) {
        ExpiredRows.AuditForgotten forgotten = rows.auditOlderThan(kept);
        months.increment(forgotten.months());
        entries.increment(forgotten.entries());
        if (forgotten.months() > 0) {
            LOG.infof("Months of the audit log were taken off. months=%d", forgotten.months());
        }
    }
}
