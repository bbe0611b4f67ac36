package io.averment.ingest.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseRoleTest {
    @Inject
    AgroalDataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    @SuppressWarnings("NullAway.Init")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    @SuppressWarnings("NullAway.Init")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    @SuppressWarnings("NullAway.Init")
    String password;

    @Test
    void findsNothingWithServiceRole() throws SQLException {
        try (var connection = database.getConnection()) {
            assertEquals(List.of(), DatabaseRole.excesses(connection));
        }
    }

    @Test
    void findsOwner() throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password)) {
            assertEquals(List.of("owns the tables"), DatabaseRole.excesses(connection));
        }
    }
}
