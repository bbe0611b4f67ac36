package io.averment.ingest.expiry;

import io.averment.ingest.allowance.AllowanceConfiguration;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import org.hibernate.Session;

/**
 * Deletes what has expired, of all tenants: windows of request allowances that have ended, and answers that need no longer be repeated;
 * and, where someone said how long they are kept, entries of the audit log. Replicas may do so at once; nothing that still counts is ever
 * deleted. By the database's clock. Thread-safe.
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

    /**
     * Takes off what is older of the audit log: whole months, and of months without a partition of their own a thousand entries at a time.
     *
     * @param kept how long entries are kept at least; the database keeps them for thirty days whatever is said here
     */
    AuditForgotten auditOlderThan(Duration kept) {
        int months = 0;
        while (months < MOST_TRANSACTIONS && auditMonth(kept)) {
            months++;
        }
        int entries = 0;
        for (int some = MOST_AT_ONCE, i = 0; some == MOST_AT_ONCE && i < MOST_TRANSACTIONS; i++) {
            some = auditEntries(kept, MOST_AT_ONCE);
            entries += some;
        }
        return new AuditForgotten(months, entries);
    }

    /**
     * What is gone of the audit log.
     *
     * @param months partitions that were dropped
     * @param entries that were deleted one by one
     */
    record AuditForgotten(int months, int entries) {}

    private boolean auditMonth(Duration kept) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery("select forget_audit_month(make_interval(secs => :seconds))", Boolean.class)
                        .setParameter("seconds", (double) kept.toSeconds())
                        .getSingleResult());
    }

    private int auditEntries(Duration kept, int most) {
        return QuarkusTransaction.requiringNew()
                .call(() -> entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select forget_audit_entries(make_interval(secs => :seconds), :most)", Integer.class)
                        .setParameter("seconds", (double) kept.toSeconds())
                        .setParameter("most", most)
                        .getSingleResult());
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
