package io.averment.ingest.reanalysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.ingest.WithoutRelay;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.CleanText;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Outlet;
import io.averment.ingest.article.Report;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.ingestion.ArticleIngestion;
import io.averment.ingest.ingestion.Republication;
import io.averment.ingest.outbox.Outbox;
import io.averment.ingest.security.RowSecurity;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is put into the outbox, with the real database. No relay takes it; what is there is read, and taken, by a superuser. */
@QuarkusTest
@TestProfile(WithoutRelay.class)
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ReanalysisTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2126-11-26T18:00:00.123456789Z");
    private static final long MANY_BYTES = 1_000_000;
    private static final Pace QUICK =
            new Pace(2, 2, MANY_BYTES, 6, MANY_BYTES, Duration.ofMillis(5), Duration.ofMillis(40));

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Inject
    RowSecurity rows;

    @Inject
    Republication republication;

    @Inject
    Outbox outbox;

    @Inject
    ArticleIngestion ingestion;

    private final Tenant tenant = new Tenant("again-" + UUID.randomUUID());
    private final Tenant other = new Tenant("other-" + UUID.randomUUID());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Relays of other tests meet no message of these. */
    @AfterEach
    void take() throws SQLException {
        ask("delete from outbox where tenant in ('" + tenant.name() + "', '" + other.name() + "')");
    }

    private Connection superuser() throws SQLException {
        Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
        try (Statement statement = connection.createStatement()) {
            statement.execute("set search_path = public");
        }
        return connection;
    }

    private List<String> ask(String sql) throws SQLException {
        try (Connection connection = superuser()) {
            return ask(connection, sql);
        }
    }

    private static List<String> ask(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    while (rows.next()) {
                        found.add(String.valueOf(rows.getString(1)));
                    }
                }
            }
        }
        return found;
    }

    private static Report report(String externalId, String body) {
        return new Report(new Outlet("Again Post"), null, null, externalId, new CleanText("Head", body), null, null);
    }

    private String accept(Tenant of, String externalId, String body) {
        return ingestion.take(of, report(externalId, body), Lane.LIVE).id().toString();
    }

    /** So many articles, by their ids. */
    private List<String> accept(int articles) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < articles; i++) {
            ids.add(accept(tenant, "report-" + i, "Text " + i));
        }
        return ids.stream().sorted().toList();
    }

    private void withdraw(Connection connection, String article) throws SQLException {
        ask(connection, "select set_config('averment.tenant', '" + tenant.name() + "', false)");
        ask(connection, "select withdraw_article('" + article + "', 'LEGAL', null, 'otto', now())");
    }

    private void withdraw(String article) throws SQLException {
        try (Connection connection = superuser()) {
            withdraw(connection, article);
        }
    }

    /** Article and revision of what waits on the lane, in the order in which it came. */
    private List<String> sent(Tenant of) throws SQLException {
        return ask("select article_id || ' ' || revision from outbox where tenant = '" + of.name()
                + "' and lane = 'reanalysis' order by sequence");
    }

    private Reanalysis reanalysis(Pace pace, String... options) {
        List<String> words = new ArrayList<>(List.of("reanalyse", tenant.name()));
        words.addAll(List.of(options));
        return reanalysis(pace, ReanalysisOrder.of(words).orElseThrow());
    }

    private Reanalysis reanalysis(Pace pace, ReanalysisOrder order) {
        return new Reanalysis(rows, republication, outbox, Clock.fixed(NOW, ZoneOffset.UTC), pace, order);
    }

    private int carryOut(Pace pace, String typed, String... words) {
        out.reset();
        err.reset();
        return new ReanalysisOffice(
                        order -> reanalysis(pace, order),
                        new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .carryOut(ReanalysisOrder.of(List.of(words)).orElseThrow());
    }

    private int carryOut(String typed, String... words) {
        return carryOut(Pace.USUAL, typed, words);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The message is the first one but for its lane, its key of idempotency and its time. */
    @Test
    void sendsMessageOfLatestRevisionAgain() throws SQLException, IOException {
        String id = accept(tenant, "x", "One.");
        accept(tenant, "x", "“Two.”");
        String latest = "from outbox where tenant = '" + tenant.name() + "' and revision = 2";
        String first = ask("select payload " + latest).getFirst();
        String firstId = ask("select event_id " + latest).getFirst();
        take();

        assertEquals(1, reanalysis(Pace.USUAL).publish(1, line -> {}));

        assertEquals(List.of(id + " 2"), sent(tenant));
        ObjectNode expected = (ObjectNode) JSON.readTree(first);
        expected.put("lane", "reanalysis");
        String payload = ask("select payload " + latest).getFirst();
        assertEquals(expected.toString(), payload);
        assertEquals(
                List.of("averment.articles.reanalysis.v1 io.averment.article.accepted.v1 "
                        + payload.getBytes(StandardCharsets.UTF_8).length + " true"),
                ask("select topic || ' ' || event_type || ' ' || payload_size || ' '"
                        + " || (created_at = '2126-11-26T18:00:00.123456Z') " + latest));
        String again = ask("select event_id " + latest).getFirst();
        assertEquals(
                new ArticleId(UUID.fromString(id))
                        .reanalysisId(tenant, 2, Instant.parse("2126-11-26T18:00:00.123456Z")),
                again);
        assertNotEquals(firstId, again);
    }

    @Test
    void sendsNothingThatIsWithdrawn() throws SQLException {
        List<String> ids = accept(4);
        withdraw(ids.get(0));
        withdraw(ids.get(2));
        try (Connection connection = superuser()) {
            ask(connection, "select set_config('averment.tenant', '" + tenant.name() + "', false)");
            ask(connection, "select lift_withdrawal('" + ids.get(2) + "', 'otto', now())");
        }

        Reanalysis reanalysis = reanalysis(QUICK);
        assertEquals(new Reanalysis.Amount(4, 2, 20), reanalysis.count());
        assertEquals(2, reanalysis.publish(2, line -> {}));

        assertEquals(List.of(ids.get(1) + " 1", ids.get(3) + " 1"), sent(tenant));
    }

    @Test
    void touchesNoOtherTenant() throws SQLException {
        accept(1);
        accept(other, "report-0", "Text");

        reanalysis(Pace.USUAL).publish(1, line -> {});

        assertEquals(1, sent(tenant).size());
        assertEquals(List.of(), sent(other));
    }

    @Test
    void keepsToRangeOfAcceptanceOfLatestRevision() throws SQLException {
        List<String> ids = accept(4);
        for (int i = 0; i < 4; i++) {
            ask("update revision set accepted_at = '2026-0" + (i + 1) + "-01T00:00:00Z' where tenant = '"
                    + tenant.name() + "' and article_id = '" + ids.get(i) + "'");
        }
        String[] range = {"--from", "2026-02-01T00:00:00Z", "--to", "2026-04-01T00:00:00Z"};

        assertEquals(new Reanalysis.Amount(4, 2, 20), reanalysis(QUICK, range).count());
        assertEquals(2, reanalysis(QUICK, range).publish(2, line -> {}));

        assertEquals(List.of(ids.get(1) + " 1", ids.get(2) + " 1"), sent(tenant));
    }

    @Test
    void keepsToNamedArticles() throws SQLException {
        List<String> ids = accept(4);
        String away = accept(other, "report-0", "Text");
        withdraw(ids.get(3));
        take();

        String[] words = {
            "reanalyse",
            tenant.name(),
            "--yes",
            "--article",
            ids.get(2),
            "--article",
            away,
            "--article",
            ids.get(3),
            "--article",
            ids.get(0)
        };
        assertEquals(0, carryOut(QUICK, "", words));

        assertEquals("sent " + tenant.name() + ": 2 articles\n", said());
        assertEquals(
                "2 of the 4 articles are not there, withdrawn, or outside of what was asked for.",
                complained().lines().toList().getFirst());
        assertEquals(List.of(ids.get(0) + " 1", ids.get(2) + " 1"), sent(tenant));
        assertEquals(List.of(), sent(other));

        assertEquals(1, carryOut("", "reanalyse", tenant.name(), "--yes", "--article", away));
        assertEquals("Not done: there are no such articles of " + tenant.name() + ".\n", complained());
    }

    @Test
    void stopsWhenNobodyTakesMessagesAndGoesOnBehindTheLast() throws SQLException {
        List<String> ids = accept(5);
        Pace narrow = new Pace(2, 1, MANY_BYTES, 2, MANY_BYTES, Duration.ofMillis(5), Duration.ofMillis(40));

        assertEquals(1, carryOut(narrow, "", "reanalyse", tenant.name(), "--yes"));

        assertEquals(List.of(ids.get(0) + " 1", ids.get(1) + " 1"), sent(tenant));
        List<String> lines = complained().lines().toList();
        assertEquals(
                List.of(
                        "waiting: the outbox holds 2 messages of it",
                        "Not done: the outbox holds 2 messages of it, of which none was taken for PT0.04S;"
                                + " ingest is not running, its broker is away, or news keeps it busy.",
                        "What is sent stays sent. To go on, repeat the command with --after " + ids.get(1)
                                + "; without it all are sent again, which changes nothing but takes its time."),
                lines);
        assertEquals("", said());

        take();
        assertEquals(0, carryOut(QUICK, "", "reanalyse", tenant.name(), "--yes", "--after", ids.get(1)));
        assertEquals("sent " + tenant.name() + ": 3 articles\n", said());
        assertEquals(List.of(ids.get(2) + " 1", ids.get(3) + " 1", ids.get(4) + " 1"), sent(tenant));
    }

    @Test
    void goesOnWhenRelayHasTakenMessages() throws SQLException {
        List<String> ids = accept(5);
        take();
        Pace narrow = new Pace(2, 1, MANY_BYTES, 2, MANY_BYTES, Duration.ofMillis(5), Duration.ofSeconds(4));
        List<String> taken = new ArrayList<>();
        List<String> told = new ArrayList<>();

        long published = reanalysis(narrow).publish(5, line -> {
            told.add(line);
            try {
                taken.addAll(sent(tenant));
                take();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        });
        taken.addAll(sent(tenant));

        assertEquals(5, published);
        assertEquals(
                List.of("waiting: the outbox holds 2 messages of it", "waiting: the outbox holds 2 messages of it"),
                told);
        assertEquals(ids.stream().map(id -> id + " 1").toList(), taken);
    }

    @Test
    void waitsForRoomInBytesToo() {
        accept(3);
        Pace narrow = new Pace(2, 2, 1, 100, 1, Duration.ofMillis(5), Duration.ofMillis(40));
        Reanalysis reanalysis = reanalysis(narrow);

        // One byte of text is reached by the first article, and one of payload by its message.
        assertThrows(ReanalysisRefusedException.class, () -> reanalysis.publish(3, line -> {}));
        assertEquals(
                1L,
                rows.asTenant(tenant, () -> outbox.waiting(tenant, Lane.REANALYSIS))
                        .messages());
    }

    /** Its lock is waited for, and what the other one did is seen. */
    @Test
    void sendsNothingThatIsWithdrawnMeanwhile() throws Exception {
        List<String> ids = accept(2);
        take();
        try (Connection rival = superuser();
                var thread = Executors.newSingleThreadExecutor()) {
            rival.setAutoCommit(false);
            withdraw(rival, ids.getFirst());
            String rivalsId = ask(rival, "select pg_backend_pid()").getFirst();
            var sending = thread.submit(() -> reanalysis(QUICK).publish(2, line -> {}));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() ->
                            ask("select 1 from pg_stat_activity where " + rivalsId + " = any(pg_blocking_pids(pid))")
                                            .size()
                                    == 1);
            rival.commit();

            assertEquals(1L, sending.get());
        }
        assertEquals(List.of(ids.get(1) + " 1"), sent(tenant));
    }

    /** What comes after the command has begun is analysed anyway. */
    @Test
    void leavesLaterRevisionsAlone() throws SQLException {
        List<String> ids = accept(2);
        Reanalysis reanalysis = reanalysis(QUICK);
        ask("update revision set accepted_at = '2126-11-26T18:00:01Z' where tenant = '" + tenant.name()
                + "' and article_id = '" + ids.getFirst() + "'");

        assertEquals(1, reanalysis.publish(2, line -> {}));

        assertEquals(List.of(ids.get(1) + " 1"), sent(tenant));
    }

    @Test
    void asksForTheNameBeforeItSends() throws SQLException {
        accept(2);

        assertEquals(1, carryOut("", "reanalyse", tenant.name()));
        assertEquals(1, carryOut(other.name() + "\n", "reanalyse", tenant.name()));
        assertEquals(
                "This has " + tenant.name() + ": 2 articles, 20 bytes, analysed again."
                        + " Type the tenant's name to go on:\nNot done: the name was not typed; --yes does without.\n",
                complained());
        assertEquals("", said());
        assertEquals(List.of(), sent(tenant));

        assertEquals(0, carryOut(tenant.name() + "\n", "reanalyse", tenant.name()));
        assertEquals("sent " + tenant.name() + ": 2 articles\n", said());
        assertEquals(2, sent(tenant).size());
        assertEquals(
                "They are analysed as the lane reanalysis is read. Then: averment-query generation list "
                        + tenant.name()
                        + "; what a newer generation would change: averment-query generation compare " + tenant.name()
                        + " N; to make it current: averment-query generation switch " + tenant.name() + " N",
                complained().lines().toList().getLast());
    }

    @Test
    void tellsWhatItWouldSend() throws SQLException {
        accept(3);

        assertEquals(3, carryOut("", "reanalyse", tenant.name(), "--dry-run"));
        assertEquals("would send " + tenant.name() + ": 3 articles, 30 bytes\n", said());
        assertEquals("", complained());
        assertEquals(0, carryOut("", "reanalyse", tenant.name(), "--dry-run", "--to", "2020-01-01T00:00:00Z"));
        assertEquals("would send " + tenant.name() + ": 0 articles, 0 bytes\n", said());
        assertEquals(List.of(), sent(tenant));
    }

    @Test
    void refusesTenantWithoutArticles() {
        assertEquals(1, carryOut("", "reanalyse", other.name(), "--yes"));
        assertEquals("Not done: there are no articles of " + other.name() + ".\n", complained());
        assertEquals("", said());
    }
}
