package io.averment.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the executable's words do, as a process. Those that start the server are not among them. */
@Timeout(60)
class ApplicationTest {

    @TempDir
    private Path folder = Path.of("");

    private record Ended(int code, String out, String errors) {}

    private Ended run(String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Application.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        process.getOutputStream().close();
        try {
            int code = process.waitFor();
            return new Ended(code, read(out), read(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    @Test
    void printsWhatThereIs() throws Exception {
        assertEquals(new Ended(0, Application.USAGE, ""), run("--help"));
    }

    @Test
    void startsNoServerForWordsThatItDoesNotKnow() throws Exception {
        assertEquals(new Ended(2, "", Application.USAGE), run("analyse", "report.txt"));
        assertEquals(new Ended(2, "", Application.USAGE), run("migrate"));
    }

    @Test
    void handsOverToCommands() throws Exception {
        assertEquals(new Ended(2, "", "averment analyze: missing.txt: no such file\n"), run("analyze", "missing.txt"));
        assertEquals(
                new Ended(2, "", "averment knowledge: missing.tsv: no such file\n"),
                run("knowledge", "import", "geonames", "missing.tsv"));
    }
}
