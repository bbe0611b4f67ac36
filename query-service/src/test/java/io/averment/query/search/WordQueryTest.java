package io.averment.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.search.WordQuery.All;
import io.averment.query.search.WordQuery.Any;
import io.averment.query.search.WordQuery.Beginning;
import io.averment.query.search.WordQuery.Near;
import io.averment.query.search.WordQuery.Not;
import io.averment.query.search.WordQuery.Phrase;
import io.averment.query.search.WordQuery.Word;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordQueryTest {
    private static final Word FERRY = new Word("ferry");
    private static final Word PORT = new Word("port");
    private static final Word MAY = new Word("May");

    private static void assertReads(WordQuery expected, String written) {
        assertEquals(expected, WordQuery.parse(written), written);
    }

    @Test
    void takesWordsSideBySideForAllOfThem() {
        assertReads(FERRY, "ferry");
        assertReads(new All(List.of(FERRY, PORT, MAY)), "  ferry port\tMay ");
        assertReads(new All(List.of(FERRY, PORT, MAY)), "ferry AND port May");
        assertReads(new All(List.of(new Word("and"), new Word("not"), new Word("near/3"))), "and not near/3");
    }

    @Test
    void bindsAndCloserThanOr() {
        assertReads(new Any(List.of(FERRY, new All(List.of(PORT, MAY)))), "ferry OR port May");
        assertReads(new All(List.of(new Any(List.of(FERRY, PORT)), MAY)), "(ferry OR port) May");
        assertReads(new Any(List.of(FERRY, PORT, MAY)), "ferry or port OR May");
    }

    @Test
    void takesSmallOrForAWordWhereNothingCanBeJoined() {
        Word or = new Word("or");

        assertReads(new All(List.of(or, FERRY)), "or ferry");
        assertReads(new All(List.of(FERRY, or)), "ferry or");
        assertReads(new All(List.of(new All(List.of(FERRY, or)), PORT)), "(ferry or) port");
    }

    @Test
    void readsNegationBeforeAnything() {
        assertReads(new All(List.of(FERRY, new Not(PORT))), "ferry -port");
        assertReads(new All(List.of(FERRY, new Not(PORT))), "ferry AND NOT port");
        assertReads(new Not(new Any(List.of(FERRY, PORT))), "-(ferry OR port)");
        assertReads(new Not(new Phrase(List.of(FERRY, PORT))), "-\"ferry port\"");
        assertReads(new Not(new Not(FERRY)), "NOT -ferry");
    }

    @Test
    void passesOverWhatIsNoWord() {
        assertReads(new All(List.of(FERRY, PORT)), "ferry - & port !");
        assertReads(new Word("well-known"), "well-known");
        assertReads(new Word("O'Neill"), "“O’Neill”");
        assertReads(new All(List.of(FERRY, PORT)), "ferry—port…");
    }

    @Test
    void readsPhrasesAndBeginnings() {
        assertReads(new Phrase(List.of(FERRY, new Beginning("por"), MAY)), "\" ferry por* - May\"");
        assertReads(new All(List.of(new Beginning("resid"), FERRY)), "resid* \"ferry\"");
        assertReads(new Beginning("rés"), "rés*");
    }

    @Test
    void readsDistances() {
        assertReads(new Near(FERRY, PORT, 5), "ferry NEAR/5 port");
        assertReads(
                new All(List.of(new Near(new Phrase(List.of(FERRY, PORT)), new Beginning("May"), 10), MAY)),
                "(\"ferry port\") NEAR/10 May* May");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "&;2;a word, a phrase or an opening parenthesis",
                "ferry AND;10;a word, a phrase or an opening parenthesis",
                "OR ferry;1;a word, a phrase or an opening parenthesis",
                "()🚢;2;a word, a phrase or an opening parenthesis",
                "🚢 ferry) x;8;the end, or an opening parenthesis before the closing one",
                "(ferry;7;a closing parenthesis",
                "🚢 \"ferry;3;a closing quotation mark to the one here",
                "\" - \";2;a word between the quotation marks",
                "ab*;1;at least 3 letters before *",
                "fer*ry;4;* at the end of a word only",
                "ferry*s;6;* at the end of a word only",
                "ferry NEAR port;7;NEAR/1 to NEAR/10",
                "ferry NEAR/0 port;7;NEAR/1 to NEAR/10",
                "ferry NEAR/11 port;7;NEAR/1 to NEAR/10",
                "ferry NEAR/1x port;7;NEAR/1 to NEAR/10",
                "(a OR b) NEAR/2 c;10;a word or a phrase before NEAR",
                "a NEAR/2 (b OR c);10;a word or a phrase after NEAR",
                "a NEAR/2 b NEAR/2 c;12;AND, OR or the end, since NEAR stands between two things only"
            })
    void saysWhereAndWhatItExpected(String written, int position, String expected) {
        WordQueryException thrown = assertThrows(WordQueryException.class, () -> WordQuery.parse(written), written);

        assertEquals(position + ": " + expected, thrown.position() + ": " + thrown.expected());
    }

    @Test
    void boundsWordsAndLevels() {
        WordQuery.parse("a ".repeat(32));
        WordQuery.parse("(".repeat(8) + "a" + ")".repeat(8));
        WordQuery.parse("NOT ".repeat(8) + "a");

        assertEquals(65, positionOf("a ".repeat(33)));
        assertEquals(66, positionOf("\"" + "a ".repeat(33) + "\""));
        assertEquals(9, positionOf("(".repeat(9) + "a" + ")".repeat(9)));
        assertEquals(33, positionOf("NOT ".repeat(9) + "a"));
    }

    private static int positionOf(String written) {
        return assertThrows(WordQueryException.class, () -> WordQuery.parse(written))
                .position();
    }

    /** Whatever is typed is read, or refused within the text or at its end. */
    @Test
    void neverFailsOtherwise() {
        String[] pieces = {
            "a", "AND", "OR", "or", "NOT", "NEAR/3", "NEAR/", "(", ")", "\"", "-", "*", "abc*", " ", " ", "🚢", "'",
            "\\"
        };
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            StringBuilder written = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                written.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                TextSearch.of(WordQuery.parse(written.toString()));
            } catch (WordQueryException refused) {
                int length = written.codePointCount(0, written.length());
                assertEquals(true, refused.position() >= 1 && refused.position() <= length + 1, written::toString);
            }
        }
    }
}
