package io.averment.query.storage;

import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The instants of the record, all by the database's own clock, so that replicas agree. Instants are in microseconds.
 *
 * <p>Transactions do not commit in the order of their instants. What the record said at an instant is certain once every
 * transaction that had begun to write by then has ended: until then it is not settled. Thread-safe.
 */
@ApplicationScoped
public class RecordTime {
    private final EntityManager entities;
    private final TenantTransactions transactions;

    RecordTime(EntityManager entities, TenantTransactions transactions) {
        this.entities = entities;
        this.transactions = transactions;
    }

    /**
     * The instant of a change, within its transaction. The transaction is known as one that writes before the clock is read.
     *
     * @param previous the instant of the article's last change; the record of an article only ever moves forward
     */
    public Instant next(@Nullable Instant previous) {
        Instant now = (Instant) entities.createNativeQuery("""
                        select clock.read from (select pg_current_xact_id() as id offset 0) as writing
                        cross join lateral (select clock_timestamp() as read where writing.id is not null offset 0) as clock
                        """, Instant.class).getSingleResult();
        return previous == null || now.isAfter(previous) ? now : previous.plus(1, ChronoUnit.MICROS);
    }

    /** The instant up to which the record is settled: all transactions that could still change it began later. */
    public Instant settled() {
        return settled(entities);
    }

    /**
     * The same, within the caller's transaction. The clock is read before the transactions are looked at: one that begins to
     * write in between reads it later.
     */
    public static Instant settled(EntityManager entities) {
        return (Instant) entities.createNativeQuery("""
                        select least(clock.read, (
                            select min(xact_start) from pg_stat_activity
                            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()))
                        from (select clock_timestamp() as read offset 0) as clock
                        """, Instant.class).getSingleResult();
    }

    /**
     * Waits until the record is settled as of this instant, for a short while.
     *
     * @return whether it is; an instant in the future never is
     */
    public boolean awaitSettled(Tenant tenant, Instant asOf, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (asOf.isBefore(transactions.read(tenant, this::settled))) {
                return true;
            }
            if (System.nanoTime() >= deadline || !pause()) {
                return false;
            }
        }
    }

    private static boolean pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        return !Thread.currentThread().isInterrupted();
    }
}
