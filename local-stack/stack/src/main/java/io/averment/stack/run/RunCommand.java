package io.averment.stack.run;

import io.averment.stack.commandline.UsageFailure;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Memory;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.samples.Api;
import io.averment.stack.samples.DemoUser;
import io.averment.stack.samples.SampleRun;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.Console;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** {@code ./averment run}. One instance is one run. */
public final class RunCommand {

    private static final long LOOK_MILLIS = 200;
    private static final int INTERRUPTED = 130;

    private final Checkout checkout;
    private final RunFolder folder;
    private final RunOptions options;
    private final Servers servers;
    private final PrintStream out;
    private final PrintStream progressOut;
    private volatile boolean ending;

    private RunCommand(Checkout checkout, RunOptions options, PrintStream out, PrintStream progressOut) {
        this.checkout = checkout;
        this.folder = RunFolder.of(checkout.root());
        this.options = options;
        this.servers = options.ports().servers(checkout, folder);
        this.out = out;
        this.progressOut = progressOut;
    }

    /** What {@code ./averment run --help} says. */
    public static String help() {
        return RunOptions.HELP;
    }

    /**
     * Runs, with {@code --once} to the end of the record and else until the process is told to end. The processes that it starts are
     * ended when this process ends, in whatever way.
     *
     * @return the exit code
     */
    public static int run(Checkout checkout, List<String> words, PrintStream out, PrintStream progress)
            throws UsageFailure, IOException, InterruptedException {
        RunCommand command = new RunCommand(checkout, RunOptions.parse(words), out, progress);
        try {
            return command.run();
        } catch (IOException failure) {
            if (command.ending) {
                // It was told to end; that its processes end is no news.
                return INTERRUPTED;
            }
            throw failure;
        }
    }

    private int run() throws IOException, InterruptedException {
        FileChannel taken = folder.take(options.fresh());
        options.ports()
                .requireFree(", or use other ports: ./averment run --port-base "
                        + (options.ports().base() + 1000));
        Services services = new Services(
                checkout, folder, options.ports(), servers, options.nativeExecutables(), Services.SMALL_JVM_FLAGS);
        services.requireBuilt();
        Guardian guardian = Guardian.start(folder.processes());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(guardian, taken)));
        boolean terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        List<Running> processes = new ArrayList<>();
        int code;
        try (Progress progress = new Progress(progressOut, terminal);
                HttpClient client = HttpClient.newBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .build()) {
            start(guardian, services, client, progress, processes);
            code = samples(client, progress, processes);
        }
        if (!options.once()) {
            out.println("Running until Ctrl-C. Logs: " + folder.log("*"));
            out.flush();
            watch(guardian, processes);
        }
        return code;
    }

    private void start(
            Guardian guardian, Services services, HttpClient client, Progress progress, List<Running> processes)
            throws IOException, InterruptedException {
        progress.await(new LinkedHashSet<>(List.of("postgresql", "kafka", "keycloak")));
        processes.addAll(servers.start(guardian, progress::ready));
        folder.publish(servers.kafka().bootstrapServers());
        Set<String> names = new LinkedHashSet<>();
        for (ServiceProgram service : ServiceProgram.values()) {
            names.add(service.module());
        }
        progress.await(names);
        long began = System.nanoTime();
        Map<ServiceProgram, Running> started = services.start(guardian);
        processes.addAll(started.values());
        for (Map.Entry<ServiceProgram, Running> service : started.entrySet()) {
            services.awaitReady(client, service.getKey(), service.getValue());
            progress.ready(service.getKey().module(), Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /** Sends the samples and prints what came out. */
    private int samples(HttpClient client, Progress progress, List<Running> processes)
            throws IOException, InterruptedException {
        progress.await(Set.of("the record"));
        RunPorts ports = options.ports();
        Api api = new Api(
                client,
                servers.keycloak().realmUrl(),
                "http://127.0.0.1:" + ports.service(ServiceProgram.INGEST),
                "http://127.0.0.1:" + ports.service(ServiceProgram.QUERY),
                "carl");
        SampleRun samples = new SampleRun(
                api,
                checkout.root().resolve("local-stack/samples"),
                folder.data().resolve("samples"));
        long began = System.nanoTime();
        SampleRun.Outcome outcome = samples.run(() -> requireAlive(processes));
        progress.ready("the record", Duration.ofNanos(System.nanoTime() - began));
        progress.close();
        progressOut.printf(
                Locale.ROOT,
                "  all in all         %5.1f s, %d MiB resident%n",
                progress.elapsed().toMillis() / 1000.0,
                Memory.resident(processes).toMebibytes());
        progressOut.flush();
        Report report = new Report(out, ports, servers);
        report.record(outcome.articles().values());
        List<String> shortfalls = samples.shortfalls(outcome);
        if (!shortfalls.isEmpty()) {
            out.println("The record is not what was expected:");
            shortfalls.forEach(line -> out.println("    " + line));
            out.println();
        }
        report.addresses();
        report.users(DemoUser.allIn(checkout.realm()));
        report.curlLines();
        return shortfalls.isEmpty() ? 0 : 1;
    }

    private static void requireAlive(List<Running> processes) throws StackFailure {
        for (Running process : processes) {
            process.requireAlive();
        }
    }

    /** Until a process ends by itself; Ctrl-C ends this process as a whole. */
    private void watch(Guardian guardian, List<Running> processes) throws IOException, InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
            if (!ending) {
                guardian.requireAlive();
                requireAlive(processes);
            }
        }
    }

    private void end(Guardian guardian, FileChannel taken) {
        ending = true;
        progressOut.println("Ending the services, then the servers.");
        progressOut.flush();
        guardian.close();
        try {
            taken.close();
        } catch (IOException released) {
            // The end of this process releases it anyway.
        }
    }
}
