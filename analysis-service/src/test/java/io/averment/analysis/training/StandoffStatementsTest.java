package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandoffStatementsTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void createFolders() throws IOException {
        Files.createDirectories(folder.resolve("text"));
        Files.createDirectories(folder.resolve("attributions"));
    }

    private void write(String name, String text, String attributions) throws IOException {
        Files.writeString(folder.resolve("text").resolve(name + ".txt"), text);
        Files.writeString(folder.resolve("attributions").resolve(name + ".ann"), attributions);
    }

    @Test
    void joinSpansOfRolesInCodeUnits() throws IOException {
        write("a", "\uD83D\uDE00 Go, Voss said, now.", """
                T1\tContent 2 5;16 19\tGo, now
                T2\tSource 6 10\tVoss
                T3\tCue 11 15\tsaid
                T4\tAttribution 11 15\tsaid
                E1\tAttribution:T4 Content2:T1 Source:T2 Cue:T3
                E2\tAttribution:T4 Source:T2
                """);
        List<GoldReport> reports = StandoffStatements.read(folder, name -> true);
        assertEquals(
                List.of(new GoldStatement(
                        "E1",
                        List.of(new Span(3, 6), new Span(17, 20)),
                        List.of(new Span(12, 16)),
                        List.of(new Span(7, 11)),
                        null)),
                reports.getFirst().statements());
    }

    @Test
    void readChosenTextsThatHaveAttributions() throws IOException {
        write("b", "B", "");
        write("a", "A", "");
        write("c", "C", "");
        Files.writeString(folder.resolve("text").resolve("d.txt"), "D");
        assertEquals(
                List.of("a", "b"),
                StandoffStatements.read(folder, name -> !name.equals("c")).stream()
                        .map(GoldReport::name)
                        .toList());
    }

    @Test
    void refuseWrongSpanByFileAndLine() throws IOException {
        write("a", "Some text", "\nT1\tContent 5 2\tx\n");
        assertEquals(
                "a.ann, line 2: '5 2' is no span",
                assertThrows(IOException.class, () -> StandoffStatements.read(folder, name -> true))
                        .getMessage());
    }
}
