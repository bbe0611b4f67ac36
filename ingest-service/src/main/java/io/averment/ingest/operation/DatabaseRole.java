package io.averment.ingest.operation;

import io.agroal.api.AgroalPoolInterceptor;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Looks, with the first connection, whether row-level security holds the role that this service works as. One that it does
 * not hold ends the service in production, with exit code 1, unless the risk {@value #RISK} is accepted; elsewhere it is
 * warned of. A database that comes up later is looked at then. A migration is not looked at, for it runs as the owner.
 */
@ApplicationScoped
class DatabaseRole implements AgroalPoolInterceptor {
    static final String RISK = "database-role";

    private static final Logger LOG = Logger.getLogger(DatabaseRole.class);
    private static final int BEFORE_ANY_CONNECTION = 2;
    private static final String QUERY = """
            select r.rolsuper, r.rolbypassrls, exists (
              select 1 from pg_class c
              where c.relnamespace = current_schema()::regnamespace and c.relname in ('article', 'revision', 'outbox', 'request_allowance',
                'idempotent_request', 'text_sample', 'text_sample_key')
                and pg_has_role(r.oid, c.relowner, 'member'))
            from pg_roles r where r.rolname = current_user
            """;

    private final ProductionConfiguration configuration;
    private volatile boolean isDue;

    DatabaseRole(ProductionConfiguration configuration) {
        this.configuration = configuration;
    }

    void start(@Observes @Priority(BEFORE_ANY_CONNECTION) StartupEvent event) {
        isDue = true;
    }

    @Override
    public void onConnectionCreate(Connection connection) {
        if (!isDue) {
            return;
        }
        List<String> excesses;
        try {
            excesses = excesses(connection);
        } catch (SQLException e) {
            // The next connection is looked at instead; whoever wanted this one meets the failure himself.
            LOG.debug("The database role cannot be looked at", e);
            return;
        }
        isDue = false;
        if (excesses.isEmpty()) {
            return;
        }
        var accepted = configuration.acceptedRisks().orElse(Set.of()).contains(RISK);
        if (ConfigUtils.isProfileActive("prod") && !accepted) {
            LOG.errorf("Unsafe for production: the role of quarkus.datasource.username %s (risk %s)", excesses, RISK);
            Quarkus.asyncExit(1);
        } else {
            LOG.warnf("Row-level security does not hold the role of quarkus.datasource.username: it %s", excesses);
        }
    }

    /** What the role of a connection has that would let it around row-level security, in words; empty when it is held. */
    static List<String> excesses(Connection connection) throws SQLException {
        var excesses = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var role = statement.executeQuery(QUERY)) {
            while (role.next()) {
                if (role.getBoolean(1)) {
                    excesses.add("is a superuser");
                }
                if (role.getBoolean(2)) {
                    excesses.add("has BYPASSRLS");
                }
                if (role.getBoolean(3)) {
                    excesses.add("owns the tables");
                }
            }
        }
        return List.copyOf(excesses);
    }
}
