package io.averment.analysis.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

    private static final Languages LANGUAGES = Languages.load();

    private static String code(String text) {
        return LANGUAGES.of(text).code();
    }

    /** Danish and Norwegian are written so alike that one short sentence of this set is taken for the other; nothing else is. */
    @Test
    void tellLanguagesOfSentencesNotSeenBefore() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : heldOut()) {
            String[] fields = line.split("\t", -1);
            String code = code(fields[1]);
            if (!code.equals(fields[0])) {
                wrong.add(fields[0] + " taken for " + code);
            }
        }
        assertEquals(List.of("nb taken for da"), wrong);
    }

    private static List<String> heldOut() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(LanguagesTest.class.getResourceAsStream("/language/held-out.tsv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    @Test
    void leaveShortTextOpen() {
        assertEquals("und", code("Mara Voss, Lindau"));
        assertEquals("und", code("Нет"));
        assertEquals("und", code("12.03.2025, 14:30"));
    }

    @Test
    void takeEnglishWithForeignQuotationForEnglish() {
        assertEquals("en", code("""
                        The mayor stood before the crowd and spoke in his own language.
                        Wir werden nicht warten, bis der Regen aufhört, und wir werden auch nicht schweigen.
                        He was applauded for some minutes before he left the square."""));
    }

    @Test
    void takeForeignTextWithEnglishNameForForeign() {
        assertEquals("de", code("""
                        Der Bürgermeister sprach am Abend vor einer großen Menge, wie die New York Times berichtet.
                        Er sagte, dass niemand länger warten könne, und ging dann nach Hause."""));
    }

    @Test
    void leaveMixtureWithoutMajorityOpen() {
        assertEquals("und", code("""
                        Крестьяне на юге опасаются за урожай.
                        Los agricultores del sur temen por la cosecha.
                        Οι αγρότες στον νότο φοβούνται για τη σοδειά."""));
    }

    @Test
    void letTextDecideBeforeDeclaration() {
        assertTrue(new TextLanguage("ar").isForeign("en"));
        assertFalse(new TextLanguage("en").isForeign("ar"));
        assertTrue(new TextLanguage("und").isForeign("de-AT"));
        assertFalse(new TextLanguage("und").isForeign("en-GB"));
        assertFalse(new TextLanguage("und").isForeign(null));
        assertTrue(new TextLanguage("ar").contradicts("en"));
        assertFalse(new TextLanguage("en").contradicts("en-US"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void answerForArbitraryText(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(300);
            for (int i = 0; i < length; i++) {
                text.appendCodePoint(random.nextInt(4) == 0 ? random.nextInt(0xD800) : random.nextInt(0x300));
            }
            String code = code(text.toString());
            assertTrue(code.equals("und") || LANGUAGES.known().contains(code), code);
        }
    }
}
