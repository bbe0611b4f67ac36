package io.averment.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.postgres.PostgresServer;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Running;
import io.averment.stack.run.RunFolder;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Both databases put back to an instant, from a base backup and the archived log alone, after their server was lost: the steps of
 * OPERATING.md of query-service, "Backup and restore".
 */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before any test.
class RestoreIT {
    private static final String FORBIDDEN = "42501";
    private static final String BEFORE_BACKUP = "00000000-0000-5000-8000-00000000000a";
    private static final String AFTER_BACKUP = "00000000-0000-5000-8000-00000000000b";
    private static final String TOO_LATE = "00000000-0000-5000-8000-00000000000c";

    @TempDir
    static Path state;

    private static Guardian guardian;
    private static ArchivedServer restored;
    private static List<DatabaseContent> then;
    private static List<DatabaseContent> lost;
    private static List<DatabaseContent> afterwards;
    private static String archivedAfterwards;

    @BeforeAll
    static void loseAndRestore() throws IOException, InterruptedException, SQLException {
        BuiltStack.takeProperties();
        Checkout checkout = Checkout.fromSystemProperties();
        RunFolder folder = new RunFolder(state);
        Files.createDirectories(folder.data());
        Files.createDirectories(folder.log("any").getParent());
        RunPorts ports = new RunPorts(BuiltStack.freeBase(RunPorts.SPAN));
        Servers servers = ports.servers(checkout, folder);
        guardian = Guardian.start(folder.processes());
        ArchivedServer first = new ArchivedServer(servers.postgres(), state.resolve("archive"));
        PostgresServer other = new PostgresServer(
                first.server().port() - 1, state.resolve("restored"), folder.log("restored"), PostgresServer.Use.KEPT);
        restored = new ArchivedServer(other, first.archive());

        Running running = first.start(guardian);
        Services services =
                new Services(checkout, folder, ports, servers, BuiltStack.isNative(), Services.SMALL_JVM_FLAGS);
        services.migrate(guardian, ServiceProgram.INGEST);
        services.migrate(guardian, ServiceProgram.QUERY);
        accept(first, BEFORE_BACKUP);
        Path backup = other.folder().resolve("data");
        first.backUp(backup);
        accept(first, AFTER_BACKUP);
        then = contents(first);
        String instant = ask(first.superuser("postgres"), "select clock_timestamp()");
        damage(first);
        lost = contents(first);
        first.awaitArchived(running);
        running.handle().destroyForcibly();

        Running again = restored.restore(guardian, instant);
        afterwards = contents(restored);
        archivedAfterwards = restored.awaitArchived(again);
    }

    @AfterAll
    static void stopDatabases() {
        guardian.close();
    }

    /** An article in ingest, with the message that waits in its outbox, and what an analysis found of it in query. */
    private static void accept(ArchivedServer server, String article) throws SQLException {
        as(
                server,
                "ingest",
                "insert into article (tenant, id, record_month, first_accepted_at, identity, outlet_key, identity_value,"
                        + " latest_revision, latest_fingerprint) values ('harbour', '" + article
                        + "', '2026-11', now(), 'address/1', 'post', '" + article + "', 1, 'f')",
                "insert into revision (tenant, article_id, number, outlet, body, lane, accepted_at) values ('harbour', '"
                        + article + "', 1, 'Post', 'The pier stays shut.', 'live', now())",
                "insert into outbox (tenant, article_id, revision, lane, topic, event_type, event_id, created_at, payload,"
                        + " payload_size) values ('harbour', '" + article
                        + "', 1, 'live', 'averment.articles.live.v1', 'io.averment.article.accepted.v1', 'e-" + article
                        + "', now(), 'The pier stays shut.', 20)");
        as(server, "query", logged(article, "ANALYSIS_COMPLETED", "The pier stays shut."), fact(article));
    }

    private static String logged(String article, String kind, String payload) {
        return "insert into log (tenant, record_month, ce_id, recorded_at, kind, article_id, revision, generation, lane,"
                + " effect, payload) values ('harbour', '2026-11-01', '" + kind + "-" + article + "', now(), '" + kind
                + "', '" + article + "', 1, 1, 'live', 'OPENED', convert_to('" + payload + "', 'UTF8'))";
    }

    private static String fact(String article) {
        return "insert into record.article (tenant, record_month, article_id, fact_id, position, recorded_from,"
                + " first_accepted_at, outlet_key, fact, revision, generation, fingerprint, outlet, accepted_at,"
                + " headline_length, content, statement_count, commitment_count) values ('harbour', '2026-11-01', '"
                + article + "', '" + article
                + "', 0, now(), now(), 'post', '{}', 1, 1, 'f', 'Post', now(), 0, 'The pier stays shut.', 0, 0)";
    }

    /** What nobody wants back, and a withdrawal, which is wanted again. */
    private static void damage(ArchivedServer server) throws SQLException {
        accept(server, TOO_LATE);
        withdraw(server);
        eraseFromRecord(server);
        try (Connection relay = server.connect("ingest", "ingest_service");
                Statement statement = relay.createStatement()) {
            relay.setAutoCommit(false);
            statement.execute("select set_config('averment.scope', 'relay', true)");
            statement.execute("delete from outbox");
            relay.commit();
        }
        try (Connection superuser = server.superuser("query");
                Statement statement = superuser.createStatement()) {
            statement.execute("drop policy of_tenant on log");
            statement.execute("alter table record.article disable row level security");
            statement.execute("grant delete on record.statement to query_service");
            statement.execute("alter function pg_catalog.ts_match_vq(tsvector, tsquery) not leakproof");
            statement.execute("alter role ingest_service bypassrls");
            statement.execute("drop table record.lapse");
            statement.execute("create role intruder superuser login");
        }
    }

    /** Answers the revision through which the article is withdrawn. */
    private static String withdraw(ArchivedServer server) throws SQLException {
        return as(
                server,
                "ingest",
                "select withdraw_article('" + BEFORE_BACKUP + "', 'LEGAL', 'a judgment', 'otto', '2026-11-20T09:00Z')");
    }

    /** What a repeated message of the withdrawal does. Answers how many versions were erased. */
    private static String eraseFromRecord(ArchivedServer server) throws SQLException {
        return as(
                server,
                "query",
                logged(BEFORE_BACKUP, "ARTICLE_WITHDRAWN", "{}") + " on conflict do nothing",
                "insert into record.withdrawal (tenant, record_month, article_id, recorded_from, through_revision, reason,"
                        + " withdrawn_by, withdrawn_at) select 'harbour', '2026-11-01', '" + BEFORE_BACKUP
                        + "', now(), 1, 'LEGAL', 'otto', '2026-11-20T09:00Z' where not exists (select from"
                        + " record.withdrawal w where w.article_id = '" + BEFORE_BACKUP + "')",
                "select erase_withdrawn('record', '" + BEFORE_BACKUP + "', '2026-11-01')");
    }

    /** Does all of it as the service does, in one transaction of a tenant; answers what the last statement answered. */
    private static String as(ArchivedServer server, String database, String... statements) throws SQLException {
        return asTenant(server, database, "harbour", statements);
    }

    private static String asTenant(ArchivedServer server, String database, String tenant, String... statements)
            throws SQLException {
        try (Connection connection = server.connect(database, database + "_service");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('averment.tenant', '" + tenant + "', true)");
            String answer = "";
            for (String sql : statements) {
                if (statement.execute(sql)) {
                    ResultSet rows = statement.getResultSet();
                    rows.next();
                    answer = String.valueOf(rows.getString(1));
                }
            }
            connection.commit();
            return answer;
        }
    }

    private static String ask(Connection connection, String sql) throws SQLException {
        try (connection;
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    /** What each database holds, in their order. */
    private static List<DatabaseContent> contents(ArchivedServer server) throws SQLException {
        List<DatabaseContent> contents = new ArrayList<>();
        for (String database : PostgresServer.DATABASES) {
            try (Connection connection = server.superuser(database)) {
                contents.add(DatabaseContent.of(connection));
            }
        }
        return List.copyOf(contents);
    }

    private static Map<String, Set<String>> differences(List<DatabaseContent> one, List<DatabaseContent> other) {
        Map<String, Set<String>> differences = new TreeMap<>();
        for (int database = 0; database < one.size(); database++) {
            differences.put(
                    PostgresServer.DATABASES.get(database), one.get(database).differences(other.get(database)));
        }
        return differences;
    }

    @Test
    void bringsBackExactlyWhatWasThereAtTheInstant() {
        assertEquals(Map.of("ingest", Set.of(), "query", Set.of()), differences(then, afterwards));
    }

    /** What the comparison above would show if it had not come back. */
    @Test
    void seesEachThingThatHadChanged() {
        assertEquals(
                Map.of(
                        "ingest",
                        Set.of("article", "outbox", "revision", "roles", "withdrawal"),
                        "query",
                        Set.of(
                                "functions",
                                "log",
                                "policies",
                                "record.article",
                                "record.lapse",
                                "record.withdrawal",
                                "rights on relations",
                                "roles")),
                differences(then, lost));
    }

    /** What is written from then on can be gone back to as well. */
    @Test
    void archivesOnInANewTimelineBesideTheOld() throws IOException {
        assertEquals("00000002", archivedAfterwards.substring(0, 8));
        try (Stream<Path> archived = Files.list(restored.archive())) {
            assertTrue(archived.anyMatch(file -> file.getFileName().toString().startsWith("00000001")));
        }
    }

    @Test
    void holdsTheServicesRolesAsBefore() throws SQLException {
        String count = "select count(*) from record.article where article_id <> '" + BEFORE_BACKUP + "'";
        assertEquals("1", as(restored, "query", count));
        assertEquals("0", asTenant(restored, "query", "another", count));
        SQLException refused =
                assertThrows(SQLException.class, () -> as(restored, "query", "delete from record.statement"));
        assertEquals(FORBIDDEN, refused.getSQLState());
    }

    /** Withdrawn text is back, and what has to be done about it can be done twice. */
    @Test
    void takesWithdrawalsAgain() throws SQLException {
        assertEquals("1", withdraw(restored));
        assertEquals("1", withdraw(restored));
        assertEquals(
                "1|0|0",
                as(
                        restored,
                        "ingest",
                        "select concat_ws('|', (select count(*) from withdrawal), (select count(body)"
                                + " from revision r where r.article_id = '" + BEFORE_BACKUP
                                + "'), (select count(*) from outbox"
                                + " where article_id = '" + BEFORE_BACKUP + "'))"));
        assertEquals("1", eraseFromRecord(restored));
        assertEquals("0", eraseFromRecord(restored));
        assertEquals(
                "0|1|0",
                as(
                        restored,
                        "query",
                        "select concat_ws('|', (select count(*) from record.article where article_id = '"
                                + BEFORE_BACKUP
                                + "'), (select count(*) from record.article), (select max(length(payload))"
                                + " from log where kind = 'ANALYSIS_COMPLETED' and article_id = '" + BEFORE_BACKUP
                                + "'))"));
    }
}
