package io.averment.query.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.reading.ArticleSource;
import io.averment.query.record.Commitment;
import io.averment.query.record.Party;
import io.averment.query.record.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CommitmentCalendarTest {
    private static final UUID ARTICLE = UUID.fromString("0a0b0c0d-0000-4000-8000-000000000001");

    private static String calendar(String address, String sentence) {
        Party port = new Party(List.of(), "Port, Ltd", null, null, null);
        Commitment commitment = new Commitment(
                "c1",
                null,
                port,
                new Span(0, 4, "sail"),
                null,
                List.of(),
                null,
                true,
                null,
                null,
                null,
                "FIRM",
                null,
                List.of(),
                null,
                null,
                null,
                null);
        ArticleSource source = new ArticleSource(ARTICLE, 1, "Post", address, null, null, Instant.EPOCH);
        CommitmentItem item = CommitmentItem.of(source, commitment, sentence, null);
        byte[] bytes = CommitmentCalendar.of(List.of(new CommitmentCalendar.Entry(
                item, LocalDate.of(2026, 12, 31), Instant.parse("2026-11-20T10:00:00.5Z"))));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void writesOneAllDayEventForADeadline() {
        String expected = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Averment//query 1//EN
                BEGIN:VEVENT
                UID:0a0b0c0d-0000-4000-8000-000000000001:c1@averment
                DTSTAMP:20261120T100000Z
                DTSTART;VALUE=DATE:20261231
                DTEND;VALUE=DATE:20270101
                SUMMARY:Port\\, Ltd: not to sail
                DESCRIPTION:It stays\\; \\\\ it waits.\\nPost
                CATEGORIES:FIRM
                URL:https://news.example/a,b
                TRANSP:TRANSPARENT
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n");

        assertEquals(expected, calendar("https://news.example/a,b", "It stays; \\ it waits."));
    }

    @Test
    void foldsLinesWithoutCuttingACharacter() {
        String text = calendar("https://news.example/", "🚢".repeat(60) + "\r\nBEGIN:VEVENT");

        for (String line : text.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        assertTrue(text.replace("\r\n ", "").contains("DESCRIPTION:" + "🚢".repeat(60) + "\\nBEGIN:VEVENT\\nPost\r\n"));
    }

    @Test
    void leavesOutAddressesThatWouldEndTheLine() {
        String text = calendar("https://news.example/\r\nATTENDEE:x", "It waits.");

        assertTrue(!text.contains("ATTENDEE"), text);
    }
}
