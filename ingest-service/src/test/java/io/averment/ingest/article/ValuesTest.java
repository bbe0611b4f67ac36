package io.averment.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void foldsOutletNames() {
        assertEquals(new Outlet("Straße").key(), new Outlet("STRASSE").key());
        assertEquals(
                "the daily post",
                Outlet.parse(" The\u00A0Daily\n Post ").orElseThrow().key());
        assertEquals(
                "The Daily Post",
                Outlet.parse(" The\u00A0Daily\n Post ").orElseThrow().name());
        assertNotEquals(new Outlet("Daily Post").key(), new Outlet("DailyPost").key());
    }

    @Test
    void boundsOutletNames() {
        assertEquals(Optional.empty(), Outlet.parse(" \n"));
        assertTrue(Outlet.parse("é".repeat(200)).isPresent());
        assertEquals(Optional.empty(), Outlet.parse("é".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "A", "a_b", "a b", "demo\n"})
    void refusesTenantNames(String name) {
        assertEquals(Optional.empty(), Tenant.parse(name));
        assertThrows(IllegalArgumentException.class, () -> new Tenant(name));
    }

    @Test
    void readsTenantNames() {
        assertEquals(Optional.of(new Tenant("demo-2")), Tenant.parse("demo-2"));
        assertTrue(Tenant.parse("a".repeat(63)).isPresent());
        assertFalse(Tenant.parse("a".repeat(64)).isPresent());
    }

    @ParameterizedTest
    @CsvSource({"en, en", "EN-gb, en-GB", "ckb-IQ, ckb-IQ", "zh-hans-cn, zh-Hans-CN"})
    void readsLanguages(String written, String tag) {
        assertEquals(Optional.of(new Language(tag)), Language.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english language", "e", "en_GB", "en-", "x'y"})
    void refusesLanguages(String written) {
        assertEquals(Optional.empty(), Language.parse(written));
    }

    @ParameterizedTest
    @CsvSource({"2026-10-31T23:59:59.999999Z, 2026-10", "2026-11-01T00:00:00Z, 2026-11", "2027-01-01T00:00:00Z, 2027-01"
    })
    void tellsRecordMonthInUtc(Instant accepted, String month) {
        assertEquals(month, RecordMonth.of(accepted).toString());
        assertEquals(RecordMonth.of(accepted), RecordMonth.parse(month));
    }

    @Test
    void fingerprintsWhatMakesRevision() {
        var report = report("Kurdistan24", "A headline", "A body.", "2025-08-18");
        assertEquals("83ad500eb4a9b2ff30fd8aa9ab1526a45e408ded0df10315413d864fa6b54fcb", report.fingerprint());
        assertNotEquals(
                report.fingerprint(),
                report("Kurdistan 24", "A headline", "A body.", "2025-08-18").fingerprint());
        assertNotEquals(
                report.fingerprint(),
                report("Kurdistan24", "A headlin", "eA body.", "2025-08-18").fingerprint());
        assertNotEquals(
                report.fingerprint(),
                report("Kurdistan24", "A headline", "A body.", "2025-08-19").fingerprint());
    }

    @Test
    void readsTrackingParameters() throws IOException {
        var parameters = TrackingParameters.read("list", new StringReader("# no\n\nutm_*\nfbclid\n"));
        assertTrue(parameters.contains("utm_source"));
        assertTrue(parameters.contains("FBCLID"));
        assertFalse(parameters.contains("fbclid2"));
        assertFalse(parameters.contains("# no"));
    }

    @ParameterizedTest
    @CsvSource({"'a\nb c', 2", "'a\n\na', 3", "'*', 1", "'A', 1", "'a*b', 1"})
    void refusesBadLineOfTrackingParameters(String list, int line) {
        var refused = assertThrows(
                IllegalStateException.class, () -> TrackingParameters.read("list", new StringReader(list)));
        assertEquals("list, line " + line + ": not a new parameter name", refused.getMessage());
    }

    private static Report report(String outlet, String headline, String body, String publishedAt) {
        return new Report(
                new Outlet(outlet),
                null,
                null,
                null,
                new CleanText(headline, body),
                PublicationTime.parse(publishedAt).orElseThrow(),
                null);
    }
}
