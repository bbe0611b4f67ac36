package io.averment.ingest.allowance;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import org.hibernate.Session;

/**
 * The shares of each window that replicas have taken. A replica takes an eighth of what is left at a time, one at least, so that
 * few requests wait for the database and little lies unused with other replicas. The database's clock says when windows
 * begin. Thread-safe.
 */
@ApplicationScoped
class LeaseStore {
    private static final String LEASE = """
            with request as (
                select cast(:tenant as text) as tenant, cast(:client as text) as client, cast(:limit as integer) as most,
                       make_interval(secs => :seconds) as width),
            fresh as (
                select r.*, date_bin(r.width, statement_timestamp(), 'epoch') as window_start, greatest(1, r.most / 8) as share
                from request r)
            insert into request_allowance as known (tenant, client, window_start, granted, leased)
            select tenant, client, window_start, share, share from fresh
            on conflict (tenant, client) do update set
                window_start = greatest(known.window_start, excluded.window_start),
                granted = case when known.window_start < excluded.window_start then excluded.granted
                    else known.granted + least(greatest(1, (:limit - known.granted) / 8), greatest(:limit - known.granted, 0))
                    end,
                leased = case when known.window_start < excluded.window_start then excluded.leased
                    else least(greatest(1, (:limit - known.granted) / 8), greatest(:limit - known.granted, 0)) end
            returning leased, granted, cast(extract(epoch from
                window_start + make_interval(secs => :seconds) - clock_timestamp()) * 1000 as bigint) as milliseconds
            """;

    private final RowSecurity transactions;
    private final EntityManager entities;

    LeaseStore(RowSecurity transactions, EntityManager entities) {
        this.transactions = transactions;
        this.entities = entities;
    }

    /**
     * A share of a client's window.
     *
     * @param granted how many requests; 0 when nothing is left
     * @param unclaimed what is left for further leases
     * @param untilReset how long the window lasts yet
     */
    record Lease(int granted, int unclaimed, Duration untilReset) {}

    /** Takes a share, in a transaction of its own. */
    Lease take(Client client, int limit, Duration window) {
        Tenant tenant = client.tenant();
        return transactions.asTenant(tenant, () -> {
            Tuple row = entities.unwrap(Session.class)
                    .createNativeQuery(LEASE, Tuple.class)
                    .addScalar("leased", Integer.class)
                    .addScalar("granted", Integer.class)
                    .addScalar("milliseconds", Long.class)
                    .setParameter("tenant", tenant.name())
                    .setParameter("client", client.key())
                    .setParameter("limit", limit)
                    .setParameter("seconds", (double) window.toSeconds())
                    .getSingleResult();
            return new Lease(
                    row.get("leased", Integer.class),
                    Math.max(0, limit - row.get("granted", Integer.class)),
                    Duration.ofMillis(Math.max(0, row.get("milliseconds", Long.class))));
        });
    }
}
