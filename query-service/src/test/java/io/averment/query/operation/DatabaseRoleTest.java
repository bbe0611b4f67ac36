package io.averment.query.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.operation.DatabaseRole.Rights;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class DatabaseRoleTest {

    @Inject
    DatabaseRole role;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "averment.migration.username")
    String owner;

    @ConfigProperty(name = "averment.migration.password")
    String ownersPassword;

    /** The rights of the service's role after a change that nobody else sees. */
    private Rights rightsAfter(String change) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(change);
            statement.execute("set local role query_service");
            Rights rights = DatabaseRole.rights(connection);
            connection.rollback();
            return rights;
        }
    }

    @Test
    void findsNothingWrongWithTheServicesRole() throws SQLException {
        assertEquals(new Rights(List.of(), List.of()), role.rights());
    }

    @Test
    void namesRightsThatAreMissing() throws SQLException {
        assertEquals(
                new Rights(List.of("insert on public.log"), List.of()),
                rightsAfter("revoke insert on log from query_service"));
        assertEquals(
                new Rights(List.of("update of record.statement.recorded_to"), List.of()),
                rightsAfter("revoke update (recorded_to) on record.statement from query_service"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "erase_withdrawn(text, uuid, date)",
                "erase_withdrawn_threads(text, uuid, date, jsonb)",
                "erase_withdrawn_reports(text, uuid, date, jsonb)"
            })
    void namesFunctionsThatItMayNotExecute(String function) throws SQLException {
        Rights without = new Rights(List.of("execution of " + function.substring(0, function.indexOf('('))), List.of());
        assertEquals(without, rightsAfter("revoke execute on function " + function + " from query_service"));
        assertEquals(without, rightsAfter("drop function " + function));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"forget_audit_month(interval)", "forget_audit_entries(interval, integer)", "erased_through()"})
    void namesFunctionsOfRetentionThatItMayNotExecute(String function) throws SQLException {
        assertEquals(
                new Rights(List.of("execution of " + function.substring(0, function.indexOf('('))), List.of()),
                rightsAfter("revoke execute on function " + function + " from query_service"));
    }

    @Test
    void namesRightsThatGoTooFar() throws SQLException {
        assertEquals(new Rights(List.of(), List.of("BYPASSRLS")), rightsAfter("alter role query_service bypassrls"));
        try (Connection connection = DriverManager.getConnection(database, owner, ownersPassword)) {
            assertEquals(new Rights(List.of(), List.of("ownership of the tables")), DatabaseRole.rights(connection));
        }
    }

    @Test
    void isNotReadyWithoutItsRights() {
        HealthCheckResponse response = DatabaseRoleReadiness.response(List.of("select on log", "insert on log"));

        assertEquals(HealthCheckResponse.Status.DOWN, response.getStatus());
        assertEquals(
                Map.of("missing", "select on log, insert on log"),
                response.getData().orElseThrow());
    }
}
