package io.averment.query.rebuild;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
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
    private static final long SECONDS = 60;

    private static final String LEFT = """
            select to_regnamespace(:next) is not null and not exists (
                select from pg_locks l join pg_database d on d.oid = l.database
                where d.datname = current_database() and l.locktype = 'advisory' and l.granted and l.objsubid = 1
                    and (cast(l.classid as bigint) << 32 | cast(l.objid as bigint)) = :lock)
            """;

    private final EntityManager entities;
    private final AtomicInteger left = new AtomicInteger();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("rebuild-watch").factory());

    RebuildWatch(EntityManager entities, MeterRegistry meters) {
        this.entities = entities;
        meters.gauge("averment.query.rebuild.left", left);
    }

    void start(@Observes StartupEvent event) {
        var _ = clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        clock.shutdownNow();
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
        try {
            if (isLeft()) {
                LOG.warnf("A rebuild was killed and has left the schema %s: 'rebuild drop' removes it.", Rebuild.NEXT);
            }
        } catch (RuntimeException failure) {
            LOG.warn("Whether a rebuild was killed could not be seen; the next turn looks again", failure);
        }
    }
}
