package io.averment.analysis.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KnowledgeFileTest {

    private enum Colour {
        RED,
        GREEN
    }

    @Test
    void readWordsInOrder() {
        KnowledgeFile file = KnowledgeFile.of("words.txt", "# a comment\nb\n\na\n");
        assertEquals(List.of("b", "a"), List.copyOf(file.words()));
    }

    @Test
    void readClasses() {
        KnowledgeFile file = KnowledgeFile.of("colours.tsv", "leaf\tGREEN\nrose\tRED\n");
        assertEquals(Map.of("leaf", Colour.GREEN, "rose", Colour.RED), file.classes(Colour.class));
    }

    @Test
    void nameLineOfUnknownClass() {
        KnowledgeFile file = KnowledgeFile.of("colours.tsv", "# head\nleaf\tBLUE\n");
        assertEquals(
                "colours.tsv, line 2: 'BLUE' is none of the known classes",
                assertThrows(KnowledgeException.class, () -> file.classes(Colour.class))
                        .getMessage());
    }

    @Test
    void nameLineOfRepeatedWord() {
        KnowledgeFile file = KnowledgeFile.of("words.txt", "a\nb\na\n");
        assertEquals(
                "words.txt, line 3: 'a' is there twice",
                assertThrows(KnowledgeException.class, file::words).getMessage());
    }

    @Test
    void nameLineWithWrongNumberOfFields() {
        KnowledgeFile file = KnowledgeFile.of("colours.tsv", "leaf\tGREEN\tlight\n");
        assertEquals(
                "colours.tsv, line 1: has 3 fields, not 2",
                assertThrows(KnowledgeException.class, () -> file.classes(Colour.class))
                        .getMessage());
    }

    @Test
    void nameLineWithOuterBlank() {
        KnowledgeFile file = KnowledgeFile.of("words.txt", "a \n");
        assertEquals(
                "words.txt, line 1: has a field that is empty or has a blank at an end",
                assertThrows(KnowledgeException.class, file::words).getMessage());
    }

    @Test
    void nameMissingFile() {
        assertEquals(
                "There is no knowledge file nothing.tsv",
                assertThrows(KnowledgeException.class, () -> KnowledgeFile.load("nothing.tsv"))
                        .getMessage());
    }
}
