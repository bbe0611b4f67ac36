package io.averment.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    private static String search(String written) {
        return TextSearch.of(WordQuery.parse(written));
    }

    private static Optional<String> words(String written) {
        return TextSearch.wordsOf(WordQuery.parse(written));
    }

    @Test
    void quotesEveryWord() {
        assertEquals("'ferry'", search("ferry"));
        assertEquals("('O''Neill' & 'a\\\\b' & 'x:y|!z')", search("O'Neill a\\b x:y|!z"));
    }

    @Test
    void writesTheOperators() {
        assertEquals("('a' | ('b' & !'c'))", search("a OR b -c"));
        assertEquals("('a' <-> 'b' <-> 'c')", search("\"a b c\""));
        assertEquals("!('a' | 'b')", search("NOT (a OR b)"));
    }

    @Test
    void writesDistancesOnBothSides() {
        assertEquals("('a' <1> 'b' | 'b' <1> 'a' | 'a' <2> 'b' | 'b' <2> 'a')", search("a NEAR/2 b"));
        assertEquals("(('a' <-> 'b') <1> 'c' | 'c' <1> ('a' <-> 'b'))", search("\"a b\" NEAR/1 c"));
    }

    @Test
    void completesBeginningsThatStopWithinAnEnding() {
        assertEquals("('town':* | 'towness')", search("town*"));
        assertEquals("('bank':*)", search("bank*"));
        assertEquals(List.of("government", "governments"), Endings.completing("governm"));
        assertEquals("('Ilsem':* | 'Ilsement' | 'Ilsements')", search("Ilsem*"));
    }

    @Test
    void refusesWhatBecomesTooLarge() {
        String beginnings = "taxi* ".repeat(16);

        search('"' + beginnings + "\" \"" + beginnings + '"');
        WordQueryException thrown = assertThrows(
                WordQueryException.class, () -> search('"' + beginnings + "\" NEAR/10 \"" + beginnings + '"'));
        assertEquals(1, thrown.position());
    }

    @Test
    void namesTheWordsThatMakeATextMatch() {
        assertEquals(Optional.of("'a' | 'b' | 'c' | 'd'"), words("a \"b c\" -x OR b NEAR/3 d"));
        assertEquals(Optional.empty(), words("NOT x"));
    }
}
