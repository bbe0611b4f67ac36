package io.averment.query.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamesAndDatesTest {

    @Test
    void foldsOutletNamesToOneKey() {
        assertEquals("the harbour post", new Outlet(" The\u00a0HARBOUR \t Post ").key());
        assertEquals(new Outlet("STRASSE").key(), new Outlet("Straße").key());
        assertEquals(new Outlet("Press 1").key(), new Outlet("Ｐress １").key());
    }

    @Test
    void takesTheDayThatIsWritten() {
        assertEquals(
                LocalDate.of(2025, 8, 18), PublicationDate.parse("2025-08-18").day());
        assertEquals(
                LocalDate.of(2025, 8, 18),
                PublicationDate.parse("2025-08-18T00:30:00+03:00").day());
    }

    @Test
    void refusesWhatIsNoPublicationDate() {
        assertThrows(RuleBrokenException.class, () -> PublicationDate.parse("2025-13-01"));
        assertThrows(RuleBrokenException.class, () -> PublicationDate.parse("2025-08-18T00:30:00"));
        assertThrows(RuleBrokenException.class, () -> PublicationDate.parse("+12025-08-18"));
    }

    @Test
    void takesTheMonthInUtc() {
        assertEquals(
                "2026-11", RecordMonth.of(Instant.parse("2026-11-30T23:59:59Z")).toString());
        assertEquals(
                LocalDate.of(2026, 12, 1),
                RecordMonth.of(Instant.parse("2026-12-01T00:00:00Z")).firstDay());
    }

    @Test
    void readsOnlyWholeIds() {
        String id = "11111111-2222-3333-4444-555555555555";

        assertEquals(id, ArticleId.parse(id).orElseThrow().toString());
        assertEquals(Optional.empty(), ArticleId.parse("1-2-3-4-5"));
        assertEquals(Optional.empty(), ArticleId.parse("11111111-2222-3333-4444-55555555555x"));
    }

    @Test
    void refusesTenantsThatCouldNotBeClaims() {
        assertThrows(RuleBrokenException.class, () -> new Tenant(""));
        assertThrows(RuleBrokenException.class, () -> new Tenant("-demo"));
        assertThrows(RuleBrokenException.class, () -> new Tenant("Demo"));
        assertThrows(RuleBrokenException.class, () -> new Tenant("d".repeat(64)));
    }
}
