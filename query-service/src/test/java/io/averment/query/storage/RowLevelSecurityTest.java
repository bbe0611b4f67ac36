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
public class RowLevelSecurityTest {
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

    private static String insertLog(String tenant) {
        return "insert into log (tenant, record_month, ce_id, recorded_at, kind, effect, payload) values ('" + tenant
                + "', '2026-11-01', '" + UUID.randomUUID() + "', now(), 'TEST', 'OPENED', '')";
    }

    private static final String SHARED =
            "tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, outlet_key, fact";

    private static String shared(String tenant) {
        return "'" + tenant + "', '2026-11-01', '" + UUID.randomUUID() + "', 'x1', 0, now(), now(), 'post', '{}'";
    }

    /** A row that a table takes, of some tenant. */
    public static String insert(String table, String tenant) {
        return switch (table) {
            case "log" -> insertLog(tenant);
            case "article" ->
                "insert into article (" + SHARED + ", revision, generation, fingerprint, outlet, accepted_at,"
                        + " headline_length, content, statement_count, commitment_count) values (" + shared(tenant)
                        + ", 1, 1, 'f', 'Post', now(), 0, 'We wait.', 0, 0)";
            case "statement" ->
                "insert into statement (" + SHARED + ", kind, act, content) values (" + shared(tenant)
                        + ", 'DIRECT', 'ASSERTS', 'We wait.')";
            case "commitment" ->
                "insert into commitment (" + SHARED + ", strength, content) values (" + shared(tenant)
                        + ", 'FIRM', 'We will wait.')";
            case "time_expression" ->
                "insert into time_expression (" + SHARED + ", type) values (" + shared(tenant) + ", 'DATE')";
            case "named_entity" ->
                "insert into named_entity (" + SHARED + ", entity_key, mention_count) values (" + shared(tenant)
                        + ", 'wikidata:Q1', 1)";
            case "conflict" -> "insert into conflict (" + SHARED + ", kind) values (" + shared(tenant) + ", 'TOTAL')";
            case "reference" ->
                "insert into reference (tenant, record_month, article_id, fact_id, position, recorded_from,"
                        + " first_accepted_at, role, entity_key) values ('" + tenant + "', '2026-11-01', '"
                        + UUID.randomUUID() + "', 's1', 0, now(), now(), 'SPEAKER', 'wikidata:Q1')";
            case "opening" ->
                "insert into opening (tenant, recorded_from, article_id, record_month) values ('" + tenant
                        + "', now(), '" + UUID.randomUUID() + "', '2026-11-01')";
            case "source_month" ->
                "insert into source_month (tenant, kind, source_key, record_month, articles, statements, first_accepted_at,"
                        + " last_accepted_at, last_article_id, name) values ('" + tenant
                        + "', 'OUTLET', 'k', '2026-11-01', 1, 0, now(), now(), '" + UUID.randomUUID() + "', 'K')";
            case "withdrawal" ->
                "insert into withdrawal (tenant, record_month, article_id, recorded_from, through_revision, reason,"
                        + " withdrawn_by, withdrawn_at) values ('" + tenant + "', '2026-11-01', '" + UUID.randomUUID()
                        + "', now(), 1, 'OTHER', 'x', now())";
            case "audit" ->
                "insert into audit (tenant, record_month, at, subject, client, method, path, parameters, status) values ('"
                        + tenant + "', '2026-11-01', now(), 's', 'c', 'GET', '/', '{}', 200)";
            case "generation" ->
                "insert into generation (tenant, generation, recorded_from) values ('" + tenant + "', 2, now())";
            case "entity" ->
                "insert into entity (tenant, entity_key, recorded_from, first_accepted_at, article_id, fact) values ('"
                        + tenant + "', 'wikidata:Q1', now(), now(), '" + UUID.randomUUID() + "', '{}')";
            case "request_allowance" ->
                "insert into request_allowance (tenant, client, window_start, granted, leased) values ('" + tenant
                        + "', '" + "0".repeat(32) + "', now(), 1, 1)";
            case "saved_query" ->
                "insert into saved_query (tenant, query_id, owner, name, list, parameters, created_at, changed_at) values ('"
                        + tenant + "', '" + UUID.randomUUID() + "', 'o', 'n', 'articles', '{}', now(), now())";
            case "idempotent_request" ->
                "insert into idempotent_request (tenant, client, key, fingerprint, expires_at) values ('" + tenant
                        + "', 'c', 'k', 'f', now())";
            case "entity_name" ->
                "insert into entity_name (tenant, name, entity_key) values ('" + tenant + "', 'a', 'wikidata:Q1')";
            case "thread_fact" ->
                "insert into thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from,"
                        + " first_accepted_at, opened_at, kind, thread_id, bucket, day, text_hash, evidence) values ('"
                        + tenant + "', '2026-11-01', '" + UUID.randomUUID()
                        + "', 's1', 0, now(), now(), now(), 'UTTERANCE', 'u1', 'b', '2026-11-01', 'h', '{}')";
            case "thread_key" ->
                "insert into thread_key (tenant, record_month, key, article_id, fact_id, recorded_from) values ('"
                        + tenant + "', '2026-11-01', 'k', '" + UUID.randomUUID() + "', 's1', now())";
            case "thread" ->
                "insert into thread (tenant, thread_id, recorded_from, kind, state, bucket, voice_name, first_day, last_day,"
                        + " article_count, origin_count, first_accepted_at, article_id, fact_id, position, record_month)"
                        + " values ('" + tenant
                        + "', 'u1', now(), 'UTTERANCE', 'SAID', 'b', 'v', '2026-11-01', '2026-11-01',"
                        + " 1, 1, now(), '" + UUID.randomUUID() + "', 's1', 0, '2026-11-01')";
            case "lapse" ->
                "insert into lapse (tenant, article_id, fact_id, due_to, recorded_from) values ('" + tenant + "', '"
                        + UUID.randomUUID() + "', 'c1', '2026-11-01', now())";
            case "entity_verdict" ->
                "insert into entity_verdict (tenant, one_key, other_key, recorded_from, verdict, decided_by) values ('"
                        + tenant + "', 'a', 'b', now(), 'SAME', 'c')";
            case "story_report" ->
                "insert into story_report (tenant, record_month, article_id, recorded_from, opened_at,"
                        + " first_accepted_at, day, text_hash, affinity, story_id, traits,"
                        + " facets) values ('" + tenant + "', '2026-11-01', '"
                        + UUID.randomUUID() + "', now(), now(), now(), '2026-11-01', 'h', 0, 's1', '{}', '{}')";
            case "story_key" ->
                "insert into story_key (tenant, key, article_id, day, first_accepted_at, recorded_from) values ('"
                        + tenant + "', 1, '" + UUID.randomUUID() + "', '2026-11-01', now(), now())";
            case "story" ->
                "insert into story (tenant, story_id, recorded_from, first_day, last_day, article_count, origin_count,"
                        + " first_accepted_at, article_id, record_month) values ('" + tenant
                        + "', 's1', now(), '2026-11-01', '2026-11-01', 2, 1, now(), '" + UUID.randomUUID()
                        + "', '2026-11-01')";
            case "story_facet" ->
                "insert into story_facet (tenant, facet, story_id, recorded_from, first_accepted_at, article_id)"
                        + " values ('"
                        + tenant + "', 'S', 's1', now(), now(), '" + UUID.randomUUID() + "')";
            case "deadline_tenant" -> "insert into deadline_tenant (tenant) values ('" + tenant + "')";
            default -> throw new IllegalArgumentException(table);
        };
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
            statement.execute(insert(table, tenant));
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
            statement.execute(insertLog(tenant));
            assertEquals(1, count(statement, "log"));
            setTenant(statement, "rls-somebody-else");
            assertEquals(0, count(statement, "log where tenant = '" + tenant + "'"));
        });
    }

    @Test
    void writesNothingWithoutTenantOrForAnother() throws SQLException {
        inTransaction("", statement -> assertForbidden(statement, insertLog("demo")));
        inTransaction("rls-one", statement -> assertForbidden(statement, insertLog("demo")));
    }

    /** What watches deadlines learns who has any, and sees and writes nothing else. */
    @Test
    void opensNamesOfTenantsAloneToTheWatch() throws SQLException {
        String tenant = "rls-" + UUID.randomUUID();

        inTransaction(tenant, statement -> {
            statement.execute(insert("deadline_tenant", tenant));
            statement.execute(insert("thread", tenant));
            setTenant(statement, "");
            statement.execute("select set_config('averment.watch', 'deadlines', true)");
            assertEquals(1, count(statement, "deadline_tenant where tenant = '" + tenant + "'"));
            assertEquals(0, count(statement, "thread"));
            assertForbidden(statement, insert("deadline_tenant", tenant));
        });
    }

    @Test
    void forgetsTheTenantWithTheTransaction() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('averment.tenant', 'rls-one', true)");
            connection.commit();
            assertForbidden(statement, insertLog("rls-one"));
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
