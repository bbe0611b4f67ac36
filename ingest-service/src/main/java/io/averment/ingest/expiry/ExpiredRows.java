package io.averment.ingest.expiry;

import io.averment.ingest.allowance.AllowanceConfiguration;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.hibernate.Session;

/**
 * Deletes what has expired, of all tenants: windows of request allowances that have ended, and answers that need no longer be repeated.
 * Replicas may do so at once; nothing that still counts is ever deleted. By the database's clock. Thread-safe.
 */
@ApplicationScoped
class ExpiredRows {
    /** Rows of one transaction, so that none lasts. */
    static final int MOST_AT_ONCE = 1_000;

    private static final int MOST_TRANSACTIONS = 200;

    private final EntityManager entities;
    private final AllowanceConfiguration allowances;

    ExpiredRows(EntityManager entities, AllowanceConfiguration allowances) {
        this.entities = entities;
        this.allowances = allowances;
    }

    /**
     * Deletes, a thousand rows at a time and at most 200,000 of each kind; what is left then goes with the next turn.
     *
     * @return how many rows
     */
    int delete() {
        int deleted = 0;
        for (int some = MOST_AT_ONCE, i = 0; some == MOST_AT_ONCE && i < MOST_TRANSACTIONS; i++) {
            some = allowances(allowances.window(), MOST_AT_ONCE);
            deleted += some;
        }
        for (int some = MOST_AT_ONCE, i = 0; some == MOST_AT_ONCE && i < MOST_TRANSACTIONS; i++) {
            some = requests(MOST_AT_ONCE);
            deleted += some;
        }
        return deleted;
    }

    /** Deletes windows that ended at least as long ago as they lasted. */
    int allowances(Duration window, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select forget_allowances(make_interval(secs => :seconds), :most)", Integer.class)
                        .setParameter("seconds", (double) window.toSeconds())
                        .setParameter("most", most)
                        .getSingleResult());
    }

    /** Deletes answers that need no longer be repeated. */
    int requests(int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery("select forget_requests(:most)", Integer.class)
                        .setParameter("most", most)
                        .getSingleResult());
    }
}
