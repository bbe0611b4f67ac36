package io.averment.query.rebuild;

import io.averment.query.operation.Turns;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Looks from time to time whether a rebuild was killed: its schema is still there, and nobody holds its lock. What was withdrawn since
 * keeps its text there, so someone has to be told. Thread-safe.
 */
@ApplicationScoped
class RebuildWatch {
    private static final Logger LOG = Logger.getLogger(RebuildWatch.class);
    private static final Duration INTERVAL = Duration.ofMinutes(1);

    private static final String LEFT = """
            select to_regnamespace(:next) is not null and not exists (
                select from pg_locks l join pg_database d on d.oid = l.database
                where d.datname = current_database() and l.locktype = 'advisory' and l.granted and l.objsubid = 1
                    and (cast(l.classid as bigint) << 32 | cast(l.objid as bigint)) = :lock)
            """;

    private final EntityManager entities;
    private final AtomicInteger left = new AtomicInteger();
    private final Turns turns =
            new Turns("rebuild-watch", "Whether a rebuild was killed could not be seen; the next turn looks again");

    RebuildWatch(EntityManager entities, MeterRegistry meters) {
        this.entities = entities;
        meters.gauge("averment.query.rebuild.left", left);
    }

    void start(@Observes StartupEvent event) {
        turns.start(INTERVAL, this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        turns.stop();
    }

    /** Whether a killed rebuild has left its schema; the gauge tells 1 or 0 from then on. */
    boolean isLeft() {
        boolean isLeft = QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(LEFT, Boolean.class)
                        .setParameter("next", Rebuild.NEXT)
                        .setParameter("lock", Rebuild.REBUILD_LOCK)
                        .getSingleResult());
        left.set(isLeft ? 1 : 0);
        return isLeft;
    }

    private void look() {
        boolean wasLeft = left.get() == 1;
        if (isLeft() && !wasLeft) {
            LOG.warnf("A rebuild was killed and has left the schema %s: 'rebuild drop' removes it.", Rebuild.NEXT);
        }
    }
}
