package io.averment.analysis.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import io.averment.analysis.sentence.Abbreviations;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {

    private final Tokenizer tokenizer = new Tokenizer(TokenLexicon.load(Abbreviations.load()));

    private List<String> tokens(String text) {
        return List.of(tokenizer.tokens(text, new Span(0, text.length())).forms(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "They don't know, can't say and won't ask. | They do n't know , ca n't say and wo n't ask .",
                "Iraq's ministers’ cars | Iraq 's ministers ’ cars",
                "We cannot. | We can not .",
                "She'd've come | She 'd 've come",
                "Gen. A. B. Hale of the U.S. Army | Gen. A. B. Hale of the U.S. Army",
                "a U.S.-led force | a U.S. - led force",
                "Ain al-Asad, Sana'a and Al-Sa'di | Ain al - Asad , Sana'a and Al - Sa'di",
                "an anti-war e-mail | an anti-war e-mail",
                "on Jan. 5, 2025, at 7:30PM | on Jan. 5 , 2025 , at 7:30 PM",
                "$3.5bn or US$40 or 12% | $ 3.5 bn or US$ 40 or 12 %",
                "call 555-010-2233 or 555-0102 | call 555-010-2233 or 555-0102",
                "from 5-10 to 9/11 | from 5 - 10 to 9/11",
                "the 1990s and the '80s | the 1990s and the '80s",
                "see https://example.org/a_(b)?c=1. | see https://example.org/a_(b)?c=1 .",
                "(mail press@example.org) | ( mail press@example.org )",
                "on example.com, he said | on example.com , he said",
                "ERBIL (Our Paper) – The | ERBIL ( Our Paper ) – The",
                "“We ‘saw’ it,” he said… | “ We ‘ saw ’ it , ” he said …",
                "What?! No... | What ?! No ...",
                "1. First | 1. First",
                "He left in 2024. | He left in 2024 .",
                "shops, inns etc. | shops , inns etc .",
                "lives in the U.S. | lives in the U.S.",
                "AT&T and/or others | AT&T and / or others",
                "tell 'em :) | tell 'em :)",
                "he said.Then | he said . Then"
            })
    void cutLikeTreebank(String text, String expected) {
        assertEquals(List.of(expected.split(" ")), tokens(text));
    }

    @Test
    void keepMarksWithTheirLetters() {
        assertEquals(List.of("Cafe\u0301", "."), tokens("Cafe\u0301."));
    }

    @Test
    void keepJoinedSignsTogether() {
        String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
        String flag = "\uD83C\uDDEE\uD83C\uDDF6";
        assertEquals(List.of("ok", family, flag, "!"), tokens("ok " + family + flag + "!"));
    }

    @Test
    void giveOffsetsOfWholeText() {
        String text = "Stop. He didn't.";
        SentenceTokens tokens = tokenizer.tokens(text, new Span(6, 16));
        assertEquals(
                List.of(new Span(6, 8), new Span(9, 12), new Span(12, 15), new Span(15, 16)),
                List.of(tokens.span(0), tokens.span(1), tokens.span(2), tokens.span(3)));
        assertEquals(true, tokens.isGlued(2));
        assertEquals(false, tokens.isGlued(1));
    }
}
