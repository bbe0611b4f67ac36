package io.averment.ingest.copy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextSampleTest {
    /** Sentences of which no five words follow each other twice. */
    static String text(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "On day " + i + " keeper Odra" + i + " counted lamps" + i + " and wrote figure" + i
                        + " into book" + i + '.')
                .collect(Collectors.joining(" "));
    }

    @Test
    void findsTextWithinItselfWhateverItsCaseAndPunctuation() {
        TextSample plain = TextSample.of(text(0, 30));
        TextSample shouted = TextSample.of(
                text(0, 30).toUpperCase(Locale.ROOT).replace(".", " –\n\n“").replace(" AND ", ", and "));

        assertEquals(plain, shouted);
        assertEquals(1.0, plain.containment(shouted));
    }

    @ParameterizedTest
    @ValueSource(ints = {12, 20, 28, 40})
    void findsCutCopy(int kept) {
        TextSample whole = TextSample.of(text(0, 40));
        TextSample cut = TextSample.of(text(0, kept));

        assertTrue(cut.isCopyOf(whole));
        assertTrue(whole.isCopyOf(cut));
        assertFalse(Collections.disjoint(whole.keys(), cut.keys()));
    }

    @Test
    void tellsNothingOfTextsThatAreFarApartInLength() {
        assertFalse(TextSample.of(text(0, 9)).isCopyOf(TextSample.of(text(0, 40))));
    }

    @Test
    void findsCopyWithLocalParagraphs() {
        assertTrue(TextSample.of(text(100, 110) + text(0, 30)).isCopyOf(TextSample.of(text(0, 40))));
    }

    @Test
    void takesTextsThatShareAThirdForTwo() {
        assertFalse(TextSample.of(text(0, 10) + text(100, 120)).isCopyOf(TextSample.of(text(0, 30))));
    }

    @Test
    void countsExactlyWhatIsShort() {
        TextSample one = TextSample.of(text(0, 4));
        TextSample other = TextSample.of(text(0, 3) + text(7, 8));

        // Twelve words a sentence, so 44 shingles each; of three sentences and two words behind 34 are the same.
        assertEquals(44, one.shingleCount());
        assertEquals(34.0 / 44, one.containment(other), 1e-9);
    }

    @Test
    void knowsShortTextsFromNothing() {
        assertFalse(TextSample.of("Subscribe to our letter for more of this every morning.")
                .isTelling());
        assertEquals(new TextSample(0, List.of()), TextSample.of(""));
    }

    @Test
    void readsScriptsWithoutSpaces() {
        String news = "市長は月曜日に港の橋を来年三月までに修理すると発表した。費用は十二億円になる見込みだという。";

        assertTrue(TextSample.of(news + "住民は歓迎している。").isCopyOf(TextSample.of(news)));
    }
}
