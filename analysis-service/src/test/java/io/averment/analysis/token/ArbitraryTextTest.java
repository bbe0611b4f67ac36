package io.averment.analysis.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.document.Blanks;
import io.averment.analysis.document.Span;
import io.averment.analysis.sentence.Abbreviations;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text: each visible character lies in exactly one token, in order, and the time is linear. */
class ArbitraryTextTest {

    private static final int MEBIBYTE = 1 << 20;
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final String[] PIECES = {
        "a",
        "B",
        "7",
        " ",
        ".",
        ",",
        "'",
        "’",
        "\"",
        "-",
        "–",
        "/",
        "@",
        "&",
        "*",
        "_",
        "$",
        "%",
        ":",
        "(",
        ")",
        "#",
        "+",
        "\n",
        "n't",
        "'s",
        "http://",
        "www.",
        "e",
        "\u0301",
        "\u200D",
        "\uD83D\uDE00",
        "\uD83C\uDDEE",
        "ß",
        "ي",
        "漢",
        "U.S.",
        "anti-",
        "1.",
        "mm",
        "p.m.",
        "cannot",
        ".com",
        "\u00AD",
        "\uFEFF",
        "\t",
        "!",
        "?",
        "…",
        "``",
        "`"
    };

    private final Tokenizer tokenizer = new Tokenizer(TokenLexicon.load(Abbreviations.load()));

    private void requireEveryCharacter(String text) {
        SentenceTokens tokens = tokenizer.tokens(text, new Span(0, text.length()));
        int at = 0;
        for (int i = 0; i < tokens.size(); i++) {
            requireBlank(text, at, tokens.start(i));
            assertTrue(tokens.end(i) > tokens.start(i));
            at = tokens.end(i);
        }
        requireBlank(text, at, text.length());
    }

    private static void requireBlank(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            assertTrue(Blanks.isBlank(text.charAt(i)), "a visible character is lost");
        }
    }

    @Test
    void loseNoCharacterOfMixtures() {
        Random random = new Random(20250818);
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder();
            int pieces = 1 + random.nextInt(40);
            for (int i = 0; i < pieces; i++) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            requireEveryCharacter(text.toString());
        }
    }

    @Test
    void loseNoCharacterOfRandomCodePoints() {
        Random random = new Random(7);
        for (int round = 0; round < 2000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 30; i++) {
                int codePoint = random.nextInt(4) == 0 ? random.nextInt(0x110000) : random.nextInt(0x3000);
                if (!Character.isSurrogate((char) codePoint) || codePoint > 0xFFFF) {
                    text.appendCodePoint(codePoint);
                }
            }
            requireEveryCharacter(text.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "7",
                "'",
                "’",
                "\"",
                ".",
                "-",
                "a-",
                "7-",
                "a.",
                "7.",
                "a'",
                "'s",
                "a&",
                "a/",
                "a*",
                "_",
                "@",
                "a@",
                "www.",
                "http://)",
                "anti-",
                "\uD83D\uDE00",
                "\uD83C\uDDEE",
                "\u0301",
                "\u200D",
                "$",
                "A$",
                "!",
                "?.",
                "(",
                "漢",
                "a ",
                "U.S.",
                "n't",
                "a_"
            })
    void stayLinearOn(String piece) {
        String text = piece.repeat(MEBIBYTE / piece.length());
        assertTimeoutPreemptively(LIMIT, () -> requireEveryCharacter(text));
    }

    @Test
    void giveNothingForNothing() {
        assertEquals(0, tokenizer.tokens(" \n ", new Span(0, 3)).size());
    }
}
