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

    /**
     * The marks of a text with the words in brackets.
     *
     * @param told the phrases, a line end, the terms alone, and a line for each word of a term
     */
    private static List<Extent> marks(String bracketed, String told) {
        String marked = bracketed.replace('[', MarkedText.OPENING).replace(']', MarkedText.CLOSING);
        return new MarkedText(bracketed.replace("[", "").replace("]", ""), marked + MarkedText.DIVIDER + told)
                .highlights()
                .getFirst()
                .marks();
    }

    @Test
    void marksPhrasesAsOneAndTheirWordsNowhereElse() {
        assertEquals(List.of(new Extent(4, 7)), marks("[b] x [a] [b], [b]", "0 1\n\n0 a\n1 b"));
        assertEquals(List.of(new Extent(0, 3), new Extent(4, 7)), marks("[a] [b] [a]-[b] x", "0 1\n\n0 a\n1 b"));
        assertEquals(List.of(new Extent(0, 5)), marks("[a] [a] [b]", "0 0 1,0 1\n\n0 a\n1 b"));
    }

    @Test
    void marksWordsThatAreAskedForAloneToo() {
        assertEquals(List.of(new Extent(0, 3), new Extent(4, 5)), marks("[a] [b] [b] [a]", "0 1\n1\n0 a\n1 b"));
    }

    /** The second term is never looked for, so any word may stand in its place, and none need stand at an end. */
    @Test
    void passesOverWhatIsNeverLookedFor() {
        assertEquals(List.of(new Extent(0, 6)), marks("[a] of [b] [a] [b]", "0 1 2\n\n0 a\n1 \n2 b"));
        assertEquals(List.of(new Extent(3, 6)), marks("of [a] [b] x [b]", "1 0 2 1\n\n0 a\n1 \n2 b"));
    }

    @Test
    void marksWordsWhereNoPhraseCanBeFoundAgain() {
        assertEquals(List.of(new Extent(0, 1), new Extent(4, 5)), marks("[a] x [b]", "0 1\n\n0 a\n1 b"));
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
