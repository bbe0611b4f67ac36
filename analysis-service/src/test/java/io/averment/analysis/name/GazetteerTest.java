package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

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
}
