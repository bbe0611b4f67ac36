package io.averment.analysis.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextFaultTest {

    @Test
    void acceptOrdinaryText() {
        assertEquals(Optional.empty(), TextFault.of("A text, with an emoji: \uD83D\uDE00"));
    }

    @Test
    void refuseBlanksAlone() {
        assertEquals(Optional.of(TextFault.EMPTY), TextFault.of(""));
        assertEquals(Optional.of(TextFault.EMPTY), TextFault.of("\uFEFF \r\n\u00A0\t"));
    }

    @Test
    void refuseNul() {
        assertEquals(Optional.of(TextFault.NUL), TextFault.of("a\0b"));
    }

    @Test
    void refuseLoneSurrogates() {
        assertEquals(Optional.of(TextFault.LONE_SURROGATE), TextFault.of("a\uD83D"));
        assertEquals(Optional.of(TextFault.LONE_SURROGATE), TextFault.of("\uDE00a"));
        assertEquals(Optional.of(TextFault.LONE_SURROGATE), TextFault.of("\uD83Da"));
    }

    @Test
    void countLengthInCodePoints() {
        String longest = "\uD83D\uDE00".repeat(Report.MAX_CODE_POINTS);
        assertEquals(Optional.empty(), TextFault.of(longest));
        assertEquals(Optional.of(TextFault.TOO_LONG), TextFault.of(longest + "a"));
    }

    @Test
    void refuseReportWithFaultyText() {
        assertThrows(IllegalArgumentException.class, () -> new Report(" ", 0, null, null, null));
    }

    @Test
    void joinHeadlineAndBodyWithBlankLine() {
        assertEquals("Head\n\nBody", Report.textOf("Head", "Body"));
        assertEquals("Head", Report.textOf("Head", null));
        assertEquals("Body", Report.textOf("", "Body"));
        assertEquals("", Report.textOf(null, null));
    }

    @Test
    void tellDatesFromOtherText() {
        assertEquals(true, PublicationDate.isValid("2025-08-18"));
        assertEquals(true, PublicationDate.isValid("2025-08-18T09:30:00+03:00"));
        assertEquals(true, PublicationDate.isValid("2025-08-18T06:30:00Z"));
        assertEquals(false, PublicationDate.isValid("2025-08-18T09:30:00"));
        assertEquals(false, PublicationDate.isValid("2025-02-30"));
        assertEquals(false, PublicationDate.isValid("18 August 2025"));
    }
}
