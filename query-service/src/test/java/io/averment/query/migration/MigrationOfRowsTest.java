package io.averment.query.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.server.RecordSchemas;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Migrations that move or count rows, on a database that has rows of two tenants, whom row-level security keeps apart. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class MigrationOfRowsTest {
    private static final List<String> TENANTS = List.of("one", "two");
    private static final String SHARED =
            "tenant, record_month, article_id, fact_id, position, recorded_from, recorded_to, first_accepted_at, outlet_key, fact";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "averment.migration.password")
    String ownersPassword;

    private final String name = "rows_" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void createDatabase() throws SQLException {
        onServer("create database " + name + " owner query_owner");
    }

    @AfterEach
    void dropDatabase() throws SQLException {
        onServer("drop database " + name + " with (force)");
    }

    private static void onServer(String sql) throws SQLException {
        try (Connection connection = RecordSchemas.superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String address() {
        return url.replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
    }

    private void migrateTo(String version) {
        Flyway.configure()
                .dataSource(address(), "query_owner", ownersPassword)
                .locations("classpath:db/migration")
                .defaultSchema("public")
                .placeholders(Map.of("serviceRole", "query_service"))
                .target(version)
                .load()
                .migrate();
    }

    /** As the superuser, whom no policy binds. */
    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(address(), "postgres", "demo-postgres");
                Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(rows.getString(1));
                    }
                }
            }
        }
        return found;
    }

    /** What holds of a table that the service works with below row-level security. */
    private String rights(String table) throws SQLException {
        return rows("select concat_ws(' ', c.relkind, c.relrowsecurity, c.relforcerowsecurity, (select string_agg(policyname, ' ')"
                        + " from pg_policies where schemaname = 'record' and tablename = c.relname), pg_get_userbyid(c.relowner),"
                        + " has_table_privilege('query_service', c.oid, 'select'), has_table_privilege('query_service', c.oid, 'insert'),"
                        + " has_any_column_privilege('query_service', c.oid, 'update'))"
                        + " from pg_class c where c.oid = 'record." + table + "'::regclass")
                .getFirst();
    }

    private void insert(String table, String columns, String values) throws SQLException {
        for (String tenant : TENANTS) {
            rows("insert into record." + table + " (" + columns + ") values " + values.replace("TENANT", tenant));
        }
    }

    @Test
    void movesWhatIsLookedUpOverAllMonths() throws SQLException {
        migrateTo("10");
        insert(
                "reference",
                "tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, role, entity_key",
                "('TENANT', '2026-01-01', md5('TENANT')::uuid, 's1', 0, '2026-01-02', '2026-01-02', 'SPEAKER', 'name:a'),"
                        + " ('TENANT', '2026-02-01', md5('TENANT 2')::uuid, 's1', 0, '2026-02-02', '2026-02-02', 'ACTOR', 'name:b')");
        insert(
                "thread_fact",
                "tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at, opened_at, kind,"
                        + " thread_id, bucket, day, text_hash, evidence",
                "('TENANT', '2026-01-01', md5('TENANT')::uuid, 's1', 0, '2026-01-02', '2026-01-02', '2026-01-02',"
                        + " 'UTTERANCE', 'u1', 'b', '2026-01-02', 'h', '{}')");
        insert(
                "thread_key",
                "tenant, record_month, key, article_id, fact_id, recorded_from",
                "('TENANT', '2026-01-01', 'k', md5('TENANT')::uuid, 's1', '2026-01-02')");
        insert(
                "withdrawal",
                "tenant, record_month, article_id, recorded_from, through_revision, reason, withdrawn_by, withdrawn_at",
                "('TENANT', '2026-02-01', md5('TENANT 3')::uuid, '2026-02-03', 1, 'OTHER', 'x', '2026-02-03')");
        insert(
                "article",
                SHARED + ", revision, generation, fingerprint, outlet, accepted_at, headline_length, content,"
                        + " statement_count, commitment_count",
                article("", 1, "'2026-01-03'") + ", " + article("", 2, "'infinity'"));
        List<String> tables = List.of("reference", "thread_fact", "thread_key", "withdrawal");
        List<List<String>> before = new ArrayList<>();
        for (String table : tables) {
            before.add(rows("select to_jsonb(r) from record." + table + " r order by 1"));
        }

        migrateTo("11");

        for (int i = 0; i < tables.size(); i++) {
            String table = tables.get(i);
            assertEquals(before.get(i), rows("select to_jsonb(r) from record." + table + " r order by 1"), table);
            assertEquals(
                    "r t t of_tenant query_owner t t " + (table.equals("withdrawal") ? "f" : "t"),
                    rights(table),
                    table);
        }
        assertEquals(4, before.getFirst().size());
        assertEquals(
                List.of(
                        "one 2026-01-01 2026-01-02",
                        "one 2026-01-01 2026-01-03",
                        "two 2026-01-01 2026-01-02",
                        "two 2026-01-01 2026-01-03"),
                rows("select concat_ws(' ', tenant, record_month, recorded_from::date) from record.opening"
                        + " where article_id = md5(tenant)::uuid order by 1"));
        assertEquals("r t t of_tenant query_owner t t f", rights("opening"));
        assertEquals("p t t of_tenant query_owner t t t", rights("article"));
        migrateTo("latest");
        assertEquals(4, rows("select 1 from record.reference").size());
    }

    /** A version of an article of January; the second follows the first a day later. */
    private static String article(String which, int revision, String until) {
        return "('TENANT', '2026-01-01', md5('TENANT" + which + "')::uuid, 'x', 0, '2026-01-0" + (revision + 1) + "', "
                + until + ", '2026-01-02', 'post', '{}', " + revision + ", 1, 'f', 'Post" + which
                + "', '2026-01-02', 0, 'We wait.', 2, 0)";
    }

    private static String statement(String which, int revision, int position, String until, String agency) {
        return "('TENANT', '2026-01-01', md5('TENANT" + which + "')::uuid, 's" + position + "', " + position
                + ", '2026-01-0"
                + (revision + 1) + "', " + until
                + ", '2026-01-02', 'post', '{\"chain\": [{\"role\": \"AGENCY\", \"name\": \""
                + agency + "\"}]}', 'DIRECT', 'ASSERTS', lower('" + agency + "'), 'We wait.')";
    }

    @Test
    void countsSourcesOfEachTenant() throws SQLException {
        migrateTo("11");
        insert(
                "article",
                SHARED + ", revision, generation, fingerprint, outlet, accepted_at, headline_length, content,"
                        + " statement_count, commitment_count",
                article("", 1, "'2026-01-03'") + ", " + article("", 2, "'infinity'") + ", "
                        + article(" 2", 1, "'infinity'"));
        insert(
                "statement",
                SHARED + ", kind, act, agency_key, content",
                statement("", 1, 0, "'2026-01-03'", "Wire") + ", " + statement("", 2, 0, "'infinity'", "Wire") + ", "
                        + statement("", 2, 1, "'infinity'", "Wire") + ", "
                        + statement(" 2", 1, 0, "'infinity'", "Desk"));
        rows("delete from record.article where tenant = 'two' and article_id = md5('two 2')::uuid");
        rows("delete from record.statement where tenant = 'two' and article_id = md5('two 2')::uuid");

        migrateTo("14");

        assertEquals(
                List.of(
                        "one AGENCY desk 2026-01-01 0 1 Desk",
                        "one AGENCY wire 2026-01-01 0 2 Wire",
                        "one OUTLET post 2026-01-01 2 3 "
                                + rows("select case when md5('one') > md5('one 2') then 'Post' else 'Post 2' end")
                                        .getFirst(),
                        "two AGENCY wire 2026-01-01 0 2 Wire",
                        "two OUTLET post 2026-01-01 1 2 Post"),
                rows("select concat_ws(' ', tenant, kind, source_key, record_month, articles, statements, name)"
                        + " from record.source_month order by 1"));
        assertEquals("r t t of_tenant query_owner t t t", rights("source_month"));
        assertEquals("p t t of_tenant query_owner t t t", rights("article"));
        assertEquals("p t t of_tenant query_owner t t t", rights("statement"));
        migrateTo("latest");
        assertEquals(5, rows("select 1 from record.source_month").size());
    }
}
