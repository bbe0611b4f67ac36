package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeRulesTest {

    private static String fault(Runnable loading) {
        return String.valueOf(
                assertThrows(KnowledgeException.class, loading::run).getMessage());
    }

    private static Vocabulary vocabulary(String words) {
        NamedDays days = new NamedDays(KnowledgeFile.of("days.tsv", "may day\tFIXED 5 1\n"));
        return new Vocabulary(KnowledgeFile.of("words.tsv", words), days, Map.of(), Set.of());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            POINT ~( MONTH           | has a '(' that is not closed
            POINT ~MONTH )           | has a ')' that closes nothing
            POINT ~( MONTH _ )       | has an empty part
            POINT ~$day              | $day is not defined before
            DOT ~MONTH               | 'DOT' is none of the known classes
            POINT ~MOON              | 'MOON' is none of the known classes
            """)
    void nameLineOfWrongPattern(String line, String reason) {
        KnowledgeFile file = KnowledgeFile.of(
                "patterns.tsv", "# head\n" + line.strip().replace(" ~", "\t").replace('_', '|') + "\n");
        assertEquals("patterns.tsv, line 2: " + reason, fault(() -> new PatternReader(file)));
    }

    @Test
    void refusePartDefinedTwice() {
        KnowledgeFile file = KnowledgeFile.of("patterns.tsv", "$day\tDAY\n$day\tISO\n");
        assertEquals("patterns.tsv, line 2: $day is defined twice", fault(() -> new PatternReader(file)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Week~UNIT~WEEK~ANY     | 'Week' is not written in lower case with single blanks
            week~UNIT~WEAK~ANY     | 'WEAK' is none of the known classes
            june~MONTH~six~ANY     | 'six' is no whole number
            weekly~FREQUENCY~7~ANY | '7' is no period
            june~MONTH~6~LOUD      | 'LOUD' is none of the known classes
            """)
    void nameLineOfWrongWord(String line, String reason) {
        assertEquals("words.tsv, line 1: " + reason, fault(() -> vocabulary(line.replace('~', '\t') + "\n")));
    }

    @Test
    void refuseWordThatIsThereTwice() {
        assertEquals(
                "words.tsv, line 2: 'june' is there twice as MONTH",
                fault(() -> vocabulary("june\tMONTH\t6\tANY\njune\tMONTH\t7\tANY\n")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            FIXED 2 30   | 'FIXED 2 30' is no rule for a day
            FIXED 2      | FIXED needs 2 numbers
            NTH 11 9 4   | 'NTH 11 9 4' is no rule for a day
            NTH 11 x 4   | 'NTH 11 x 4' is no rule for a day
            LUNAR 1      | 'LUNAR' is none of the known classes
            """)
    void nameLineOfWrongDay(String rule, String reason) {
        KnowledgeFile file = KnowledgeFile.of("days.tsv", "feast\t" + rule + "\n");
        assertEquals("days.tsv, line 1: " + reason, fault(() -> new NamedDays(file)));
    }

    @Test
    void refuseContextAndPhraseThatAreThereTwice() {
        assertEquals(
                "contexts.tsv, line 2: 'until' is there twice as OPENS",
                fault(() -> new Surroundings(KnowledgeFile.of("contexts.tsv", "until\tOPENS\nuntil\tOPENS\n"))));
        assertEquals(
                "phrases.tsv, line 2: 'now' is there twice",
                fault(() ->
                        new Phrases(KnowledgeFile.of("phrases.tsv", "now\tDATE\tPRESENT_REF\nnow\tDATE\tPAST_REF\n"))));
    }

    @Test
    void refuseCueWithTwoWordsOrNone() {
        assertEquals(
                "cues.tsv, line 2: AGO has two words",
                fault(() -> new Cues(KnowledgeFile.of("cues.tsv", "ago\tAGO\nsince\tAGO\n"))));
        assertEquals(
                "cues.tsv, line 0: A has no word", fault(() -> new Cues(KnowledgeFile.of("cues.tsv", "ago\tAGO\n"))));
    }

    @ParameterizedTest
    @CsvSource({
        "1961, 1961-04-02, 1961-04-09",
        "2000, 2000-04-23, 2000-04-30",
        "2024, 2024-03-31, 2024-05-05",
        "2025, 2025-04-20, 2025-04-20",
        "2038, 2038-04-25, 2038-04-25"
    })
    void reckonEasterOfBothChurches(int year, LocalDate western, LocalDate eastern) {
        NamedDays days = new NamedDays(KnowledgeFile.of("days.tsv", "easter\tEASTER 0\npascha\tPASCHA 0\n"));
        assertEquals(western, days.in(0, year));
        assertEquals(eastern, days.in(1, year));
    }

    @Test
    void loadFilesThatShip() {
        assertEquals(6, TimeRules.load().files().size());
    }
}
