package io.averment.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user's first command does, on ports and in a folder of its own. */
class SampleReportsIT {

    private static final long LIMIT_SECONDS = 240;
    private static final int SPAN = 40;

    @Test
    void runOncePrintsTheWholeExpectedRecord(@TempDir Path state) throws Exception {
        Path output = state.resolve("output.txt");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + Path.of("../stack/target/java.args"),
                "-Daverment.state=" + state.resolve("run"),
                "io.averment.stack.Main",
                "run",
                "--once",
                "--port-base",
                Integer.toString(freeBase()));

        Process run = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = run.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
        run.destroy();

        String said = Files.readString(output);
        assertTrue(ended, said);
        assertEquals(0, run.exitValue(), said);
    }

    /** A base from which all of a run's ports are free; the search is below the range of ports given out by the system. */
    private static int freeBase() throws IOException {
        return IntStream.iterate(12_000, base -> base < 32_000, base -> base + 100)
                .filter(base -> IntStream.rangeClosed(base + 1, base + SPAN).allMatch(Ports::isFree))
                .findFirst()
                .orElseThrow(() -> new IOException("no block of free ports"));
    }
}
