package io.averment.query.storage;

import static io.averment.query.server.RecordSchemas.rows;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the functions erase by which the service's role gets rid of withdrawn text: what a logged withdrawal of the transaction's own tenant
 * covers, and nothing else, whatever the service might ask. Nothing is committed.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class ErasingTest {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    @Inject
    AgroalDataSource database;

    private final UUID article = UUID.randomUUID();
    private final String tenant = "erasing-" + UUID.randomUUID();
    private final String other = "erasing-" + UUID.randomUUID();

    private void setTenant(Statement statement, String name) throws SQLException {
        statement.execute("select set_config('averment.tenant', '" + name + "', true)");
    }

    private int number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** A version of the article, and what threads and stories keep of an earlier one. */
    private void open(Statement statement) throws SQLException {
        String keys = "'" + tenant + "', '2026-11-01', '" + article + "'";
        statement.execute(
                "insert into article (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at,"
                        + " outlet_key, fact, revision, generation, fingerprint, outlet, accepted_at, headline_length, content,"
                        + " statement_count, commitment_count) values (" + keys
                        + ", 'x', 0, now(), now(), 'post', '{}', 3, 1, 'f', 'Post', now(), 0, 'We wait.', 0, 0)");
        statement.execute(
                "insert into thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from,"
                        + " first_accepted_at, opened_at, kind, thread_id, bucket, day, text_hash, evidence) values ("
                        + keys
                        + ", 's1', 0, now(), now(), now() - interval '1 day', 'UTTERANCE', 'u1', 'b', '2026-11-01', 'h', '{}')");
        statement.execute("insert into story_report (tenant, record_month, article_id, recorded_from, opened_at,"
                + " first_accepted_at, day, text_hash, affinity, story_id, traits, facets) values (" + keys
                + ", now(), now() - interval '1 day', now(), '2026-11-01', 'h', 0, 's1', '{}', '{}')");
    }

    /** That the tenant has withdrawn the article as far as a revision. */
    private void withdraw(Statement statement, String name, int through) throws SQLException {
        setTenant(statement, name);
        statement.execute(
                "insert into log (tenant, record_month, ce_id, recorded_at, kind, article_id, revision, effect, payload) values ('"
                        + name + "', '2026-11-01', '" + UUID.randomUUID() + "', now(), 'ARTICLE_WITHDRAWN', '" + article
                        + "', "
                        + through + ", 'APPLIED', '')");
        keepWithdrawal(statement, name, through);
    }

    private void keepWithdrawal(Statement statement, String name, int through) throws SQLException {
        statement.execute(
                "insert into withdrawal (tenant, record_month, article_id, recorded_from, through_revision, reason,"
                        + " withdrawn_by, withdrawn_at) values ('" + name + "', '2026-11-01', '" + article
                        + "', clock_timestamp(), " + through + ", 'OTHER', 'x', now())");
    }

    private static String remaining(String function) {
        return function.equals("erase_withdrawn") ? "" : ", '[]'";
    }

    @ParameterizedTest
    @CsvSource({
        "erase_withdrawn, article",
        "erase_withdrawn_threads, thread_fact",
        "erase_withdrawn_reports, story_report"
    })
    void erasesWhatALoggedWithdrawalOfTheTenantCoversAlone(String function, String table) throws SQLException {
        String erase = "select " + function + "('record', '" + article + "', '2026-11-01'" + remaining(function) + ')';
        String left = "select count(*) from " + table;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            setTenant(statement, tenant);
            open(statement);
            // Withdrawn by nobody; by nobody whom the log knows; by another tenant; and asked by no tenant.
            assertEquals(0, number(statement, erase));
            keepWithdrawal(statement, tenant, 9);
            assertEquals(0, number(statement, erase));
            withdraw(statement, other, 9);
            assertEquals(0, number(statement, erase));
            setTenant(statement, "");
            assertEquals(0, number(statement, erase));
            setTenant(statement, tenant);
            assertEquals(1, number(statement, left));

            withdraw(statement, tenant, 9);

            assertEquals(1, number(statement, erase));
            assertEquals(0, number(statement, left));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void leavesRevisionsThatNoWithdrawalCovers() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            setTenant(statement, tenant);
            open(statement);
            withdraw(statement, tenant, 2);

            assertEquals(0, number(statement, "select erase_withdrawn('record', '" + article + "', '2026-11-01')"));
            assertEquals(1, number(statement, "select count(*) from article"));
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"erase_withdrawn", "erase_withdrawn_threads", "erase_withdrawn_reports"})
    void refusesOtherSchemas(String function) throws SQLException {
        for (String schema : List.of("public", "record_before", "pg_catalog")) {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                SQLException refused = assertThrows(
                        SQLException.class,
                        () -> statement.execute("select " + function + "('" + schema + "', '" + article
                                + "', '2026-11-01'" + remaining(function) + ')'));
                assertEquals(INSUFFICIENT_PRIVILEGE, refused.getSQLState());
            }
        }
    }

    /** With the path fixed, nobody puts tables of theirs in the place of the record's. */
    @Test
    void runsAsTheOwnerWithAFixedPath() {
        assertEquals(
                List.of(
                        "erase_withdrawn",
                        "erase_withdrawn_reports",
                        "erase_withdrawn_reports",
                        "erase_withdrawn_threads",
                        "erase_withdrawn_threads"),
                rows("select proname from pg_proc where proname like 'erase\\_withdrawn%' and prosecdef"
                        + " and proconfig = array['search_path=pg_catalog, pg_temp']"
                        + " and pg_get_userbyid(proowner) = 'query_owner'"
                        + " and not has_function_privilege('public', oid, 'execute') order by 1"));
    }
}
