package io.averment.stack.upgrade;

import io.averment.stack.cluster.Endpoints;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.process.Waiting;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import java.io.IOException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The services in both versions, of which one or the other or both serve. Where both do, requests go to them in turn, as through a
 * Service of Kubernetes. As an {@link Endpoints} thread-safe; otherwise for one thread.
 */
final class Fleet implements Endpoints {

    /** As in k8s/base: migrations are a step of their own, and a stopping process serves on a while. */
    private static final Map<String, String> AS_DEPLOYED = Map.of(
            "QUARKUS_FLYWAY_MIGRATE_AT_START", "false",
            "QUARKUS_SHUTDOWN_DELAY", "5S",
            "QUARKUS_SHUTDOWN_TIMEOUT", "10S",
            "AVERMENT_LANES", "live");

    /** Of each process that consumes. */
    static final int CONSUMERS = 2;

    /** Its delay, its requests under way, its last entries of the audit log; then a pod would be killed. */
    private static final Duration END_LIMIT = Duration.ofSeconds(45);

    private final Guardian guardian;
    private final HttpClient client;
    private final Map<Version, Services> versions;
    private final Map<ServiceProgram, Map<Version, Running>> running = new EnumMap<>(ServiceProgram.class);
    private volatile Map<ServiceProgram, List<String>> serving = Map.of();
    private final AtomicInteger turn = new AtomicInteger();

    Fleet(Guardian guardian, HttpClient client, Map<Version, Services> versions) {
        this.guardian = guardian;
        this.client = client;
        this.versions = new EnumMap<>(versions);
    }

    /** Brings a service's database to a version, or finds that it is beyond it. What the command said last. */
    String migrate(ServiceProgram service, Version version) throws IOException, InterruptedException {
        return services(version).migrate(guardian, service);
    }

    /** Starts a service in a version; requests go to it once it is ready. How long that took. */
    Duration join(ServiceProgram service, Version version) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Running process = services(version).start(guardian, service, variables(service));
        services(version).awaitReady(client, service, process);
        running.computeIfAbsent(service, each -> new EnumMap<>(Version.class)).put(version, process);
        publish();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static Map<String, String> variables(ServiceProgram service) {
        Map<String, String> variables = new HashMap<>(AS_DEPLOYED);
        Consumption.of(service)
                .ifPresent(consumption -> variables.put(
                        "MP_MESSAGING_INCOMING_" + consumption.channel() + "_CONCURRENCY",
                        Integer.toString(CONSUMERS)));
        return variables;
    }

    /** Ends a service in a version; no request goes to it from now on. How long that took. */
    Duration leave(ServiceProgram service, Version version) throws StackFailure, InterruptedException {
        Running process = running.getOrDefault(service, Map.of()).remove(version);
        if (process == null) {
            throw new IllegalStateException(service + " does not run in the version " + version);
        }
        publish();
        process.requireAlive();
        long began = System.nanoTime();
        process.handle().destroy();
        if (!Waiting.forEnd(process.handle(), END_LIMIT)) {
            throw new StackFailure(version.label() + " " + process.name() + " did not end within "
                    + END_LIMIT.toSeconds() + " s; see " + process.log());
        }
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private void publish() {
        Map<ServiceProgram, List<String>> addresses = new EnumMap<>(ServiceProgram.class);
        running.forEach((service, processes) -> {
            List<String> of = new ArrayList<>();
            processes
                    .keySet()
                    .forEach(version -> of.add(address(services(version).ports(), service)));
            addresses.put(service, List.copyOf(of));
        });
        serving = addresses;
    }

    private static String address(RunPorts ports, ServiceProgram service) {
        return "http://127.0.0.1:" + ports.service(service);
    }

    private Services services(Version version) {
        Services services = versions.get(version);
        if (services == null) {
            throw new IllegalStateException("no version " + version);
        }
        return services;
    }

    /** Fails, naming it, when a process has ended by itself. */
    void requireAlive() throws StackFailure {
        for (Map<Version, Running> processes : running.values()) {
            for (Running process : processes.values()) {
                process.requireAlive();
            }
        }
    }

    @Override
    public String ingest() {
        return next(ServiceProgram.INGEST);
    }

    @Override
    public String analysis() {
        return next(ServiceProgram.ANALYSIS);
    }

    @Override
    public String query() {
        return next(ServiceProgram.QUERY);
    }

    private String next(ServiceProgram service) {
        List<String> addresses = serving.getOrDefault(service, List.of());
        if (addresses.isEmpty()) {
            throw new IllegalStateException(service + " is asked before it runs");
        }
        return addresses.get(Math.floorMod(turn.getAndIncrement(), addresses.size()));
    }
}
