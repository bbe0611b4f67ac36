package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedTimesTest {

    @TempDir
    private Path folder = Path.of("");

    private List<GoldTimes> read(String content) throws IOException {
        Path file = folder.resolve("times.train");
        Files.writeString(file, content);
        return MarkedTimes.read(file);
    }

    @Test
    void readPassagesWithAndWithoutDay() throws IOException {
        List<GoldTimes> passages =
                read("# head\n== one 2025-08-18\nOn [DATE 2025-08-18|Monday].\n[DURATION P1D|A day].\n\n== two\nNo.\n");
        assertEquals(2, passages.size());
        assertEquals("On Monday.\n\nA day.", passages.get(0).report().text());
        assertEquals(
                List.of(
                        new GoldTime(new Span(3, 9), "DATE", "2025-08-18"),
                        new GoldTime(new Span(12, 17), "DURATION", "P1D")),
                passages.get(0).times());
        assertNull(passages.get(1).report().publishedAt());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            No.                     | times.train, line 1: text before the first passage
            == a~[DAY 1!x]          | times.train, line 2: DAY is no type of time expression
            == a~[DATE 2025         | times.train, line 2: a bracket belongs to no mark
            == a 2025~No.           | Passage a: 2025 is no day of publication
            """)
    void sayWhichLineIsWrong(String content, String reason) {
        String text = content.strip().replace('~', '\n').replace('!', '|') + "\n";
        assertEquals(reason, assertThrows(IOException.class, () -> read(text)).getMessage());
    }
}
