package io.averment.query.migration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import org.flywaydb.core.api.configuration.FluentConfiguration;

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
                "false",
                "options",
                "-c lock_timeout=" + lockTimeout.toMillis()));
        // Only now, since the properties are read when the address is set.
        configuration.dataSource(configuration.getUrl(), configuration.getUser(), configuration.getPassword());
    }
}
