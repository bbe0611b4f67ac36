package io.averment.query.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.record.Extent;
import io.averment.query.record.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkedTextTest {

    /** The words in brackets are those that were searched. */
    private static MarkedText text(String bracketed) {
        return new MarkedText(
                bracketed.replace("[", "").replace("]", ""),
                bracketed.replace('[', MarkedText.OPENING).replace(']', MarkedText.CLOSING));
    }

    @Test
    void countsCodePoints() {
        assertEquals(
                List.of(new Highlight(0, 17, "🚢 The ferry sails", List.of(new Extent(6, 11)))),
                text("🚢 The [ferry] sails").highlights());
        assertEquals(List.of(), text("The ferry sails").highlights());
    }

    @Test
    void showsTheOriginalWhereItsPunctuationWasMadePlain() {
        String marked = "\"" + MarkedText.OPENING + "Ferry" + MarkedText.CLOSING + "\"";

        assertEquals(
                List.of(new Highlight(0, 7, "“Ferry”", List.of(new Extent(1, 6)))),
                new MarkedText("“Ferry”", marked).highlights());
    }

    @Test
    void cutsBetweenWordsAroundTheMarks() {
        String before = "one two ".repeat(50);
        String after = " six ten".repeat(50);
        List<Highlight> highlights = text(before + "[ferry]" + after).highlights();

        assertEquals(1, highlights.size());
        Highlight highlight = highlights.getFirst();
        assertEquals(List.of(new Extent(400, 405)), highlight.marks());
        assertEquals((before + "ferry" + after).substring(highlight.start(), highlight.end()), highlight.text());
        assertTrue(highlight.text().matches("(one|two) .* (six|ten)"), highlight.text());
        int length = highlight.end() - highlight.start();
        assertTrue(length > 190 && length <= MarkedText.LONGEST_HIGHLIGHT, () -> "length " + length);
    }

    @Test
    void prefersPartsWithMoreOfTheWords() {
        String gap = " word".repeat(60);
        List<Highlight> highlights = text("[ferry]" + gap + " [port]" + gap + " [ferry] [ferry]" + gap
                        + " [ferry] [port] " + gap + " [ferry]")
                .highlights();

        assertEquals(
                List.of(1, 2, 2),
                highlights.stream().map(highlight -> highlight.marks().size()).toList());
        assertEquals(
                List.of("ferry word", "ferry ferry", "ferry port"),
                highlights.stream()
                        .map(highlight -> highlight.text().replaceAll("^(?:word )*", ""))
                        .map(text -> text.replaceAll("^(\\S+ \\S+).*", "$1"))
                        .toList());
    }

    @Test
    void translatesPlacesInSpansToPlacesInTheArticle() {
        List<Span> spans = List.of(new Span(10, 19, "The ferry"), new Span(40, 45, "sails"));

        assertEquals(
                List.of(
                        new Highlight(10, 19, "The ferry", List.of(new Extent(14, 19))),
                        new Highlight(40, 45, "sails", List.of(new Extent(40, 45)))),
                text("The [ferry] [sails]").highlights(spans));
    }

    @Test
    void showsAtMostThreePartsThatDoNotMeet() {
        List<Highlight> highlights = text("[ferry] sails ".repeat(400)).highlights();

        assertEquals(3, highlights.size());
        for (int i = 1; i < highlights.size(); i++) {
            assertTrue(highlights.get(i - 1).end() <= highlights.get(i).start());
        }
    }
}
