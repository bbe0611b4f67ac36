package io.averment.ingest.security;

import io.averment.ingest.article.Tenant;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.function.Supplier;

/**
 * The only way to the database: a transaction that first says for whom it works. Row-level security shows it that
 * tenant's rows and no others; without the word it sees nothing and can write nothing. Thread-safe.
 */
@ApplicationScoped
public class RowSecurity {
    private static final String RELAY = "relay";

    private final EntityManager entities;

    RowSecurity(EntityManager entities) {
        this.entities = entities;
    }

    /** Runs the work in a transaction of its own that sees one tenant's rows. */
    public <T> T asTenant(Tenant tenant, Supplier<T> work) {
        return inTransaction("averment.tenant", tenant.name(), work);
    }

    /** Runs the work in a transaction of its own that sees every tenant's outbox and nothing else. */
    public <T> T asRelay(Supplier<T> work) {
        return inTransaction("averment.scope", RELAY, work);
    }

    private <T> T inTransaction(String setting, String value, Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(() -> {
            entities.createNativeQuery("select set_config(:setting, :value, true)", String.class)
                    .setParameter("setting", setting)
                    .setParameter("value", value)
                    .getSingleResult();
            return work.get();
        });
    }
}
