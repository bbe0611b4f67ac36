package io.averment.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.run.RunPorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a new user's first command does, on ports and in a folder of its own. */
class SampleReportsIT {

    private static final long LIMIT_SECONDS = 240;

    @Test
    void runOncePrintsTheWholeExpectedRecord(@TempDir Path state) throws Exception {
        Path output = state.resolve("output.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + BuiltStack.JAVA_ARGUMENTS,
                "-Daverment.state=" + state.resolve("run"),
                "io.averment.stack.Main"));
        command.addAll(
                BuiltStack.words("run", "--once", "--port-base", Integer.toString(BuiltStack.freeBase(RunPorts.SPAN))));

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
}
