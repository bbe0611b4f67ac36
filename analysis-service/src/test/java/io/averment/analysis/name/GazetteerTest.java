package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GazetteerTest {

    private static long[] mark(Map<String, Integer> names, String sentence) {
        IntTable table = new IntTable(names.size());
        names.forEach((name, classes) -> table.put(Gazetteer.hash(name), classes));
        int[] words = Arrays.stream(sentence.split(" ", -1)).mapToInt(Hash::of).toArray();
        return new Gazetteer(table).mark(words, new int[] {words.length});
    }

    @Test
    void markLongestNameByPosition() {
        long[] marks = mark(Map.of("New York", 1, "new york times", 2), "the new york times");
        assertArrayEquals(new long[] {0, 1L << 4, 1L << 5, 1L << 6}, marks);
    }

    @Test
    void markEveryClassOfName() {
        assertArrayEquals(new long[] {1L << 3 | 1L << 11}, mark(Map.of("Jordan", 5), "jordan"));
    }

    @Test
    void listNamesWithoutAccentsAndHyphens() {
        GazetteerSources sources = new GazetteerSources(Set.of());
        sources.add("Saint-Étienne", GazetteerSources.Kind.CITY);
        assertEquals(
                Set.of("saint-étienne", "saint-etienne", "saint - étienne", "saint - etienne"),
                sources.names(GazetteerSources.Kind.CITY));
    }

    @Test
    void listPartsOfPeoplesNames(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("people.tsv"), "# people\nPERSON\tperson:x\tMara Lena Voss\t\tgender=FEMALE\n");
        GazetteerSources sources = new GazetteerSources(Set.of());
        sources.addKnowledge(file);
        assertEquals(Set.of("mara lena voss"), sources.names(GazetteerSources.Kind.PERSON));
        assertEquals(Set.of("mara", "lena"), sources.names(GazetteerSources.Kind.FIRST_NAME));
        assertEquals(Set.of("voss"), sources.names(GazetteerSources.Kind.LAST_NAME));
    }

    @Test
    void listTellingWords() {
        GazetteerSources sources = new GazetteerSources(Set.of());
        sources.addWords(KnowledgeFile.load("name-words.tsv"));
        assertTrue(sources.names(GazetteerSources.Kind.TITLE_WORD).contains("gen"));
        assertTrue(sources.names(GazetteerSources.Kind.DEED_WORD).contains("treaty"));
        assertFalse(sources.names(GazetteerSources.Kind.BODY_WORD).contains("treaty"));
    }
}
