package io.averment.ingest.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.averment.ingest.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database itself, under the service's role, without any help from the service's code. */
@QuarkusTest
class RowSecurityTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    AgroalDataSource database;

    private UUID article = new UUID(0, 0);

    @BeforeEach
    void acceptArticle() {
        article = UUID.fromString(Tokens.as("carl")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "outlet", "Row Post", "externalId", UUID.randomUUID().toString(), "body", "x"))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
    }

    @Test
    void showsNothingWithoutTenant() throws SQLException {
        assertEquals(0, count("", "select count(*) from article"));
        assertEquals(0, count("", "select count(*) from revision"));
        assertEquals(0, count("", "select count(*) from outbox"));
        assertEquals(0, count("", "select count(*) from request_allowance"));
        assertEquals(0, count("", "select count(*) from idempotent_request"));
        assertEquals(0, count("", "select count(*) from text_sample"));
        assertEquals(0, count("", "select count(*) from text_sample_key"));
    }

    @Test
    void showsNothingOnConnectionThatServedTenantBefore() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "averment.tenant", "demo");
            assertEquals(1, countArticle(connection));
            connection.commit();
            assertEquals(0, countArticle(connection));
            connection.rollback();
        }
    }

    @Test
    void showsTenantItsOwnRowsAlone() throws SQLException {
        assertEquals(1, count("demo", "select count(*) from article where id = '" + article + "'"));
        assertEquals(1, count("demo", "select count(*) from revision where article_id = '" + article + "'"));
        assertEquals(0, count("other", "select count(*) from article where id = '" + article + "'"));
        assertEquals(0, count("other", "select count(*) from revision where article_id = '" + article + "'"));
        assertEquals(0, count("other", "select count(*) from article where tenant <> 'other'"));
    }

    @Test
    void showsRelayOutboxAlone() throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "averment.scope", "relay");
            assertEquals(0, countArticle(connection));
            connection.rollback();
        }
    }

    @Test
    void showsOtherTenantsNoKeys() throws SQLException {
        Tokens.as("carl")
                .header("Idempotency-Key", "of-" + article)
                .contentType(ContentType.JSON)
                .body(Map.of("outlet", "Row Post", "externalId", article.toString(), "body", "x"))
                .post("/v1/articles")
                .then()
                .statusCode(201);
        var sql = "select count(*) from idempotent_request where key = 'of-" + article + "'";
        assertEquals(1, count("demo", sql));
        assertEquals(0, count("other", sql));
        assertEquals(0, count("other", "select count(*) from request_allowance where tenant <> 'other'"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "other"})
    void letsNobodyWriteForAnotherTenant(String tenant) {
        assertRefused(tenant, """
                insert into request_allowance values ('demo', '0123456789abcdef0123456789abcdef', now(), 1, 1)""");
        assertRefused(tenant, """
                insert into idempotent_request (tenant, key, fingerprint, holder, held_until, expires_at)
                values ('demo', 'k', 'f', gen_random_uuid(), now(), now())""");
        assertRefused(tenant, """
                insert into article values ('demo', gen_random_uuid(), '2026-11', now(), 'text', 'o', 'v', 0, '')""");
        assertRefused(tenant, """
                insert into revision (tenant, article_id, number, outlet, body, lane, accepted_at)
                values ('demo', 'ARTICLE', 99, 'o', 'b', 'live', now())""".replace("ARTICLE", article.toString()));
        assertRefused(tenant, """
                insert into outbox (tenant, article_id, revision, lane, topic, event_type, event_id, created_at,
                  payload, payload_size)
                values ('demo', 'ARTICLE', 99, 'live', 't', 't', 'e', now(), '{}', 2)""".replace("ARTICLE", article.toString()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update revision set body = 'forged'",
                "delete from revision",
                "delete from article",
                "update article set tenant = 'other'",
                "update article set outlet_key = 'x'",
                "update outbox set payload = '{}'",
                "update request_allowance set tenant = 'other'",
                "delete from request_allowance",
                "update idempotent_request set tenant = 'other'",
                "create policy mine on request_allowance using (true)",
                "truncate outbox",
                "drop table outbox",
                "alter table article disable row level security",
                "select accepted_tenants()",
                "select erase_tenant_rows('public.revision', 1)",
                "select count_tenant_rows('public.revision')",
                "select count(*) from tenant_erasure",
                "insert into tenant_erasure (erased_tenant, erased_by) values ('demo', 'x')",
                "delete from tenant_erasure",
                "drop table audit_other",
                "create table intruder (id int)",
                "select count(*) from flyway_schema_history"
            })
    void grantsServiceNothingMore(String statement) {
        assertRefused("demo", statement);
    }

    private void assertRefused(String tenant, String statement) {
        var refused = assertThrows(SQLException.class, () -> execute(tenant, statement), statement);
        assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), statement);
    }

    private void execute(String tenant, String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            set(connection, "averment.tenant", tenant);
            try (var statement = connection.createStatement()) {
                statement.execute(sql);
            } finally {
                connection.rollback();
            }
        }
    }

    private int count(String tenant, String sql) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            if (!tenant.isEmpty()) {
                set(connection, "averment.tenant", tenant);
            }
            var count = count(connection, sql);
            connection.rollback();
            return count;
        }
    }

    private int countArticle(Connection connection) throws SQLException {
        return count(connection, "select count(*) from article where id = '" + article + "'");
    }

    private static int count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void set(Connection connection, String name, String value) throws SQLException {
        try (var statement = connection.prepareStatement("select set_config(?, ?, true)")) {
            statement.setString(1, name);
            statement.setString(2, value);
            statement.execute();
        }
    }
}
