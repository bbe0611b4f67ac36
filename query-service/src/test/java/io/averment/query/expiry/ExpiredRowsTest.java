package io.averment.query.expiry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has expired goes, of every tenant, and nothing else. Rows are put in, and looked at, by a superuser. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ExpiredRowsTest {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ALL = 1_000_000;

    @Inject
    ExpiredRows rows;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private final String tenant = "expiry-" + UUID.randomUUID();

    private Connection superuser() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "demo-postgres");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String texts(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            found.next();
            return String.valueOf(found.getString(1));
        }
    }

    /** Windows of this test's tenant that began so long ago, each of a client of its own. */
    private void addWindow(int clients, String ago) throws SQLException {
        execute("insert into request_allowance (tenant, client, window_start, granted, leased) select '" + tenant
                + "', md5('" + ago + "' || n), now() - interval '" + ago + "', 1, 1 from generate_series(1, " + clients
                + ") as n");
    }

    private void addRequest(String key, String until) throws SQLException {
        execute("insert into idempotent_request (tenant, client, key, fingerprint, expires_at) values ('" + tenant
                + "', 'c', '" + key + "', 'f', now() + interval '" + until + "')");
    }

    private String windows() throws SQLException {
        return texts("select count(*) from request_allowance where tenant = '" + tenant + "'");
    }

    @Test
    void deletesWindowsThatEndedAndNoOthers() throws SQLException {
        rows.allowances(WINDOW, ALL);
        addWindow(3, "121 seconds");
        addWindow(2, "110 seconds");
        addWindow(1, "0 seconds");

        assertEquals(3, rows.allowances(WINDOW, ALL));
        assertEquals("3", windows());
        assertEquals(0, rows.allowances(WINDOW, ALL));
        assertEquals(0, rows.allowances(Duration.ofHours(1), ALL));
        execute("delete from request_allowance where tenant = '" + tenant + "'");
    }

    @Test
    void deletesAnswersThatExpiredAndNoOthers() throws SQLException {
        rows.requests(ALL);
        addRequest("old", "-1 second");
        addRequest("new", "1 hour");

        assertEquals(1, rows.requests(ALL));
        assertEquals(
                "new", texts("select string_agg(key, ' ') from idempotent_request where tenant = '" + tenant + "'"));
        execute("delete from idempotent_request where tenant = '" + tenant + "'");
    }

    /** An entry of this test's tenant, of the month of an instant that SQL tells. */
    private void addAudit(int entries, String at) throws SQLException {
        execute(
                "insert into audit (tenant, record_month, at, subject, client, method, path, parameters, status) select '"
                        + tenant
                        + "', date_trunc('month', (" + at + ") at time zone 'UTC'), " + at
                        + ", 's', 'c', 'GET', '/', '{}', 200 from generate_series(1, " + entries + ")");
    }

    private String audited() throws SQLException {
        return texts("select count(*) from audit where tenant = '" + tenant + "'");
    }

    /** Like a month that had its partition made when it was new, with entries in it. */
    private void addMonth(String month, String next, int entries) throws SQLException {
        execute("set role query_owner; create table public.audit_" + month.replace('-', '_')
                + " partition of public.audit for values from ('" + month + "-01') to ('" + next + "-01')");
        addAudit(entries, "timestamptz '" + month + "-15 12:00:00Z'");
    }

    @Test
    void takesOffMonthsOfTheAuditLogThatAreOldEnough() throws SQLException {
        rows.auditOlderThan(Duration.ofDays(365));
        addAudit(1, "now()");
        addAudit(1_100, "timestamptz '1999-05-31 23:59:59Z'");
        addMonth("2001-01", "2001-02", 2);
        addMonth("2001-02", "2001-03", 1);

        assertEquals(new ExpiredRows.AuditForgotten(2, 1_100), rows.auditOlderThan(Duration.ofDays(365)));
        assertEquals("1", audited());
        assertEquals("null", texts("select to_regclass('public.audit_2001_01')"));
        assertEquals(new ExpiredRows.AuditForgotten(0, 0), rows.auditOlderThan(Duration.ofDays(365)));
        execute("delete from audit where tenant = '" + tenant + "'");
    }

    /** A month goes when its last instant is old enough, and not before. */
    @Test
    void keepsMonthOfWhichAnEntryMayBeTooYoung() throws SQLException {
        rows.auditOlderThan(Duration.ofDays(365));
        addAudit(1, "now() - interval '365 days'");
        addAudit(
                1,
                "date_trunc('month', (now() - interval '365 days') at time zone 'UTC') at time zone 'UTC'"
                        + " - interval '1 second'");

        assertEquals(new ExpiredRows.AuditForgotten(0, 1), rows.auditOlderThan(Duration.ofDays(365)));
        assertEquals("1", audited());
        execute("delete from audit where tenant = '" + tenant + "'");
    }

    @Test
    void keepsThirtyDaysOfTheAuditLogWhateverIsAskedFor() throws SQLException {
        rows.auditOlderThan(Duration.ZERO);
        addAudit(1, "now() - interval '29 days'");

        assertEquals(new ExpiredRows.AuditForgotten(0, 0), rows.auditOlderThan(Duration.ZERO));
        assertEquals("1", audited());
        execute("delete from audit where tenant = '" + tenant + "'");
    }

    @Test
    void leavesMonthThatIsRead() throws SQLException {
        rows.auditOlderThan(Duration.ofDays(365));
        addMonth("2001-03", "2001-04", 1);
        try (Connection reader = superuser();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            statement.execute("lock table audit_2001_03 in access share mode");

            assertEquals(new ExpiredRows.AuditForgotten(0, 0), rows.auditOlderThan(Duration.ofDays(365)));
            reader.rollback();
        }
        assertEquals(new ExpiredRows.AuditForgotten(1, 0), rows.auditOlderThan(Duration.ofDays(365)));
    }

    private record Settings(Optional<Duration> auditKept) implements ExpiryConfiguration {
        @Override
        public Duration interval() {
            return Duration.ofHours(24);
        }
    }

    @Test
    void countsWhatIsTakenOffTheAuditLog() throws SQLException {
        rows.auditOlderThan(Duration.ofDays(365));
        addAudit(3, "timestamptz '1999-05-31 23:59:59Z'");
        addMonth("2001-04", "2001-05", 1);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        new ExpiryWatch(rows, new Settings(Optional.empty()), meters).delete();
        assertEquals("4", audited());
        new ExpiryWatch(rows, new Settings(Optional.of(Duration.ofDays(365))), meters).delete();
        assertEquals("0", audited());
        assertEquals(1, meters.counter("averment.query.audit.forgotten.months").count());
        assertEquals(3, meters.counter("averment.query.audit.forgotten.entries").count());
    }

    @Test
    void refusesToKeepTheAuditLogTooShort() {
        Settings settings = new Settings(Optional.of(Duration.ofDays(30).minusSeconds(1)));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();

        assertThrows(IllegalStateException.class, () -> new ExpiryWatch(rows, settings, meters));
    }

    @Test
    void deletesSomeAtATime() throws SQLException {
        rows.allowances(WINDOW, ALL);
        addWindow(2_500, "1 hour");

        assertEquals(10, rows.allowances(WINDOW, 10));
        assertEquals("2490", windows());
        assertTrue(rows.delete() >= 2_490);
        assertEquals("0", windows());
    }

    /** Replicas that delete at once delete each row once, and wait for nobody. */
    @Test
    void deletesOnceOverReplicas() throws Exception {
        rows.allowances(WINDOW, ALL);
        addWindow(4_000, "1 hour");
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            Callable<Integer> replica = () -> {
                int deleted = 0;
                for (int i = 0; i < 40; i++) {
                    deleted += rows.allowances(WINDOW, 100);
                }
                return deleted;
            };
            int deleted = 0;
            for (Future<Integer> each : replicas.invokeAll(List.of(replica, replica, replica, replica))) {
                deleted += each.get();
            }
            assertEquals(4_000, deleted);
        }
        assertEquals("0", windows());
    }

    @Test
    void passesOverWhatAnotherHolds() throws SQLException {
        rows.allowances(WINDOW, ALL);
        addWindow(2, "1 hour");
        try (Connection other = superuser();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("select 1 from request_allowance where tenant = '" + tenant
                    + "' order by client limit 1 for update");

            assertEquals(1, rows.allowances(WINDOW, ALL));
            other.rollback();
        }
        assertEquals(1, rows.allowances(WINDOW, ALL));
    }

    /** As the functions see the tables: as the owner, under row-level security. */
    @ParameterizedTest
    @CsvSource({
        "idempotent_request, expires_at, idempotent_request_expiry",
        "request_allowance, window_start, request_allowance_expiry"
    })
    void findsWhatHasExpiredByAnIndex(String table, String column, String index) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("set local role query_owner");
            statement.execute("set local averment.scope = 'expiry'");
            statement.execute("set local enable_seqscan = off");
            StringBuilder plan = new StringBuilder();
            try (ResultSet lines = statement.executeQuery("explain select * from " + table + " where " + column
                    + " <= statement_timestamp() limit 10 for update skip locked")) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            connection.rollback();
            assertTrue(
                    plan.toString().matches("(?s).*" + index + ".*Index Cond: \\(" + column + " <= .*"),
                    plan.toString());
        }
    }
}
