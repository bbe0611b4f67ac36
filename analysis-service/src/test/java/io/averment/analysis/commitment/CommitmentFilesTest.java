package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The loaders of the data files refuse a wrong line by file and number. */
class CommitmentFilesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            vow;VERB;FIRM;infinitiv          | 'infinitiv' is neither a construction nor a preposition
            vow;VERB;SOLID;infinitive        | 'SOLID' is none of the known classes
            vow;ADVERB;FIRM;infinitive       | 'ADVERB' is none of the known classes
            vow;VERB;FIRM;+                  | '+' is neither a construction nor a preposition
            """)
    void refuseTriggerThatTheFormatDoesNotAllow(String line, String why) {
        KnowledgeFile file = KnowledgeFile.of("triggers.tsv", "# head\n" + line.replace(';', '\t'));
        assertEquals(
                "triggers.tsv, line 2: " + why,
                assertThrows(KnowledgeException.class, () -> TriggerLexicon.of(file))
                        .getMessage());
    }

    @Test
    void refuseTriggerThatIsThereTwice() {
        KnowledgeFile file = KnowledgeFile.of("triggers.tsv", "vow\tVERB\tFIRM\tinfinitive\nvow\tVERB\tFIRM\tobject\n");
        assertEquals(
                "triggers.tsv, line 2: 'vow' is there twice",
                assertThrows(KnowledgeException.class, () -> TriggerLexicon.of(file))
                        .getMessage());
    }

    @Test
    void refuseWordThatIsThereTwice() {
        KnowledgeFile words = KnowledgeFile.of("words.tsv", "STATE\tknow\nSTATE\tfeel know\n");
        KnowledgeFile nominals = KnowledgeFile.of("nominals.tsv", "");
        assertEquals(
                "words.tsv, line 2: 'know' is there twice as STATE",
                assertThrows(KnowledgeException.class, () -> WordUses.of(words, nominals, nominals))
                        .getMessage());
    }

    @Test
    void refuseFulfilmentWithoutItsPlace() {
        KnowledgeFile file = KnowledgeFile.of("fulfilment.tsv", "as promised\tMET\t-\nlate\tMISSED\tAFTER\n");
        assertEquals(
                "fulfilment.tsv, line 2: 'AFTER' is no place of such words",
                assertThrows(KnowledgeException.class, () -> FulfilmentReading.of(file))
                        .getMessage());
    }

    @Test
    void refusePhraseThatIsThereTwice() {
        KnowledgeFile file = KnowledgeFile.of("phrases.tsv", "as long as\tx\nas long as\ty\n");
        assertEquals(
                "phrases.tsv, line 2: 'as long as' is there twice",
                assertThrows(KnowledgeException.class, () -> new Phrases<>(file, (field, line) -> field))
                        .getMessage());
    }
}
