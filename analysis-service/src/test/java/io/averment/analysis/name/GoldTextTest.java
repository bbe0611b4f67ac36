package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldTextTest {

    @TempDir
    private Path folder = Path.of("");

    private static List<String> names(GoldText text) {
        return text.names().stream()
                .map(name -> name.type() + " " + name.span().of(text.text()))
                .toList();
    }

    @Test
    void putBlanksWherePrintHasThem() throws IOException {
        Path file = folder.resolve("outlet_1.tsv");
        Files.writeString(file, """
                Harbour\tB-Organization
                Post\tI-Organization

                “\tO
                No\tO
                ,\tO
                ”\tO
                Voss\tB-Person
                -\tI-Person
                Rawi\tI-Person
                ’\tO
                s\tO
                aides\tO
                ’\tO
                aide\tO
                (\tO
                U\tB-Location
                .\tI-Location
                S\tI-Location
                .\tI-Location
                )\tO
                said\tO
                .\tO
                """);
        GoldText text = GoldText.readTagged(List.of(file), 1, TagScheme.of("worldwide", Set.of()))
                .getFirst();
        assertEquals("outlet_1", text.id());
        assertEquals("Harbour Post\n\n“No,” Voss-Rawi’s aides’ aide (U.S.) said.", text.text());
        assertEquals(List.of("ORGANIZATION Harbour Post", "PERSON Voss-Rawi", "PLACE U.S."), names(text));
    }

    @Test
    void readSpansInCodePoints() throws IOException {
        Files.writeString(folder.resolve("a.txt"), "\uD83D\uDE00 Voss left Kalat.");
        Files.writeString(
                folder.resolve("a.gold.json"), "[[2, 6, \"PER\", \"Voss\", 2, 6], [12, 17, \"LOC\", \"Kalat\"]]");
        assertEquals(
                List.of("PERSON Voss", "PLACE Kalat"),
                names(GoldText.readFolder(folder).getFirst()));
    }

    @Test
    void leaveOutArticlesAndEndings() {
        GoldText text = new GoldText(
                "a", "The Harbour Post 's men.", List.of(new Name(new Span(0, 19), NameType.ORGANIZATION)));
        assertEquals(List.of("ORGANIZATION Harbour Post"), names(text.bare()));
    }
}
