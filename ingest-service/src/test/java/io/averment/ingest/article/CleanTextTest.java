package io.averment.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.averment.ingest.article.CleanText.Cleaned;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanTextTest {

    @Test
    void cleansBody() {
        assertBody("a\nb\nc", "a\r\nb\rc");
        assertBody("a", "\uFEFFa");
        assertBody("a\uFEFFb", "a\uFEFFb");
        assertBody("a\tb c d", "a\tb\u0007c\u0085d");
        assertBody("a\n\nb", "a  \t\n \u00A0\nb\u2003");
        assertBody("  a\n  b", "\n \n  a\n  b\n\n \t");
        assertBody("a\n\n\n\nb", "a\r\n\r\n\r\n\r\nb");
        assertBody("a", "\n\uFEFFa");
        assertBody("e\u0301", "e\u0301");
        assertBody("\uD83D\uDE00", "\uD83D\uDE00");
    }

    @Test
    void cleansHeadlineToOneLine() {
        assertEquals(
                new Cleaned.Kept(new CleanText("A headline of two lines", null)),
                CleanText.clean("\uFEFF  A\u00A0headline\tof\r\n two \u0001 lines\n", null));
    }

    @Test
    void leavesOutWhatIsBlank() {
        assertEquals(new Cleaned.Kept(new CleanText(null, "a")), CleanText.clean(" \n ", "a"));
        assertEquals(new Cleaned.Kept(new CleanText("a", null)), CleanText.clean("a", "\r\n\t"));
        assertEquals(new Cleaned.Empty(), CleanText.clean(" ", "\uFEFF\n"));
        assertEquals(new Cleaned.Empty(), CleanText.clean(null, null));
        assertEquals(new Cleaned.Empty(), CleanText.clean("\u200B", "\u200B\n \uFEFF\u200B\u0007\t\u2003"));
        assertEquals(new Cleaned.Kept(new CleanText(null, "a\u200Bb")), CleanText.clean("\u200B ", "a\u200Bb"));
        assertEquals(new Cleaned.Kept(new CleanText("a", null)), CleanText.clean("a", " \uFEFF"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000", "\uD83D", "a\uDE00b", "\uDE00\uD83D", "\uD83D\uD83D\uDE00"})
    void refusesWhatCannotBeKept(String text) {
        assertEquals(new Cleaned.Unkeepable(), CleanText.clean(text, null));
        assertEquals(new Cleaned.Unkeepable(), CleanText.clean("a", text));
    }

    @Test
    void countsCodePointsOfWholeText() {
        assertEquals(5, new CleanText("\uD83D\uDE00", "ab").length());
        assertEquals(1, new CleanText(null, "\uD83D\uDE00").length());
        var astral = "\uD83D\uDE00".repeat(CleanText.MAX_LENGTH);
        assertInstanceOf(Cleaned.Kept.class, CleanText.clean(null, astral));
        assertEquals(new Cleaned.TooLong(), CleanText.clean(null, astral + "a"));
        assertEquals(new Cleaned.TooLong(), CleanText.clean("a", "b".repeat(CleanText.MAX_LENGTH - 2)));
        assertInstanceOf(Cleaned.Kept.class, CleanText.clean("a", "b".repeat(CleanText.MAX_LENGTH - 3)));
    }

    @Test
    void changesNothingTheSecondTime() {
        var random = new Random(20_251_123);
        var alphabet = "ab \t\r\n\u0007\u0085\u00A0\u2028\uFEFF";
        for (var i = 0; i < 20_000; i++) {
            var text = random.ints(random.nextInt(12), 0, alphabet.length())
                    .mapToObj(index -> alphabet.substring(index, index + 1))
                    .collect(java.util.stream.Collectors.joining());
            var once = Cleaning.paragraphs(text);
            assertEquals(
                    once,
                    Cleaning.paragraphs(once),
                    () -> text.chars().boxed().toList().toString());
            var line = Cleaning.line(text);
            assertEquals(
                    line,
                    Cleaning.line(line),
                    () -> text.chars().boxed().toList().toString());
        }
    }

    private static void assertBody(String expected, String written) {
        assertEquals(new Cleaned.Kept(new CleanText(null, expected)), CleanText.clean(null, written));
    }
}
