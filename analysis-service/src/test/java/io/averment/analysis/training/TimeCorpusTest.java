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

class TimeCorpusTest {

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void writeCorpus() throws IOException {
        Files.writeString(folder.resolve("dates.tsv"), "a\t2025-08-18\nb\t2025-08-19\n");
        Files.writeString(folder.resolve("a.txt"), "\uD83D\uDE00 On Monday.");
        Files.writeString(folder.resolve("a.gold.json"), "[[5, 11, \"DATE\", \"2025-08-18\", \"Mon\\\"day\"]]");
    }

    @Test
    void readSpansInCodePoints() throws IOException {
        List<GoldTimes> texts = TimeCorpus.read(folder, "a"::equals);
        assertEquals(1, texts.size());
        assertEquals("2025-08-18", texts.getFirst().report().publishedAt());
        assertEquals(
                List.of(new GoldTime(new Span(6, 12), "DATE", "2025-08-18")),
                texts.getFirst().times());
    }

    @Test
    void refuseGoldOfOtherForm() throws IOException {
        Files.writeString(folder.resolve("a.gold.json"), "[[5, 11, \"DATE\"]]");
        assertEquals(
                "a.gold.json has more than time expressions",
                assertThrows(IOException.class, () -> TimeCorpus.read(folder, "a"::equals))
                        .getMessage());
    }
}
