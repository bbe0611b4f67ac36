package io.averment.analysis.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LemmatizerTest {

    @ParameterizedTest
    @CsvSource({"ministries,ministry", "was,be", "Said,say", "Baghdad,Baghdad", "UN,UN", "i,I", "n't,not"})
    void writeScriptThatLeadsToLemma(String word, String lemma) {
        assertEquals(lemma, Lemmatizer.apply(Lemmatizer.script(word, lemma), word));
    }

    @ParameterizedTest
    @CsvSource({"studies,cities", "ministries,armies"})
    void writeSameScriptForSameChange(String first, String second) {
        assertEquals(
                Lemmatizer.script(first, first.replace("ies", "y")),
                Lemmatizer.script(second, second.replace("ies", "y")));
    }

    @ParameterizedTest
    @CsvSource({"l9x,Go,go"})
    void leaveWordWhereScriptDoesNotFit(String script, String word, String lemma) {
        assertEquals(lemma, Lemmatizer.apply(script, word));
    }
}
