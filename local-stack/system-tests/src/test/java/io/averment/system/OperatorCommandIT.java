package io.averment.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of query-service as the processes that operators start, over a database of their own. */
@SuppressWarnings("NullAway.Init") // JUnit fills the fields before any test.
class OperatorCommandIT {
    private static final int MINUTES = 3;

    @TempDir
    static Path state;

    private static Guardian guardian;
    private static PostgresServer database;
    private static List<String> program;

    /** What a command said, and how it ended. */
    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void startDatabase() throws IOException, InterruptedException {
        BuiltStack.takeProperties();
        Checkout checkout = Checkout.fromSystemProperties();
        RunFolder folder = new RunFolder(state);
        Files.createDirectories(folder.data());
        Files.createDirectories(folder.log("any").getParent());
        RunPorts ports = new RunPorts(BuiltStack.freeBase(RunPorts.SPAN));
        Servers servers = ports.servers(checkout, folder);
        program = new Services(checkout, folder, ports, servers, BuiltStack.isNative(), Services.SMALL_JVM_FLAGS)
                .command(ServiceProgram.QUERY);
        database = servers.postgres();
        guardian = Guardian.start(folder.processes());
        Running server = database.start(guardian);
        database.awaitReady(server);
        assertEquals(0, run("migrate").code());
    }

    @AfterAll
    static void stopDatabase() {
        guardian.close();
    }

    private static Ended runAt(String url, String... words) throws IOException, InterruptedException {
        return runWith(Map.of("QUARKUS_DATASOURCE_JDBC_URL", url), words);
    }

    /** Runs a command with these variables in place of those that it usually gets. */
    private static Ended runWith(Map<String, String> variables, String... words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(words));
        Path out = state.resolve("out");
        Path err = state.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .putAll(Map.of(
                        "QUARKUS_PROFILE",
                        "local",
                        "QUARKUS_DATASOURCE_JDBC_URL",
                        database.url("query"),
                        "QUARKUS_DATASOURCE_USERNAME",
                        "query_service",
                        "QUARKUS_DATASOURCE_PASSWORD",
                        PostgresServer.password("query_service"),
                        "AVERMENT_MIGRATION_USERNAME",
                        "query_owner",
                        "AVERMENT_MIGRATION_PASSWORD",
                        PostgresServer.password("query_owner")));
        builder.environment().putAll(variables);
        Process process = builder.start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the command did not end");
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Ended run(String... words) throws IOException, InterruptedException {
        return runWith(Map.of(), words);
    }

    /** A curator's decision, as the log keeps it; what follows from it is not there yet. */
    private static void log(String tenant) throws SQLException {
        execute("insert into log (tenant, record_month, ce_id, recorded_at, kind, effect, payload) values ('" + tenant
                + "', '2026-11-01', 'entities/1', now(), 'ENTITY_DECIDED', 'OPENED', convert_to("
                + "'{\"one\":\"a\",\"other\":\"b\",\"verdict\":\"SAME\",\"decidedBy\":\"cora\"}', 'UTF8'))");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(String sql) throws SQLException {
        try (Connection connection = superuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    private static Connection superuser() throws SQLException {
        return DriverManager.getConnection(database.url("query"), "postgres", PostgresServer.password("postgres"));
    }

    /** What a command found is all that it says on the standard output. */
    private static void assertFinds(String found, Ended ended) {
        assertEquals(0, ended.code(), ended.err());
        assertEquals(found, ended.out());
    }

    private static void assertFails(int code, String said, Ended ended) {
        assertEquals(code, ended.code(), ended.err());
        assertEquals("", ended.out());
        assertTrue(ended.err().contains(said), ended.err());
    }

    /** Neither the standard output nor a log has anything beside it. */
    private static void assertSaysAlone(String said, Ended ended) {
        assertEquals(1, ended.code(), ended.err());
        assertEquals("", ended.out());
        assertEquals(said, ended.err());
    }

    @Test
    void rebuildsTellsAndRefusesUntilThePreviousRecordIsDropped() throws Exception {
        log("rebuilt");

        Ended rebuilt = run("rebuild");
        assertEquals(0, rebuilt.code(), rebuilt.err());
        assertTrue(
                rebuilt.out()
                        .matches("done: \\d+ entries in \\d+ ms; writers waited \\d+ ms; the old record stands in"
                                + " record_before\n"),
                rebuilt.out());
        assertTrue(rebuilt.err().contains("round 1: "), rebuilt.err());
        assertEquals(
                "cora", ask("select string_agg(decided_by, ' ') from record.entity_verdict where tenant = 'rebuilt'"));
        assertEquals("0", ask("select count(*) from record_before.entity_verdict"));

        assertFails(
                1,
                "Not done: the schema record_before is still there; drop it first with 'rebuild drop'.\n",
                run("rebuild"));
        assertFinds("dropped\n", run("rebuild", "drop"));
        assertFinds("there is nothing to drop\n", run("rebuild", "drop"));
        assertEquals("f", ask("select to_regnamespace('record_before') is not null"));
    }

    @Test
    void comparesAndSwitchesGenerations() throws Exception {
        assertFails(1, "Not done: the record knows no tenant nobody.\n", run("generation", "list", "nobody"));
        log("switched");
        assertFinds("current generation: 1\n", run("generation", "list", "switched"));
        Ended compared = run("generation", "compare", "switched", "2");
        assertEquals(0, compared.code(), compared.err());
        assertTrue(compared.out().startsWith("0 articles would be opened anew\n"), compared.out());
        assertFails(
                1,
                "Not done: no analyses of generation 2 wait; waiting: none; --without-candidates makes it current all the"
                        + " same.\n",
                run("generation", "switch", "switched", "2"));
        String switched = "generation 2 is current; articles with candidates: none\n";
        assertFinds(switched, run("generation", "switch", "switched", "2", "--without-candidates"));
        assertFinds("current generation: 2\n", run("generation", "list", "switched"));
        assertFinds(switched, run("generation", "switch", "switched", "2"));
        assertFails(
                1,
                "Not done: the current generation is 2, and there is no way back to an older one.\n",
                run("generation", "switch", "switched", "1"));
    }

    @Test
    void saysWhatThereIsWhenItIsAskedOrDoesNotUnderstand() throws Exception {
        Ended help = run("--help");
        assertEquals(0, help.code(), help.err());
        assertTrue(help.out().contains("averment-query generation switch TENANT N"), help.out());
        for (String words : List.of("rebuild now", "generation", "generation list Demo!", "nonsense")) {
            assertFails(2, help.out(), run(words.split(" ", -1)));
        }
    }

    @Test
    void failsWithoutDatabase() throws Exception {
        String away = "jdbc:postgresql://127.0.0.1:1/query";
        String said = "Failed: the database cannot be reached; look whether it runs, and at its address"
                + " QUARKUS_DATASOURCE_JDBC_URL (state 08001).\n";
        assertSaysAlone(said, runAt(away, "rebuild"));
        assertSaysAlone(said, runAt(away, "generation", "list", "demo"));
    }

    /** In production, with nothing set but what the commands use; the passwords of the demo are refused like anywhere. */
    @Test
    void needsTheDatabaseAloneInProduction() throws Exception {
        Map<String, String> production =
                Map.of("QUARKUS_PROFILE", "prod", "AVERMENT_PRODUCTION_ACCEPTED_RISKS", "demo-credentials");
        Ended listed = runWith(production, "generation", "list", "nobody");
        assertSaysAlone("Not done: the record knows no tenant nobody.\n", listed);

        assertSaysAlone(
                "Not done: quarkus.datasource.password is a demo password"
                        + " (averment.production.accepted-risks=demo-credentials accepts that); averment.migration.password"
                        + " is a demo password (averment.production.accepted-risks=demo-credentials accepts that)\n",
                runWith(Map.of("QUARKUS_PROFILE", "prod"), "generation", "list", "nobody"));
    }

    @Test
    void saysWhichNameOrPasswordIsWrong() throws Exception {
        assertSaysAlone(
                "Failed: the database does not take the name and password in QUARKUS_DATASOURCE_USERNAME and"
                        + " QUARKUS_DATASOURCE_PASSWORD (state 28P01).\n",
                runWith(Map.of("QUARKUS_DATASOURCE_PASSWORD", "wrong"), "generation", "list", "demo"));
        assertSaysAlone(
                "Failed: the database does not take the name and password in AVERMENT_MIGRATION_USERNAME and"
                        + " AVERMENT_MIGRATION_PASSWORD (state 28P01).\n",
                runWith(Map.of("AVERMENT_MIGRATION_PASSWORD", "wrong"), "rebuild", "drop"));
        assertSaysAlone(
                "Not done: AVERMENT_MIGRATION_USERNAME is needed: rebuilds are made as the owner of the tables, not as"
                        + " the service.\n",
                runWith(Map.of("AVERMENT_MIGRATION_USERNAME", ""), "rebuild", "drop"));
    }
}
