package io.averment.analysis.sentence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Report;
import io.averment.analysis.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceAnnotatorTest {

    private static void assertSentences(String text, String... sentences) {
        assertEquals(List.of(sentences), Analyses.words(text, SentenceAnnotator.SENTENCES));
    }

    @Test
    void splitAfterPeriods() {
        assertSentences("The port closed. Ships wait outside.", "The port closed.", "Ships wait outside.");
    }

    @Test
    void keepTitlesWithNames() {
        assertSentences("Gov. Ana Ruiz met Dr. Lee. They spoke.", "Gov. Ana Ruiz met Dr. Lee.", "They spoke.");
    }

    @Test
    void keepInitialsAndLettersWithPeriods() {
        assertSentences(
                "J. K. Moss left the U.S. Senate at 5 p.m. local time.",
                "J. K. Moss left the U.S. Senate at 5 p.m. local time.");
    }

    @Test
    void endAfterAbbreviationBeforeStarter() {
        assertSentences("He moved to the U.S. The move was quiet.", "He moved to the U.S.", "The move was quiet.");
    }

    @Test
    void keepNumbersWhole() {
        assertSentences("Growth was 3.5 percent in the No. 2 port.", "Growth was 3.5 percent in the No. 2 port.");
    }

    @Test
    void keepDateline() {
        assertSentences(
                "BASRA, Aug. 18 (Wire) – The canal reopened. Traffic rose.",
                "BASRA, Aug. 18 (Wire) – The canal reopened.",
                "Traffic rose.");
    }

    @Test
    void takeClosingMarksAlong() {
        assertSentences("“We are done.” The mayor left.", "“We are done.”", "The mayor left.");
    }

    @Test
    void goOnAfterQuotedQuestion() {
        assertSentences("\"Why now?\" she asked.", "\"Why now?\" she asked.");
    }

    @Test
    void endAtNameInLowerCase() {
        assertSentences("The talks ended. al-Hakim left first.", "The talks ended.", "al-Hakim left first.");
    }

    @Test
    void splitInsideQuotations() {
        assertSentences("\"It rained. We waited,\" he said.", "\"It rained.", "We waited,\" he said.");
    }

    @Test
    void endAtEveryLineOfUnwrappedText() {
        assertSentences(
                "Ports reopen\r\nThe first ship came in at noon\r\n", "Ports reopen", "The first ship came in at noon");
    }

    @Test
    void joinLinesWrappedByHand() {
        String text = """
                The harbour master told the council on Tuesday
                that the northern quay will stay closed until
                the crane has been repaired by the company
                that built it.

                Nobody objected.
                """;
        assertEquals(2, Analyses.words(text, SentenceAnnotator.SENTENCES).size());
    }

    @Test
    void endAtHeadline() {
        Report report = new Report("Ports reopen\n\nships wait.", 12, null, null, null);
        assertEquals(
                List.of(new Span(0, 12), new Span(14, 25)),
                Analyses.of(report).document().get(SentenceAnnotator.SENTENCES));
    }

    @Test
    void holdEveryVisibleCharacter() {
        assertSentences("... \uFEFF !? (A) ", "...", "!?", "(A)");
    }
}
