package io.averment.query.migration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.core.BaseConnection;

/**
 * How migrations talk to the database. Flyway opens connections of its own as the owner, so what `quarkus.datasource` says of the service's
 * does not hold for them.
 */
@ApplicationScoped
class MigrationConnections implements FlywayConfigurationCustomizer {

    /**
     * While a change of a table waits for its lock, whoever reads the table waits behind it. So it gives up early, and is repeated when
     * whoever holds the lock is done. What it then does may take as long as it takes.
     */
    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(15);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    @Override
    public void customize(FluentConfiguration configuration) {
        apply(configuration, LOCK_TIMEOUT);
    }

    /** @param lockTimeout in whole milliseconds */
    static void apply(FluentConfiguration configuration, Duration lockTimeout) {
        configuration.jdbcProperties(Map.of(
                "connectTimeout",
                Long.toString(CONNECT_TIMEOUT.toSeconds()),
                "tcpKeepAlive",
                "true",
                // The server's detail of an error holds values of rows, and so words of reports.
                "logServerErrorDetail",
                "false"));
        // Not in the connection's options: those of an address would go before them, and some poolers take none.
        configuration.initSql("set lock_timeout = " + lockTimeout.toMillis());
        // A service that was told no owner, as in production, does not migrate, and Flyway has its connections and no
        // address.
        if (configuration.getUrl() != null) {
            // Only now, since the properties are read when the address is set.
            configuration.dataSource(configuration.getUrl(), configuration.getUser(), configuration.getPassword());
        }
    }

    /** Refuses a connection whose address says that errors shall have details: the driver takes that before what is set here. */
    static void requireSilence(Connection connection) throws SQLException, MigrationRefusedException {
        if (connection.unwrap(BaseConnection.class).getLogServerErrorDetail()) {
            throw new MigrationRefusedException(
                    "the address of the database has logServerErrorDetail, which would print what stands in rows. Take it out");
        }
    }
}
