package io.averment.stack.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.Launch.Stage;
import io.averment.stack.process.Launch.StopSignal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardianTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    @Test
    void endsProcessWhenPipeCloses() throws Exception {
        Running sleeper;
        try (Guardian guardian = Guardian.start(folder.resolve("guardian"))) {
            sleeper = guardian.start(launch("sleeper", List.of("sleep", "300")));
            assertTrue(sleeper.handle().isAlive());
        }

        assertFalse(sleeper.handle().isAlive());
    }

    @Test
    void endsProcessesWhenTheirOwnerIsKilled() throws Exception {
        Path pid = folder.resolve("pid");
        Process owner = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SleepingOwner.class.getName(),
                        folder.toString(),
                        pid.toString())
                .start();
        Running itself = new Running("owner", owner.toHandle(), folder);
        Waiting.until(itself, SOON, () -> Files.exists(pid));
        ProcessHandle sleeper =
                ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();

        owner.destroyForcibly();

        assertTrue(Waiting.forEnd(sleeper, SOON));
    }

    @Test
    void endsServicesBeforeServers() throws Exception {
        Path ends = folder.resolve("ends");
        try (Guardian guardian = Guardian.start(folder.resolve("guardian"))) {
            guardian.start(recordingItsEnd("server", Stage.SERVER, ends));
            Running service = guardian.start(recordingItsEnd("service", Stage.SERVICE, ends));
            Waiting.until(
                    service,
                    SOON,
                    () -> Files.exists(folder.resolve("service.ready"))
                            && Files.exists(folder.resolve("server.ready")));
        }

        assertEquals(List.of("service", "server"), Files.readAllLines(ends));
    }

    @Test
    void keepsArgumentsAndVariablesAsTheyAre() throws Exception {
        Launch launch = new Launch(
                "echo",
                Stage.SERVER,
                StopSignal.TERM,
                List.of("sh", "-c", "printf '%s|%s' \"$1\" \"$ODD\"", "sh", "it's $HOME \"so\""),
                Map.of("ODD", "a'b c$d"),
                folder.resolve("a folder"),
                folder.resolve("a log"));
        Files.createDirectories(launch.directory());
        try (Guardian guardian = Guardian.start(folder.resolve("guardian"))) {
            guardian.run(launch, SOON);
        }

        assertEquals("it's $HOME \"so\"|a'b c$d", Files.readString(launch.log()));
    }

    @Test
    void namesLogOfFailingRun() throws Exception {
        Launch launch = launch("broken", List.of("false"));
        try (Guardian guardian = Guardian.start(folder.resolve("guardian"))) {
            StackFailure failure = assertThrows(StackFailure.class, () -> guardian.run(launch, SOON));

            assertEquals("broken failed; see " + launch.log(), failure.getMessage());
        }
    }

    @Test
    void waitsForEarlierGuardian() throws Exception {
        Path own = folder.resolve("guardian");
        Guardian earlier = Guardian.start(own);
        assertFalse(Guardian.awaitEarlier(own, Duration.ofMillis(100)));

        earlier.close();

        assertTrue(Guardian.awaitEarlier(own, SOON));
    }

    private Launch recordingItsEnd(String name, Stage stage, Path ends) {
        String program = "trap 'echo " + name + " >>" + ends + "; exit' TERM; touch " + folder.resolve(name + ".ready")
                + "; while :; do sleep 0.05; done";
        return new Launch(
                name,
                stage,
                StopSignal.TERM,
                List.of("bash", "-c", program),
                Map.of(),
                folder,
                folder.resolve(name + ".log"));
    }

    private Launch launch(String name, List<String> command) {
        return new Launch(
                name, Stage.SERVER, StopSignal.TERM, command, Map.of(), folder, folder.resolve(name + ".log"));
    }
}
