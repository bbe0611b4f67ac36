package io.averment.query.projection;

import static io.averment.query.server.Reader.rita;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.averment.query.rebuild.Rebuild;
import io.averment.query.rebuild.RebuildRefusedException;
import io.averment.query.record.Tenant;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The record made again from its log says the same of every instant, while reports keep coming. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class RebuildTest {
    private static final List<String> TABLES = List.of(
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
            "entity_name");

    @Inject
    Rebuild rebuild;

    @Inject
    Projection projection;

    @Inject
    Reanalysis reanalysis;

    @Inject
    AnalysisReader analyses;

    @Inject
    WithdrawalReader withdrawals;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    /** All of one outlet, so that one list shows them in their order. */
    private final String outlet = "Outlet " + UUID.randomUUID();

    private final List<Report> reports = IntStream.range(0, 6)
            .mapToObj(i -> new Report(UUID.randomUUID(), outlet))
            .toList();
    private final List<Instant> instants = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void dropPrevious() throws SQLException {
        rebuild.drop();
    }

    private void apply(int report, int revision, int generation) {
        apply(message(report, revision, generation));
    }

    private SampleMessage message(int report, int revision, int generation) {
        return reports.get(report)
                .message("demo")
                .version(revision, generation)
                .with(body -> body.put("firstAcceptedAt", "2026-0" + (report + 1) + "-20T10:00:00Z")
                        .put("recordMonth", "2026-0" + (report + 1)))
                .withAnalysis(analysis -> {
                    if (revision == 2) {
                        ((ArrayNode) analysis.get("statements")).remove(1);
                    }
                });
    }

    private void apply(SampleMessage message) {
        projection.apply(
                analyses.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
        instants.add(instant());
    }

    private void withdraw(int report, int throughRevision) {
        String month = "2026-0" + (report + 1);
        WithdrawalMessage message = new WithdrawalMessage(
                        "demo", reports.get(report).article(), throughRevision)
                .with("firstAcceptedAt", month + "-20T10:00:00Z")
                .with("recordMonth", month);
        projection.withdraw(
                withdrawals.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
        instants.add(instant());
    }

    private Instant instant() {
        return transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }

    /** Reports, revisions, late ones, re-analyses, and withdrawals before, between and after what they cover. */
    private void project() {
        apply(0, 1, 1);
        apply(1, 2, 1);
        apply(2, 1, 1);
        apply(0, 2, 1);
        apply(1, 1, 1);
        withdraw(2, 1);
        withdraw(3, 1);
        apply(3, 1, 1);
        apply(4, 1, 1);
        apply(3, 2, 1);
        apply(4, 1, 2);
        apply(5, 1, 1);
        apply(5, 2, 1);
        withdraw(5, 2);
        apply(5, 3, 1);
        apply(2, 1, 3);
    }

    /** The bytes of every list and item, as of every instant and now. */
    private Map<String, String> answers() {
        Map<String, String> answers = new TreeMap<>();
        List<String> times =
                new ArrayList<>(instants.stream().map(at -> "asOf=" + at).toList());
        times.add("limit=200");
        for (String time : times) {
            for (String list : List.of("articles", "statements", "commitments", "times")) {
                ask(answers, "/v1/" + list + "?outlet=" + outlet.replace(" ", "%20") + '&' + time);
            }
        }
        for (Report report : reports) {
            for (Instant at : instants) {
                ask(answers, "/v1/articles/" + report.article() + "?asOf=" + at);
            }
            ask(
                    answers,
                    "/v1/changes?from=" + instants.getFirst().minusSeconds(60) + "&to=" + instants.getLast()
                            + "&article=" + report.article());
        }
        return answers;
    }

    private static void ask(Map<String, String> answers, String path) {
        var response = rita().urlEncodingEnabled(false).get(path);
        // The place up to which the record is settled moves on with the clock.
        String answer = response.asString().replaceFirst(",\"newest\":\"[^\"]*\"", "");
        answers.put(path, response.statusCode() + " " + answer);
    }

    @Test
    void givesTheSameAnswersForEveryInstantWhileReportsKeepComing() throws Exception {
        project();
        Map<String, String> before = answers();
        assertTrue(before.values().stream().anyMatch(answer -> answer.contains("Nobody asked")));
        List<String> progress = new ArrayList<>();
        List<String> rebuilt = new ArrayList<>();
        CountDownLatch done = new CountDownLatch(1);
        List<Report> during = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> load = threads.submit(() -> {
                do {
                    Report report = Report.unique();
                    apply(report.message("demo"));
                    apply(report.message("demo").version(2, 1));
                    during.add(report);
                } while (done.getCount() > 0);
            });
            rebuilt.add(rebuild.run(progress::add).told());
            done.countDown();
            load.get();
        }

        assertTrue(progress.stream().anyMatch(line -> line.startsWith("round 1: ")), progress.toString());
        assertTrue(rebuilt.getFirst().startsWith("done: "), rebuilt.toString());
        assertEquals(before, answersOf(before));
        for (Report report : during) {
            assertEquals(
                    2,
                    rita().get("/v1/articles/" + report.article())
                            .then()
                            .statusCode(200)
                            .extract()
                            .<Integer>path("revision"));
        }
    }

    private static Map<String, String> answersOf(Map<String, String> asked) {
        Map<String, String> answers = new TreeMap<>();
        asked.keySet().forEach(path -> ask(answers, path));
        return answers;
    }

    /** A re-analysis that was made current, in a tenant of its own. */
    private void switchGeneration() {
        String tenant = "t" + reports.getFirst().article().toString().substring(0, 8);
        for (String lane : List.of("live", "reanalysis")) {
            SampleMessage message = reports.getFirst()
                    .message(tenant)
                    .version(1, lane.equals("live") ? 1 : 2)
                    .header("ce_lane", lane);
            projection.apply(
                    analyses.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
        }
        reanalysis.makeCurrent(new Tenant(tenant), 2, Reanalysis.Newer.HAS_CANDIDATES, "olga", line -> {});
    }

    /**
     * Not only what answers show: every column of every row of facts, of all tenants, and the shape of the tables. Threads and stories are
     * compared in {@code RebuildOfStoriesTest}: of other tests' withdrawn reports a rebuild does not know what they had brought into them.
     */
    @Test
    void makesTheSameRowsInTheSameTables() throws SQLException {
        project();
        switchGeneration();
        rebuild.run(line -> {});

        for (String table : TABLES) {
            assertEquals(List.of(), rows(difference("record", "record_before", table)), table);
            assertEquals(List.of(), rows(difference("record_before", "record", table)), table);
        }
        assertTrue(
                Integer.parseInt(rows("select count(*) from record.statement").getFirst()) > 0);
        for (String shape : List.of(
                "select regexp_replace(indexdef, '%1$s\\.', '') from pg_indexes where schemaname = '%1$s'"
                        + " and tablename !~ '_([0-9]{4}_[0-9]{2}|other)$' order by 1",
                "select concat_ws(' ', tablename, policyname, permissive, roles, cmd, qual, with_check) from pg_policies"
                        + " where schemaname = '%1$s' order by 1",
                "select concat_ws(' ', relname, relkind, relrowsecurity, relforcerowsecurity, relacl,"
                        + " pg_get_expr(relpartbound, oid)) from pg_class where relnamespace = '%1$s'::regnamespace"
                        + " and relkind in ('r', 'p') order by 1",
                "select concat_ws(' ', attrelid::regclass::name, attname, format_type(atttypid, atttypmod), attnotnull,"
                        + " attgenerated, attacl) from pg_attribute join pg_class on pg_class.oid = attrelid"
                        + " where relnamespace = '%1$s'::regnamespace and attnum > 0 and relkind in ('r', 'p') order by 1",
                "select concat_ws(' ', conrelid::regclass::name, conname, pg_get_constraintdef(oid)) from pg_constraint"
                        + " where connamespace = '%1$s'::regnamespace and conparentid = 0 order by 1")) {
            assertEquals(
                    plain(rows(shape.replace("%1$s", "record_before"))), plain(rows(shape.replace("%1$s", "record"))));
        }
    }

    private static List<String> plain(List<String> rows) {
        return rows.stream()
                .map(row -> row.replace("record_before.", "").replace("record.", ""))
                .toList();
    }

    @Test
    void refusesToBeginWhileThePreviousRecordIsThere() throws SQLException {
        rebuild.run(line -> {});

        assertThrows(RebuildRefusedException.class, () -> rebuild.run(line -> {}));

        assertTrue(rebuild.drop());
        assertEquals(false, rebuild.drop());
    }

    /** Withdrawn text must not survive in what a rebuild leaves behind. */
    @Test
    void erasesWithdrawnTextFromThePreviousRecordToo() throws SQLException {
        apply(0, 1, 1);
        rebuild.run(line -> {});
        String left = "select count(*) from record_before.statement where article_id = '"
                + reports.getFirst().article() + "'";
        assertEquals(List.of("2"), rows(left));

        withdraw(0, 1);

        assertEquals(List.of("0"), rows(left));
        assertEquals(List.of("0"), rows(left.replace("record_before", "record")));
    }

    private static String difference(String one, String other, String table) {
        return "select cast(d as text) from (select * from " + one + "." + table + " except select * from " + other
                + "." + table + ") as d limit 3";
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
