package io.averment.stack.run;

import io.averment.stack.process.Guardian;
import io.averment.stack.process.Launch;
import io.averment.stack.process.Running;
import io.averment.stack.process.StackFailure;
import io.averment.stack.process.Waiting;
import io.averment.stack.servers.Checkout;
import io.averment.stack.servers.Servers;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The three services as processes.
 *
 * @param checkout what they are built in
 * @param folder where a run keeps its files
 * @param ports where they listen
 * @param servers what they talk to
 * @param nativeExecutables whether to start those instead of the JVM
 * @param jvmFlags how the JVM is started
 */
public record Services(
        Checkout checkout,
        RunFolder folder,
        RunPorts ports,
        Servers servers,
        boolean nativeExecutables,
        List<String> jvmFlags) {

    /** For services that start fast and stay small. */
    public static final List<String> SMALL_JVM_FLAGS = List.of(
            "-Xms32m",
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    /** For services that are measured: as in production. */
    public static final List<String> JVM_FLAGS_TO_MEASURE =
            List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED");

    /** Long, for a machine that is busy with other things: a service that fails ends, which is seen at once. */
    private static final Duration START_LIMIT = Duration.ofMinutes(6);

    private static final Duration MIGRATION_LIMIT = Duration.ofMinutes(4);
    private static final Duration CALL_LIMIT = Duration.ofSeconds(5);
    private static final Duration READY_STEP = Duration.ofMillis(50);

    /** Fails, saying what to do, when a service's program is not there. */
    public void requireBuilt() throws IOException {
        for (ServiceProgram service : ServiceProgram.values()) {
            command(service);
        }
    }

    /** Starts all three; they wait for each other in no way. */
    public Map<ServiceProgram, Running> start(Guardian guardian) throws IOException {
        Map<ServiceProgram, Running> started = new EnumMap<>(ServiceProgram.class);
        for (ServiceProgram service : ServiceProgram.values()) {
            started.put(service, start(guardian, service));
        }
        return started;
    }

    /** Starts one of them. */
    public Running start(Guardian guardian, ServiceProgram service) throws IOException {
        return start(guardian, service, Map.of());
    }

    /** The same with variables beside those that it is started with otherwise, or instead of them. */
    public Running start(Guardian guardian, ServiceProgram service, Map<String, String> variables) throws IOException {
        return guardian.start(launch(service, service.module(), command(service), variables));
    }

    /**
     * Runs a service's command {@code migrate} to its end, as a step of its own like in production.
     *
     * @return what it said of where the database is
     * @throws StackFailure if it fails, as where the service has no database or that refuses, or says nothing of the kind
     */
    public String migrate(Guardian guardian, ServiceProgram service) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(command(service));
        command.add("migrate");
        Launch launch = launch(service, service.module() + "-migration", command, Map.of());
        // Of an earlier one, whose output this one's is added to.
        int earlierLines =
                Files.exists(launch.log()) ? Files.readAllLines(launch.log()).size() : 0;
        guardian.run(launch, MIGRATION_LIMIT);
        // Other lines may follow it.
        return Files.readAllLines(launch.log()).stream()
                .skip(earlierLines)
                .filter(line -> line.startsWith("The database is "))
                .reduce((earlier, later) -> later)
                .orElseThrow(() ->
                        new StackFailure(launch.name() + " did not say where the database is; see " + launch.log()));
    }

    private Launch launch(ServiceProgram service, String name, List<String> command, Map<String, String> variables) {
        Map<String, String> environment = new HashMap<>(service.environment(ports, servers));
        environment.putAll(variables);
        return new Launch(
                name,
                Launch.Stage.SERVICE,
                Launch.StopSignal.TERM,
                command,
                environment,
                folder.data().resolve(service.module()),
                folder.log(name));
    }

    /** How a service's program is started; arguments may follow. */
    public List<String> command(ServiceProgram service) throws IOException {
        if (nativeExecutables) {
            return service.nativeCommand(checkout);
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(jvmFlags);
        command.addAll(List.of("-jar", service.jar(checkout.root()).toString()));
        return command;
    }

    /** Waits until a service says on its management port that it is ready for work. */
    public void awaitReady(HttpClient client, ServiceProgram service, Running process)
            throws IOException, InterruptedException {
        awaitReady(client, service, process, READY_STEP);
    }

    /** The same, asking as often as {@code step} says. */
    public void awaitReady(HttpClient client, ServiceProgram service, Running process, Duration step)
            throws IOException, InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + ports.management(service) + "/q/health/ready");
        HttpRequest question =
                HttpRequest.newBuilder(health).timeout(CALL_LIMIT).build();
        Waiting.until(
                process,
                START_LIMIT,
                step,
                () -> client.send(question, HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }
}
