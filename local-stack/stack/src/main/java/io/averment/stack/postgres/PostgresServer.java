package io.averment.stack.postgres;

import io.averment.stack.process.Folders;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Launch;
import io.averment.stack.process.Running;
import io.averment.stack.process.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A server on loopback with the databases {@code ingest} and {@code query}. Each has an owner, which owns its schema and all that
 * migrations put there, and a service role that may connect and owns nothing. Passwords are {@code demo-} and the role's name.
 *
 * @param port where it listens
 * @param folder where it keeps its data
 * @param log the file with its output
 * @param use what its data is for
 */
public record PostgresServer(int port, Path folder, Path log, Use use) {

    /** What a server's data is for. */
    @SuppressWarnings("ImmutableEnumChecker") // Map.of is immutable.
    public enum Use {
        /** Tests: nothing waits for the disk. */
        THROWN_AWAY(Map.of(
                "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "shared_buffers", "48MB")),
        /** A laptop's record: what is committed stays, in little memory. */
        KEPT(Map.of("shared_buffers", "48MB")),
        /** A large record that is measured: what is committed stays, with the memory that such a server would be given. */
        MEASURED(Map.of(
                "shared_buffers", "2GB",
                "effective_cache_size", "6GB",
                "work_mem", "32MB",
                "maintenance_work_mem", "1GB",
                "max_wal_size", "8GB",
                "checkpoint_timeout", "15min",
                "random_page_cost", "1.1"));

        private final Map<String, String> settings;

        Use(Map<String, String> settings) {
            this.settings = settings;
        }
    }

    /** The two databases. */
    public static final List<String> DATABASES = List.of("ingest", "query");

    private static final List<String> EXTENSIONS = List.of("pg_trgm", "unaccent", "btree_gin");

    /**
     * Matches words. Below row-level security an index serves a condition only if its function is leakproof, and only a superuser
     * can say that it is; see SECURITY.md.
     */
    private static final String SEARCH_FUNCTION = "pg_catalog.ts_match_vq(tsvector, tsquery)";

    private static final String SUPERUSER = "postgres";
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    /** The password of a role of the local stack. */
    public static String password(String role) {
        return "demo-" + role;
    }

    /** The folder with the server's programs, libraries and files, unpacked when they are not yet. */
    public static Path programs() throws IOException, InterruptedException {
        return PostgresBinaries.unpacked();
    }

    /** The JDBC address of a database. */
    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Starts the server process; see {@link #awaitReady}. */
    public Running start(Guardian guardian) throws IOException, InterruptedException {
        Path binaries = PostgresBinaries.unpacked();
        Path data = folder.resolve("data");
        if (!Files.exists(data)) {
            initialise(guardian, binaries, data);
        }
        List<String> command = command(binaries, "postgres");
        command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return guardian.start(launch("postgresql", command));
    }

    private void initialise(Guardian guardian, Path binaries, Path data) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path draft = folder.resolve("draft");
        Folders.delete(draft);
        Path password = folder.resolve("superuser");
        Files.writeString(password, password(SUPERUSER));
        List<String> command = command(binaries, "initdb");
        command.addAll(List.of(
                "-D",
                draft.toString(),
                "-U",
                SUPERUSER,
                "-A",
                "scram-sha-256",
                "--pwfile=" + password,
                "-E",
                "UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync",
                "--no-instructions"));
        guardian.run(launch("initdb", command), START_LIMIT);
        Files.delete(password);
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    private Launch launch(String name, List<String> command) {
        return new Launch(name, Launch.Stage.SERVER, Launch.StopSignal.INT, command, Map.of("TZ", "UTC"), folder, log);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own, root is nobody in particular. */
    private static List<String> command(Path binaries, String program) {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        return command;
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "max_connections", "120",
                "timezone", "UTC",
                "log_timezone", "UTC"));
        settings.putAll(use.settings);
        return settings;
    }

    /** Waits until the server takes connections and has the product's databases and roles, making those that are missing. */
    public void awaitReady(Running server) throws IOException, InterruptedException {
        Waiting.until(server, START_LIMIT, this::accepts);
        try (Connection connection = connect("postgres")) {
            for (String database : DATABASES) {
                provideRole(connection, database + "_owner");
                provideRole(connection, database + "_service");
                provideDatabase(connection, database);
            }
        } catch (SQLException failure) {
            throw new IOException("the databases could not be prepared", failure);
        }
    }

    private boolean accepts() throws IOException {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            throw new IOException(notYet);
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, password(SUPERUSER));
    }

    private static void provideRole(Connection connection, String role) throws SQLException {
        if (absent(connection, "select 1 from pg_roles where rolname = '" + role + "'")) {
            execute(
                    connection,
                    "create role " + role + " login nosuperuser nobypassrls password '" + password(role) + "'");
        }
    }

    private void provideDatabase(Connection connection, String database) throws SQLException {
        String owner = database + "_owner";
        if (absent(connection, "select 1 from pg_database where datname = '" + database + "'")) {
            execute(connection, "create database " + database + " owner " + owner);
        }
        execute(connection, "revoke all on database " + database + " from public");
        execute(connection, "grant connect on database " + database + " to " + database + "_service");
        try (Connection inside = connect(database)) {
            for (String extension : EXTENSIONS) {
                execute(inside, "create extension if not exists " + extension);
            }
            execute(inside, "alter function " + SEARCH_FUNCTION + " leakproof");
            execute(inside, "alter schema public owner to " + owner);
            execute(inside, "revoke all on schema public from public");
            execute(inside, "grant usage on schema public to " + database + "_service");
        }
    }

    private static boolean absent(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(question)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String command) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
