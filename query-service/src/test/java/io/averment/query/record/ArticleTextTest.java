package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArticleTextTest {

    @Test
    void countsInCodePoints() {
        ArticleText text = new ArticleText("A 🚢 left", 0);

        assertTrue(text.matches(new Span(2, 3, "🚢")));
        assertTrue(text.matches(new Span(4, 8, "left")));
        assertFalse(text.matches(new Span(5, 9, "left")));
    }

    @Test
    void refusesSpansThatAreEmptyOrOutside() {
        ArticleText text = new ArticleText("left", 0);

        assertFalse(text.matches(new Span(1, 1, "")));
        assertFalse(text.matches(new Span(-1, 1, "l")));
        assertFalse(text.matches(new Span(3, 5, "t")));
        assertFalse(text.matches(new Span(0, 2, "lef")));
        assertFalse(text.matches(new Span(2, 1, "f")));
    }

    @Test
    void knowsItsHeadline() {
        assertEquals(Optional.of("A 🚢"), new ArticleText("A 🚢\n\nbody", 3).headline());
        assertEquals(Optional.of("A 🚢"), new ArticleText("A 🚢", 3).headline());
        assertEquals(Optional.empty(), new ArticleText("body", 0).headline());
    }

    @Test
    void refusesHeadlineThatCannotBe() {
        assertThrows(RuleBrokenException.class, () -> new ArticleText("A 🚢\n\nbody", 2));
        assertThrows(RuleBrokenException.class, () -> new ArticleText("body", 5));
        assertThrows(RuleBrokenException.class, () -> new ArticleText("body", -1));
    }

    @Test
    void refusesTextThatIsEmptyOrTooLong() {
        assertThrows(RuleBrokenException.class, () -> new ArticleText("", 0));
        assertThrows(
                RuleBrokenException.class, () -> new ArticleText("🚢".repeat(ArticleText.MOST_CODE_POINTS + 1), 0));
        assertEquals(
                ArticleText.MOST_CODE_POINTS * 2,
                new ArticleText("🚢".repeat(ArticleText.MOST_CODE_POINTS), 0)
                        .content()
                        .length());
    }
}
