package io.averment.analysis.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What README shows of {@code analyze} is what a reader gets who repeats it. */
class ReadmeExampleTest {

    private static final String TEXT = "cat >ferry.txt <<'REPORT'\n";
    private static final String END_OF_TEXT = "REPORT\n";
    private static final String COMMAND =
            "$ ./averment analyze --published-at 2026-04-10 --outlet \"Harbour Gazette\" ferry.txt\n";
    private static final String END_OF_BLOCK = "```";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void printWhatReadmeShows() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        Path file = Files.writeString(folder.resolve("ferry.txt"), between(readme, TEXT, END_OF_TEXT));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new AnalyzeCommand(
                        new ByteArrayInputStream(new byte[0]),
                        out,
                        new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                        Map.of())
                .execute(List.of("--published-at", "2026-04-10", "--outlet", "Harbour Gazette", file.toString()));
        assertEquals(0, code);
        assertEquals(
                between(readme, COMMAND, END_OF_BLOCK),
                out.toString(StandardCharsets.UTF_8).replace(file.toString(), "ferry.txt"));
    }

    private static String between(String text, String start, String end) {
        int from = text.indexOf(start) + start.length();
        return text.substring(from, text.indexOf(end, from));
    }
}
