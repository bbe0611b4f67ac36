package io.averment.system;

import io.averment.stack.kafka.TopicFile;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.process.Waiting;
import io.averment.stack.run.RunFolder;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import io.averment.stack.samples.Api;
import io.averment.stack.samples.RecordList;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Three servers and three services, each of which can be killed and started again. Not thread-safe. */
final class RunningStack implements AutoCloseable {

    /** A process to be killed. */
    enum Part {
        INGEST,
        KAFKA,
        ANALYSIS,
        POSTGRES,
        QUERY,
        KEYCLOAK
    }

    /** A server that was killed leaves helpers behind for a moment, with which a new one will not share its data. */
    private static final int MOST_STARTS = 40;

    private static final Duration BETWEEN_STARTS = Duration.ofMillis(250);
    private static final Duration END_LIMIT = Duration.ofSeconds(20);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final RunPorts ports;
    private final Servers servers;
    private final Services services;
    private final Guardian guardian;
    private final Map<Part, Running> running = new LinkedHashMap<>();

    RunningStack(Path state) throws IOException {
        BuiltStack.takeProperties();
        Checkout checkout = Checkout.fromSystemProperties();
        RunFolder folder = new RunFolder(state);
        Files.createDirectories(folder.data());
        Files.createDirectories(folder.log("any").getParent());
        ports = new RunPorts(BuiltStack.freeBase(RunPorts.SPAN));
        servers = ports.servers(checkout, folder);
        services = new Services(checkout, folder, ports, servers, BuiltStack.isNative(), Services.SMALL_JVM_FLAGS);
        services.requireBuilt();
        guardian = Guardian.start(folder.processes());
    }

    /** Starts everything and waits until it is ready. */
    void start() throws IOException, InterruptedException {
        for (Part server : new Part[] {Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK}) {
            running.put(server, launch(server));
        }
        for (Part service : new Part[] {Part.INGEST, Part.ANALYSIS, Part.QUERY}) {
            running.put(service, launch(service));
        }
    }

    /** {@code kill -9} of a process and of the helpers that it started, until all of them are dead. */
    void kill(Part part) throws InterruptedException, StackFailure {
        Running victim = requirePresent(part);
        victim.requireAlive();
        // A start script may stand before the program proper, which would outlive it.
        List<ProcessHandle> family = Stream.concat(
                        Stream.of(victim.handle()), victim.handle().descendants())
                .toList();
        family.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : family) {
            if (!Waiting.forEnd(process, END_LIMIT)) {
                throw new StackFailure(part + " survived kill -9");
            }
        }
    }

    /** Starts a killed part again and waits until it is ready. */
    void restart(Part part) throws IOException, InterruptedException {
        for (int starts = 1; ; starts++) {
            try {
                running.put(part, launch(part));
                return;
            } catch (StackFailure failure) {
                if (starts == MOST_STARTS) {
                    throw failure;
                }
                Awaiting.holds(BETWEEN_STARTS, () -> false);
            }
        }
    }

    private Running launch(Part part) throws IOException, InterruptedException {
        return switch (part) {
            case POSTGRES -> {
                Running server = servers.postgres().start(guardian);
                servers.postgres().awaitReady(server);
                yield server;
            }
            case KAFKA -> {
                Running server = servers.kafka().start(guardian);
                servers.kafka().awaitReady(server, TopicFile.declared());
                yield server;
            }
            case KEYCLOAK -> {
                Running server = servers.keycloak().start(guardian);
                servers.keycloak().awaitReady(server);
                yield server;
            }
            case INGEST -> launch(ServiceProgram.INGEST);
            case ANALYSIS -> launch(ServiceProgram.ANALYSIS);
            case QUERY -> launch(ServiceProgram.QUERY);
        };
    }

    private Running launch(ServiceProgram program) throws IOException, InterruptedException {
        Running service = services.start(guardian, program);
        services.awaitReady(client, program, service);
        return service;
    }

    /** Fails, naming it, when a part has ended by itself. */
    void requireAlive() throws StackFailure {
        for (Running part : running.values()) {
            part.requireAlive();
        }
    }

    private Running requirePresent(Part part) {
        Running present = running.get(part);
        if (present == null) {
            throw new IllegalStateException(part + " was not started");
        }
        return present;
    }

    /** The services as the demo user who may send and read. */
    Api api() {
        return new Api(
                client, servers.keycloak().realmUrl(), url(ServiceProgram.INGEST), url(ServiceProgram.QUERY), "carl");
    }

    /** A list of the record, as {@code articles}. */
    RecordList list(String name, String token) {
        return new RecordList(client, url(ServiceProgram.QUERY) + "/v1/" + name, token);
    }

    String bootstrapServers() {
        return servers.kafka().bootstrapServers();
    }

    private String url(ServiceProgram service) {
        return "http://127.0.0.1:" + ports.service(service);
    }

    @Override
    public void close() {
        guardian.close();
        client.close();
    }
}
