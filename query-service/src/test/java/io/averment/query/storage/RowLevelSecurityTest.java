package io.averment.query.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database itself forbids the service's role, whatever the service might ask. */
@QuarkusTest
class RowLevelSecurityTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    AgroalDataSource database;

    /** Something that a test does on a connection. */
    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private void inTransaction(String tenant, Work work) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement set = connection.prepareStatement("select set_config('averment.tenant', ?, true)");
                    Statement statement = connection.createStatement()) {
                if (!tenant.isEmpty()) {
                    set.setString(1, tenant);
                    set.execute();
                }
                work.on(statement);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    private static void setTenant(Statement statement, String tenant) throws SQLException {
        statement.execute("select set_config('averment.tenant', '" + tenant + "', true)");
    }

    private static int count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void assertForbidden(Statement statement, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> statement.execute(sql));
        assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState(), sql);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "log",
                "audit",
                "article",
                "statement",
                "commitment",
                "time_expression",
                "named_entity",
                "conflict",
                "reference",
                "opening",
                "source_month",
                "withdrawal",
                "generation",
                "entity",
                "entity_name",
                "request_allowance",
                "saved_query",
                "idempotent_request",
                "thread_fact",
                "thread_key",
                "thread",
                "lapse",
                "deadline_tenant",
                "entity_verdict",
                "story_report",
                "story_key",
                "story",
                "story_facet"
            })
    void showsNoRowsWithoutTenant(String table) throws SQLException {
        String tenant = "rls-" + UUID.randomUUID();

        inTransaction(tenant, statement -> {
            statement.execute(TenantRows.insert(table, tenant));
            assertEquals(1, count(statement, table));
            setTenant(statement, "");
            assertEquals(0, count(statement, table));
            setTenant(statement, tenant);
            assertEquals(1, count(statement, table));
        });
    }

    @Test
    void showsOneTenantsRowsToThatTenantOnly() throws SQLException {
        String tenant = "rls-" + UUID.randomUUID();

        inTransaction(tenant, statement -> {
            statement.execute(TenantRows.insertLog(tenant));
            assertEquals(1, count(statement, "log"));
            setTenant(statement, "rls-somebody-else");
            assertEquals(0, count(statement, "log where tenant = '" + tenant + "'"));
        });
    }

    @Test
    void writesNothingWithoutTenantOrForAnother() throws SQLException {
        inTransaction("", statement -> assertForbidden(statement, TenantRows.insertLog("demo")));
        inTransaction("rls-one", statement -> assertForbidden(statement, TenantRows.insertLog("demo")));
    }

    /** What watches deadlines learns who has any, and sees and writes nothing else. */
    @Test
    void opensNamesOfTenantsAloneToTheWatch() throws SQLException {
        String tenant = "rls-" + UUID.randomUUID();

        inTransaction(tenant, statement -> {
            statement.execute(TenantRows.insert("deadline_tenant", tenant));
            statement.execute(TenantRows.insert("thread", tenant));
            setTenant(statement, "");
            statement.execute("select set_config('averment.watch', 'deadlines', true)");
            assertEquals(1, count(statement, "deadline_tenant where tenant = '" + tenant + "'"));
            assertEquals(0, count(statement, "thread"));
            assertForbidden(statement, TenantRows.insert("deadline_tenant", tenant));
        });
    }

    @Test
    void forgetsTheTenantWithTheTransaction() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('averment.tenant', 'rls-one', true)");
            connection.commit();
            assertForbidden(statement, TenantRows.insertLog("rls-one"));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update log set effect = 'OPENED'",
                "delete from log",
                "truncate log",
                "update audit set status = 200",
                "delete from audit",
                "update article set content = ''",
                "update article set recorded_from = now()",
                "delete from article",
                "update statement set fact = '{}'",
                "delete from statement",
                "update commitment set content = ''",
                "delete from reference",
                "delete from withdrawal",
                "update generation set generation = 9",
                "delete from generation",
                "select copy_record_schema('record', 'mine')",
                "select logged_tenants()",
                "select erase_tenant_rows('public.log', 1)",
                "select count_tenant_rows('public.log')",
                "select count(*) from tenant_erasure",
                "insert into tenant_erasure (erased_tenant, erased_by) values ('demo', 'x')",
                "delete from tenant_erasure",
                "drop table audit_other",
                "update withdrawal set recorded_from = now()",
                "select forget_entities('record', array[''], array[''])",
                "select erase_facts('record', gen_random_uuid(), '2026-11-01', 9)",
                "select erase_withdrawn('public', gen_random_uuid(), '2026-11-01')",
                "update entity set tenant = 'demo'",
                "delete from entity",
                "update entity_name set name = ''",
                "update request_allowance set tenant = 'demo'",
                "delete from request_allowance",
                "update saved_query set owner = ''",
                "update saved_query set tenant = 'demo'",
                "update idempotent_request set client = ''",
                "delete from idempotent_request",
                "update thread_fact set thread_id = ''",
                "delete from thread",
                "update entity_verdict set verdict = ''",
                "update lapse set due_to = now()",
                "update story_report set story_id = ''",
                "delete from story_report",
                "update story set article_count = 2",
                "delete from story",
                "update story_facet set facet = ''",
                "update story_key set key = 1",
                "delete from deadline_tenant",
                "select * from log_other",
                "select * from article_other",
                "create table intruder (id int)",
                "alter table log disable row level security",
                "drop table statement",
                "select ensure_record_months('2030-01-01', '2030-01-01')",
                "select * from flyway_schema_history"
            })
    void allowsNothingBeyondAddingAndClosing(String sql) throws SQLException {
        inTransaction("rls-one", statement -> assertForbidden(statement, sql));
    }

    @Test
    void servesUnderRoleThatOwnsNothing() throws SQLException {
        inTransaction("rls-one", statement -> {
            try (ResultSet rows = statement.executeQuery(
                    "select current_user, count(*) from pg_class where relowner = current_user::regrole")) {
                rows.next();
                assertEquals("query_service", rows.getString(1));
                assertEquals(0, rows.getInt(2));
            }
        });
    }
}
