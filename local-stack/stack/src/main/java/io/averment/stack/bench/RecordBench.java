package io.averment.stack.bench;

import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Memory;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.run.RunFolder;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import io.averment.stack.samples.Api;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/** {@code ./averment bench record}. One instance is one measurement. */
public final class RecordBench {
    private static final int PORT_BASE = 8600;
    private static final Duration WARMING = Duration.ofSeconds(60);
    private static final Duration POINT_READS = Duration.ofSeconds(10);
    private static final Duration TOKEN_LIFE = Duration.ofMinutes(2);
    private static final int BURST = 2000;

    private final BenchOptions options;
    private final RunFolder folder;
    private final RunPorts ports = new RunPorts(PORT_BASE);
    private final Servers servers;
    private final Services services;
    private final PrintStream out;

    private RecordBench(Checkout checkout, BenchOptions options, PrintStream out) {
        this.options = options;
        this.folder = RunFolder.of(checkout.root()).inside("bench");
        this.servers = ports.measuredServers(checkout, folder);
        this.services = new Services(
                checkout, folder, ports, servers, options.nativeExecutables(), Services.JVM_FLAGS_TO_MEASURE);
        this.out = out;
    }

    /** What {@code ./averment bench record --help} says. */
    public static String help() {
        return BenchOptions.HELP;
    }

    /**
     * Measures and prints.
     *
     * @return the exit code
     */
    public static int run(Checkout checkout, List<String> words, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        RecordBench bench = new RecordBench(checkout, BenchOptions.parse(words), out);
        try {
            return bench.run();
        } catch (SQLException failure) {
            throw new StackFailure("the database did not do what it was asked for: " + failure.getMessage());
        }
    }

    private int run() throws IOException, InterruptedException, SQLException {
        try (FileChannel _ = folder.take(options.fresh())) {
            ports.requireFree();
            Guardian guardian = Guardian.start(folder.processes());
            Runtime.getRuntime().addShutdownHook(new Thread(guardian::close));
            servers.start(guardian, (name, took) -> say(name + " is ready"));
            try (HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()) {
                Running query = services.start(guardian, ServiceProgram.QUERY);
                services.awaitReady(client, ServiceProgram.QUERY, query);
                GeneratedRecord record = new GeneratedRecord(servers.postgres(), out);
                requireRecord(record);
                measure(client, record);
                say(String.format(
                        Locale.ROOT,
                        "query-service holds %d MiB",
                        Memory.of(query).toMebibytes()));
            } finally {
                guardian.close();
            }
            return 0;
        }
    }

    private void requireRecord(GeneratedRecord record) throws SQLException, IOException, InterruptedException {
        int there = record.articles();
        if (there == 0) {
            say("generating " + options.articles() + " articles");
            record.generate(options.articles());
        } else if (there != options.articles()) {
            throw new StackFailure("The record in " + folder.path() + " has " + there
                    + " articles. Measure it with --articles " + there + ", or make another with --fresh.");
        }
    }

    private void measure(HttpClient client, GeneratedRecord record)
            throws SQLException, IOException, InterruptedException {
        AtomicReference<String> token = new AtomicReference<>(newToken(client));
        String address = "http://127.0.0.1:" + ports.service(ServiceProgram.QUERY);
        Readers readers = new Readers(client, address, token::get);
        try (Connection connection = record.connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Arrivals arrivals = new Arrivals(servers.kafka().bootstrapServers(), Clock.systemUTC())) {
            Future<?> renewal = threads.submit(() -> renew(client, token));
            readers.prepare(connection);
            arrivals.prepare(connection);
            say("warming up");
            readers.read(options.clients(), WARMING, false);
            reading(threads, readers, arrivals);
            say(String.format(
                    Locale.ROOT,
                    "%d reports at once: %.0f a second projected",
                    BURST,
                    arrivals.burst(BURST, connection)));
            pointReads(connection, readers);
            renewal.cancel(true);
        }
    }

    private void reading(ExecutorService threads, Readers readers, Arrivals arrivals) throws InterruptedException {
        Duration duration = Duration.ofSeconds(options.seconds());
        say(options.clients() + " clients read for " + options.seconds() + " s while " + options.rate()
                + " reports a second arrive");
        Future<Latencies> visible = threads.submit(() -> arrivals.arrive(options.rate(), duration, readers));
        readers.read(options.clients(), duration, true);
        out.println(Latencies.header());
        readers.latencies().forEach((name, latencies) -> out.println(latencies.row(name)));
        try {
            out.println(visible.get().row("a new report until visible"));
        } catch (java.util.concurrent.ExecutionException failure) {
            say("the reports did not arrive: " + failure.getCause());
        }
        say(String.format(
                Locale.ROOT,
                "%d requests and %d reports failed; load of the machine %.1f",
                readers.failures(),
                arrivals.failures(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private void pointReads(Connection connection, Readers readers)
            throws SQLException, IOException, InterruptedException {
        PointReads reads = new PointReads(options.articles(), POINT_READS);
        List<String> ids;
        try (Statement statement = connection.createStatement()) {
            ids = GeneratedRecord.strings(
                    statement,
                    "select md5('article ' || bench.pick(i, 6, " + options.articles()
                            + "))::uuid from generate_series(1, 2000) as i");
        }
        double service = reads.throughService(readers, ids);
        Optional<Double> bare = reads.underPgbench(servers.postgres(), folder.path());
        say(String.format(Locale.ROOT, "one fact by its id: %.0f a second", service)
                + bare.map(rate -> String.format(
                                Locale.ROOT, "; the same SQL under pgbench %.0f, ratio %.2f", rate, service / rate))
                        .orElse("; pgbench is not installed, so nothing to compare with"));
    }

    private String newToken(HttpClient client) throws IOException, InterruptedException {
        return new Api(client, servers.keycloak().realmUrl(), "", "", "rita").token();
    }

    private Void renew(HttpClient client, AtomicReference<String> token) throws IOException, InterruptedException {
        while (true) {
            Thread.currentThread().join(TOKEN_LIFE);
            token.set(newToken(client));
        }
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
