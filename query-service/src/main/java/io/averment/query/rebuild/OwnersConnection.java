package io.averment.query.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Connections as the owner of the tables, for commands that change them. The service itself never has one. */
@ApplicationScoped
class OwnersConnection {
    private static final String CONNECT_SECONDS = "5";

    private final String url;
    private final Optional<String> username;
    private final Optional<String> password;

    OwnersConnection(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "averment.migration.username") Optional<String> username,
            @ConfigProperty(name = "averment.migration.password") Optional<String> password) {
        this.url = url;
        this.username = username;
        this.password = password;
    }

    /** @throws RebuildRefusedException when nobody said who the owner is */
    Connection open() throws SQLException {
        Properties login = new Properties();
        login.setProperty("user", required(username, "AVERMENT_MIGRATION_USERNAME"));
        login.setProperty("password", required(password, "AVERMENT_MIGRATION_PASSWORD"));
        login.setProperty("connectTimeout", CONNECT_SECONDS);
        login.setProperty("tcpKeepAlive", "true");
        // The server's detail of an error holds values of rows, and so words of reports.
        login.setProperty("logServerErrorDetail", "false");
        login.setProperty("ApplicationName", "averment-query rebuild");
        return DriverManager.getConnection(url, login);
    }

    private static String required(Optional<String> value, String name) {
        return value.filter(text -> !text.isBlank())
                .orElseThrow(() -> new RebuildRefusedException(
                        name + " is needed: rebuilds are made as the owner of the tables, not as the service"));
    }
}
