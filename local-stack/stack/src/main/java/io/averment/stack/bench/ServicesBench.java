package io.averment.stack.bench;

import io.averment.stack.commandline.Arguments;
import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Memory;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.process.Waiting;
import io.averment.stack.run.RunFolder;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import io.averment.stack.samples.Api;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** {@code ./averment bench services}: the three services on the JVM and as native executables, one after the other in one run. */
public final class ServicesBench {
    private static final int PORT_BASE = 8600;
    private static final int STARTS = 5;
    private static final int COLD_RUNS = 9;
    private static final Duration STEP = Duration.ofMillis(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(60);
    private static final String SHORT_REPORT = "\"The fog has lifted,\" said Captain Olu Brandt on Friday.";
    private static final String REPORTS = "--reports";

    private static final String HELP = """
            ./averment bench services [--reports N]

            Measures the three services on the JVM and as native executables, in one run on the same servers: how long each takes from its
            start until it is ready, with database, broker and Keycloak there (median of five); what each holds in memory after N reports
            (1000 without this) went through all three, and how many of them went through in a second; and how long `analyze` takes for one
            short report from a cold start (median of nine). Needs ./averment native. Prints a table with the machine's load.

              --reports N    how many reports are sent
            """;

    private final Checkout checkout;
    private final RunFolder folder;
    private final RunPorts ports = new RunPorts(PORT_BASE);
    private final Servers servers;
    private final int reports;
    private final PrintStream out;
    private final Map<String, List<String>> table = new LinkedHashMap<>();

    private ServicesBench(Checkout checkout, int reports, PrintStream out) {
        this.checkout = checkout;
        this.folder = RunFolder.of(checkout.root()).inside("bench-services");
        this.servers = ports.measuredServers(checkout, folder);
        this.reports = reports;
        this.out = out;
    }

    /** What {@code ./averment bench services --help} says. */
    public static String help() {
        return HELP;
    }

    /**
     * Measures and prints.
     *
     * @return the exit code
     */
    public static int run(Checkout checkout, List<String> words, PrintStream out)
            throws UsageFailure, IOException, InterruptedException {
        Arguments arguments = Arguments.parse(words, Set.of(), Set.of(REPORTS));
        if (!arguments.rest().isEmpty()) {
            throw new UsageFailure("bench services does not know what to do with "
                    + arguments.rest().getFirst());
        }
        return new ServicesBench(
                        checkout, arguments.number(REPORTS, 10, 100_000).orElse(1000), out)
                .run();
    }

    private int run() throws IOException, InterruptedException {
        Services jvm = services(false);
        Services executables = services(true);
        jvm.requireBuilt();
        executables.requireBuilt();
        try (FileChannel _ = folder.take(true)) {
            ports.requireFree();
            Guardian guardian = Guardian.start(folder.processes());
            Runtime.getRuntime().addShutdownHook(new Thread(guardian::close));
            servers.start(guardian, (name, took) -> say(name + " is ready"));
            try (HttpClient client = HttpClient.newBuilder()
                    .connectTimeout(Duration.ofSeconds(5))
                    .build()) {
                measure(guardian, client, "JVM", jvm);
                measure(guardian, client, "native", executables);
            } finally {
                guardian.close();
            }
            print();
            return 0;
        }
    }

    private Services services(boolean nativeExecutables) {
        return new Services(checkout, folder, ports, servers, nativeExecutables, Services.JVM_FLAGS_TO_MEASURE);
    }

    private void measure(Guardian guardian, HttpClient client, String form, Services services)
            throws IOException, InterruptedException {
        say("measuring: " + form);
        List<String> starts = new ArrayList<>();
        for (ServiceProgram service : ServiceProgram.values()) {
            // The first start makes the tables, and brings the files into memory.
            stop(started(guardian, client, services, service));
            long[] nanos = new long[STARTS];
            for (int start = 0; start < STARTS; start++) {
                long began = System.nanoTime();
                Running running = started(guardian, client, services, service);
                nanos[start] = System.nanoTime() - began;
                stop(running);
            }
            starts.add(seconds(median(nanos)));
        }
        table.put("start to ready, " + form, starts);
        load(guardian, client, form, services);
        List<String> command = new ArrayList<>(services.command(ServiceProgram.ANALYSIS));
        command.addAll(List.of("analyze", "--json"));
        long[] nanos = new long[COLD_RUNS];
        for (int run = 0; run < COLD_RUNS; run++) {
            nanos[run] = analyse(command);
        }
        table.put("one short report by `analyze`, " + form, List.of("", seconds(median(nanos)), ""));
    }

    private static Running started(Guardian guardian, HttpClient client, Services services, ServiceProgram service)
            throws IOException, InterruptedException {
        Running running = services.start(guardian, service);
        services.awaitReady(client, service, running, STEP);
        return running;
    }

    private static void stop(Running running) throws StackFailure, InterruptedException {
        running.handle().destroy();
        if (!Waiting.forEnd(running.handle(), STOP_LIMIT)) {
            throw new StackFailure(running.name() + " does not end; see " + running.log());
        }
    }

    private void load(Guardian guardian, HttpClient client, String form, Services services)
            throws IOException, InterruptedException {
        Map<ServiceProgram, Running> running = new EnumMap<>(ServiceProgram.class);
        for (ServiceProgram service : ServiceProgram.values()) {
            running.put(service, started(guardian, client, services, service));
        }
        Api api = new Api(
                client,
                servers.keycloak().realmUrl(),
                "http://127.0.0.1:" + ports.service(ServiceProgram.INGEST),
                "http://127.0.0.1:" + ports.service(ServiceProgram.QUERY),
                "carl");
        double rate = new SentReports(api, checkout.root().resolve("local-stack/samples"), form).send(reports);
        table.put("reports a second through all three, " + form, List.of("", rate(rate), ""));
        List<String> held = new ArrayList<>();
        for (Running service : running.values()) {
            held.add(Memory.of(service).toMebibytes() + " MiB");
            stop(service);
        }
        table.put("in memory after " + reports + " reports, " + form, held);
    }

    /** From the start of the process to its end. */
    private static long analyse(List<String> command) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (OutputStream input = process.getOutputStream()) {
            input.write(SHORT_REPORT.getBytes(StandardCharsets.UTF_8));
        }
        if (process.waitFor() != 0) {
            throw new StackFailure("analyze failed: " + String.join(" ", command));
        }
        return System.nanoTime() - began;
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f s", nanos / 1e9);
    }

    private static String rate(double rate) {
        return String.format(Locale.ROOT, "%.0f", rate);
    }

    private void print() {
        out.println("| | ingest | analysis | query |");
        out.println("|---|---|---|---|");
        table.forEach((name, cells) -> out.println("| " + name + " | " + String.join(" | ", cells) + " |"));
        say(String.format(
                Locale.ROOT,
                "load of the machine %.1f",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private void say(String line) {
        out.println(line);
        out.flush();
    }
}
