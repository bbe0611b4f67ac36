package io.averment.stack.upgrade;

import static io.averment.stack.run.ServiceProgram.INGEST;
import static io.averment.stack.run.ServiceProgram.QUERY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.averment.stack.process.Guardian;
import io.averment.stack.process.StackFailure;
import io.averment.stack.run.PlayedService;
import io.averment.stack.run.RunFolder;
import io.averment.stack.run.RunPorts;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.run.Services;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With processes that only stand there; that each is ready is said by a server in this process. */
class FleetTest {

    /** It leaves its process id and its environment in the folder that it runs in. */
    private static final String SCRIPT = "env >environment; echo $$ >draft; mv draft id; exec sleep 300";

    @TempDir
    private Path root = Path.of("");

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<HttpServer> managements = new ArrayList<>();
    private final List<Guardian> guardians = new ArrayList<>();
    private final Map<Version, Services> versions = new EnumMap<>(Version.class);

    @AfterEach
    void end() {
        guardians.forEach(Guardian::close);
        managements.forEach(server -> server.stop(0));
        client.close();
    }

    /** In both versions of one service. */
    private Fleet fleet(ServiceProgram service) throws IOException {
        for (Version version : Version.values()) {
            HttpServer management = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            management.createContext("/q/health/ready", exchange -> {
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            management.start();
            managements.add(management);
            RunPorts ports = new RunPorts(management.getAddress().getPort() - new RunPorts(0).management(service));
            versions.put(
                    version,
                    PlayedService.of(root.resolve(version.label()), service, SCRIPT)
                            .services(new RunFolder(root.resolve(version.label() + "-state")), ports));
        }
        Guardian guardian = Guardian.start(root.resolve("processes"));
        guardians.add(guardian);
        return new Fleet(guardian, client, versions);
    }

    private Services services(Version version) {
        return Stream.ofNullable(versions.get(version)).findFirst().orElseThrow();
    }

    private String address(Version version, ServiceProgram service) {
        return "http://127.0.0.1:" + services(version).ports().service(service);
    }

    private Path file(Version version, ServiceProgram service, String name) {
        return services(version).folder().data().resolve(service.module()).resolve(name);
    }

    private ProcessHandle process(Version version, ServiceProgram service) throws IOException {
        long id = Long.parseLong(Files.readString(file(version, service, "id")).strip());
        return ProcessHandle.of(id).orElseThrow();
    }

    /** Starts it, and waits until its script has begun. */
    private void join(Fleet fleet, ServiceProgram service, Version version) throws Exception {
        fleet.join(service, version);
        CountDownLatch never = new CountDownLatch(1);
        while (!Files.exists(file(version, service, "id"))) {
            never.await(20, TimeUnit.MILLISECONDS);
        }
    }

    @Test
    void isNotAskedBeforeItRuns() throws Exception {
        Fleet fleet = fleet(INGEST);
        assertThrows(IllegalStateException.class, fleet::ingest);
        fleet.join(INGEST, Version.OLD);
        assertEquals(address(Version.OLD, INGEST), fleet.ingest());
        assertThrows(IllegalStateException.class, fleet::query);
    }

    @Test
    void sendsRequestsInTurnWhileBothVersionsServe() throws Exception {
        Fleet fleet = fleet(INGEST);
        String old = address(Version.OLD, INGEST);
        String anew = address(Version.NEW, INGEST);

        fleet.join(INGEST, Version.OLD);
        assertEquals(List.of(old, old), List.of(fleet.ingest(), fleet.ingest()));
        fleet.join(INGEST, Version.NEW);
        assertEquals(
                List.of(old, anew, old, anew), List.of(fleet.ingest(), fleet.ingest(), fleet.ingest(), fleet.ingest()));
        fleet.leave(INGEST, Version.OLD);
        assertEquals(List.of(anew, anew), List.of(fleet.ingest(), fleet.ingest()));
        fleet.leave(INGEST, Version.NEW);
        assertThrows(IllegalStateException.class, fleet::ingest);
    }

    @Test
    void endsWhatLeavesAndNothingElse() throws Exception {
        Fleet fleet = fleet(INGEST);
        join(fleet, INGEST, Version.OLD);
        join(fleet, INGEST, Version.NEW);
        ProcessHandle old = process(Version.OLD, INGEST);

        fleet.leave(INGEST, Version.OLD);

        assertFalse(old.isAlive());
        assertTrue(process(Version.NEW, INGEST).isAlive());
        fleet.requireAlive();
        assertThrows(IllegalStateException.class, () -> fleet.leave(INGEST, Version.OLD));
    }

    @Test
    void noticesWhatEndedByItself() throws Exception {
        Fleet fleet = fleet(INGEST);
        join(fleet, INGEST, Version.OLD);
        fleet.requireAlive();

        ProcessHandle process = process(Version.OLD, INGEST);
        process.destroyForcibly();
        process.onExit().join();

        String ended = "ingest-service ended by itself; its last words are in "
                + services(Version.OLD).folder().log("ingest-service");
        assertEquals(
                ended, assertThrows(StackFailure.class, fleet::requireAlive).getMessage());
        assertEquals(
                ended,
                assertThrows(StackFailure.class, () -> fleet.leave(INGEST, Version.OLD))
                        .getMessage());
    }

    @Test
    void startsAServiceAsItIsDeployed() throws Exception {
        Fleet fleet = fleet(QUERY);
        join(fleet, QUERY, Version.NEW);

        List<String> environment = Files.readAllLines(file(Version.NEW, QUERY, "environment"));

        assertTrue(environment.containsAll(List.of(
                "QUARKUS_FLYWAY_MIGRATE_AT_START=false",
                "AVERMENT_LANES=live",
                "MP_MESSAGING_INCOMING_ANALYSES_CONCURRENCY=" + Fleet.CONSUMERS,
                "QUARKUS_HTTP_PORT=" + services(Version.NEW).ports().service(QUERY))));
    }
}
