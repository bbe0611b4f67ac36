package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkedTextTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file(String content) throws IOException {
        return Files.writeString(folder.resolve("a.train"), content);
    }

    @Test
    void readNamesWithTheirSpans() throws IOException {
        List<GoldText> texts = MarkedText.read(file("""
                # A comment.
                [PERSON Mara Voss] left [PLACE Kalat].
                She smiled.

                Nobody else.
                """));
        assertEquals(2, texts.size());
        assertEquals("Mara Voss left Kalat.\nShe smiled.", texts.getFirst().text());
        assertEquals(
                List.of(new Name(new Span(0, 9), NameType.PERSON), new Name(new Span(15, 20), NameType.PLACE)),
                texts.getFirst().names());
    }

    @Test
    void labelPipelineTokens() throws IOException {
        TaggedSentence sentence = MarkedText.sentences(MarkedText.read(file("[PERSON Mara Voss] left [PLACE Kalat].")))
                .getFirst();
        assertArrayEquals(new String[] {"Mara", "Voss", "left", "Kalat", "."}, sentence.words());
        assertArrayEquals(
                new int[] {
                    Labels.of(NameType.PERSON, Labels.BEGIN),
                    Labels.of(NameType.PERSON, Labels.LAST),
                    0,
                    Labels.of(NameType.PLACE, Labels.ONLY),
                    0
                },
                sentence.labels());
    }

    @Test
    void refuseUnknownTypeByFileAndLine() throws IOException {
        Path file = file("ok\n[SHIP Amber Dawn] sank.\n");
        assertEquals(
                "a.train, line 2: 'SHIP' is no type of name",
                assertThrows(IOException.class, () -> MarkedText.read(file)).getMessage());
    }

    @Test
    void refuseOpenMark() throws IOException {
        Path file = file("[PERSON Mara Voss left.\n");
        assertEquals(
                "a.train, line 1: a mark is not closed or names nothing",
                assertThrows(IOException.class, () -> MarkedText.read(file)).getMessage());
    }
}
