package io.averment.analysis.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import io.averment.analysis.sentence.Abbreviations;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TokenLexiconTest {

    private static @Nullable String faultOf(String forms, String contractions) {
        return assertThrows(
                        KnowledgeException.class,
                        () -> new TokenLexicon(
                                KnowledgeFile.of("forms", forms),
                                KnowledgeFile.of("contractions", contractions),
                                Abbreviations.load()))
                .getMessage();
    }

    @Test
    void refuseUnknownPiece() {
        assertEquals("forms, line 2: 'ROOT' is none of the known classes", faultOf("anti\tPREFIX\nx\tROOT\n", ""));
    }

    @Test
    void refuseRepeatedForm() {
        assertEquals("forms, line 2: 'mm' is there twice", faultOf("mm\tUNIT\nmm\tUNIT\n", ""));
    }

    @Test
    void refuseCapitals() {
        assertEquals("forms, line 1: 'MM' is not in lower case", faultOf("MM\tUNIT\n", ""));
    }

    @Test
    void refuseFormThatIsTooLong() {
        assertEquals("forms, line 1: 'abcdefghijklm' is longer than 12", faultOf("abcdefghijklm\tUNIT\n", ""));
    }

    @Test
    void refuseContractionThatDoesNotMakeUpItsWord() {
        assertEquals("contractions, line 1: the tokens do not make up the word", faultOf("", "cannot\tcan no\n"));
    }
}
