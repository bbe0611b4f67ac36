package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.Session;

/**
 * Transactions that see and change one tenant's rows only: row-level security compares every row with the tenant that is
 * set here, for this transaction alone. Without it there are no rows at all. Thread-safe.
 */
@ApplicationScoped
public class TenantTransactions {
    /**
     * The advisory lock that everyone who changes the record shares, and that whoever puts another schema in its place holds alone.
     * The word "averment" in ASCII.
     */
    public static final long RECORD_LOCK = 0x6176_6572_6d65_6e74L;

    // One statement, since each costs every report a way to the database and back; its functions are called in their
    // order.
    private static final String BEGIN_WRITING = """
            select set_config('averment.tenant', :tenant, true),
                   set_config('statement_timeout', :timeout, true),
                   cast(pg_advisory_xact_lock_shared(:lock) as text),
                   cast(pg_advisory_xact_lock(hashtextextended(:article, 0)) as text)
            """;

    // The last sees what was committed while the locks were waited for.
    private static final String BEGIN_WRITING_UNLESS_ERASED =
            BEGIN_WRITING + ", coalesce(erased_through() >= :accepted, false)";

    private static final Duration LONGEST_READ = Duration.ofSeconds(10);
    private static final Duration LONGEST_WRITE = Duration.ofSeconds(60);

    private final EntityManager entities;

    public TenantTransactions(EntityManager entities) {
        this.entities = entities;
    }

    /** Runs the query in a transaction of its own that cannot write. */
    public <T> T read(Tenant tenant, Supplier<T> query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("""
                            select set_config('averment.tenant', :tenant, true),
                                   set_config('statement_timeout', :timeout, true),
                                   set_config('transaction_read_only', 'on', true)
                            """, Object[].class)
                    .setParameter("tenant", tenant.name())
                    .setParameter("timeout", Long.toString(LONGEST_READ.toMillis()))
                    .getSingleResult();
            return query.get();
        });
    }

    /**
     * Has the transaction's further queries planned for the values of their parameters, each time. The service's connections keep one plan
     * of each query for all values, since planning over the months costs more than most queries.
     */
    public void planForValues() {
        entities.createNativeQuery("select set_config('plan_cache_mode', 'force_custom_plan', true)", String.class)
                .getSingleResult();
    }

    /** Keeps another schema from being put in the record's place until the transaction ends. */
    public void shareRecord() {
        entities.createNativeQuery("select cast(pg_advisory_xact_lock_shared(:lock) as text)", String.class)
                .setParameter("lock", RECORD_LOCK)
                .getSingleResult();
    }

    /** Runs a change in a transaction of its own in which the names of the record's tables mean those of another schema. */
    public <T> T replay(Tenant tenant, String schema, Supplier<T> change) {
        return append(tenant, () -> {
            entities.createNativeQuery("select set_config('search_path', :path, true)", String.class)
                    .setParameter("path", schema + ", public")
                    .getSingleResult();
            return change.get();
        });
    }

    /**
     * Runs the change in a transaction of its own, and alone for this article over all replicas, so that two messages
     * about one article are applied one after the other.
     */
    public <T> T write(Tenant tenant, ArticleId article, Supplier<T> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            writing(BEGIN_WRITING, tenant, article).getSingleResult();
            return change.get();
        });
    }

    /**
     * The same with what a message tells; empty, with nothing done, when the tenant was erased at that time or later.
     *
     * @param acceptedAt when what it tells was accepted, or decided
     */
    public <T> Optional<T> writeUnlessErased(Tenant tenant, ArticleId article, Instant acceptedAt, Supplier<T> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Object[] begun = writing(BEGIN_WRITING_UNLESS_ERASED, tenant, article)
                    .setParameter("accepted", acceptedAt)
                    .getSingleResult();
            return (Boolean) begun[begun.length - 1] ? Optional.empty() : Optional.of(change.get());
        });
    }

    private TypedQuery<Object[]> writing(String begin, Tenant tenant, ArticleId article) {
        return entities.unwrap(Session.class)
                .createNativeQuery(begin, Object[].class)
                .setParameter("tenant", tenant.name())
                .setParameter("timeout", Long.toString(LONGEST_WRITE.toMillis()))
                .setParameter("lock", RECORD_LOCK)
                .setParameter("article", tenant.name() + '/' + article);
    }

    /** Runs a change in a transaction of its own that needs to be alone for nothing, since it only adds. */
    public <T> T append(Tenant tenant, Supplier<T> change) {
        return QuarkusTransaction.requiringNew().call(() -> {
            begin(tenant);
            return change.get();
        });
    }

    private void begin(Tenant tenant) {
        entities.createNativeQuery("""
                        select set_config('averment.tenant', :tenant, true),
                               set_config('statement_timeout', :timeout, true)
                        """, Object[].class)
                .setParameter("tenant", tenant.name())
                .setParameter("timeout", Long.toString(LONGEST_WRITE.toMillis()))
                .getSingleResult();
    }

    /** Runs a query that sees the names of the tenants with deadlines, and no row of theirs. */
    <T> T watch(Supplier<T> query) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("""
                            select set_config('averment.watch', 'deadlines', true),
                                   set_config('transaction_read_only', 'on', true)
                            """, Object[].class).getSingleResult();
            return query.get();
        });
    }
}
