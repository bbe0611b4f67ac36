package io.averment.stack.bench;

import io.averment.stack.postgres.PostgresServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A record of articles that follow from their numbers, written by the database itself: the same rows that the projection would
 * write, without the way through Kafka. The secondary indexes are made at the end, which is several times as fast.
 */
final class GeneratedRecord {
    private static final String SUPERUSER = "postgres";
    private static final int PART = 5000;
    private static final int WRITERS = 2;

    private static final String PARENTS = """
            from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
            where t.relnamespace = 'record'::regnamespace and t.relkind in ('p', 'r') and not t.relispartition and not x.indisprimary
            """;

    private final PostgresServer server;
    private final PrintStream out;

    GeneratedRecord(PostgresServer server, PrintStream out) {
        this.server = server;
        this.out = out;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(server.url("query"), SUPERUSER, PostgresServer.password(SUPERUSER));
    }

    /** How many articles were generated whole; 0 when none were. */
    int articles() throws SQLException {
        try (Connection connection = connect()) {
            return present(connection, "to_regclass('bench.generated')")
                    ? number(connection, "select articles from bench.generated")
                    : 0;
        }
    }

    private static boolean present(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select " + what + " is not null")) {
            rows.next();
            return rows.getBoolean(1);
        }
    }

    static int number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    /** Writes all of it into a record that migrations have just made. */
    void generate(int articles) throws SQLException, IOException, InterruptedException {
        long began = System.nanoTime();
        List<String> indexes;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("select ensure_record_months('2023-12-01', '2027-01-01')");
            indexes = strings(statement, "select replace(pg_get_indexdef(i.oid), ' ON ONLY ', ' ON ') " + PARENTS);
            for (String name : strings(statement, "select i.oid::regclass::text " + PARENTS)) {
                statement.execute("drop index " + name);
            }
            statement.execute(script("record-vocabulary.sql"));
        }
        writeArticles(articles, began);
        progress("making indexes", began);
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String index : indexes) {
                statement.execute(index);
            }
            statement.execute(script("record-sources.sql"));
            statement.execute("vacuum analyze");
            statement.execute("create table bench.generated as select " + articles + " as articles");
        }
        progress("the record is there", began);
    }

    private void writeArticles(int articles, long began) throws SQLException, IOException, InterruptedException {
        String script = script("record-articles.sql");
        AtomicInteger next = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        Callable<Void> writer = () -> {
            try (Connection connection = connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                for (int from = next.getAndAdd(PART); from < articles; from = next.getAndAdd(PART)) {
                    int to = Math.min(articles, from + PART);
                    statement.execute(script.replace(":total", Integer.toString(articles))
                            .replace(":from", Integer.toString(from))
                            .replace(":to", Integer.toString(to)));
                    connection.commit();
                    progress(written.addAndGet(to - from) + " of " + articles + " articles", began);
                }
                return null;
            }
        };
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        try {
            for (Future<Void> done : writers.invokeAll(java.util.Collections.nCopies(WRITERS, writer))) {
                done.get();
            }
        } catch (ExecutionException failure) {
            throw new SQLException("the record could not be generated: " + failure.getCause(), failure.getCause());
        } finally {
            writers.shutdownNow();
        }
    }

    private void progress(String what, long began) {
        out.printf(Locale.ROOT, "  %7.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
        out.flush();
    }

    static String script(String name) throws IOException {
        try (InputStream file = GeneratedRecord.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("the program lacks its file " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<String> strings(Statement statement, String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
