package io.averment.query.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
    private static final ListFingerprint LIST =
            ListFingerprint.of(new Tenant("demo"), "/v1/statements", Map.of("outlet", "a"));
    private static final Cursor CURSOR = new Cursor(
            Cursor.Kind.LISTED,
            1_763_632_800_123_456L,
            new ArticleId(UUID.fromString("11111111-2222-3333-4444-555555555555")),
            7);

    @Test
    void survivesTheWayToTheClientAndBack() {
        assertEquals(CURSOR, Cursor.decode(CURSOR.encode(LIST), Cursor.Kind.LISTED, LIST));
    }

    @Test
    void isBoundToTenantListAndFilters() {
        assertNotEquals(LIST, ListFingerprint.of(new Tenant("other"), "/v1/statements", Map.of("outlet", "a")));
        assertNotEquals(LIST, ListFingerprint.of(new Tenant("demo"), "/v1/articles", Map.of("outlet", "a")));
        assertNotEquals(LIST, ListFingerprint.of(new Tenant("demo"), "/v1/statements", Map.of("outle", "ta")));
        assertInvalid(
                CURSOR.encode(LIST), ListFingerprint.of(new Tenant("demo"), "/v1/statements", Map.of("outlet", "b")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "AA", "not base64!", "AQ==", "%00"})
    void refusesWhatIsNoCursor(String text) {
        assertInvalid(text, LIST);
    }

    @Test
    void refusesCursorsThatWereChanged() {
        byte[] bytes = Base64.getUrlDecoder().decode(CURSOR.encode(LIST));

        assertInvalid(changed(bytes, 0, 2), LIST);
        assertInvalid(changed(bytes, 8, bytes[8] + 1), LIST);
        assertInvalid(changed(bytes, 9, 0x7f), LIST);
        assertInvalid(changed(bytes, 9, 0x80), LIST);
        assertInvalid(changed(bytes, 33, 0x80), LIST);
        assertInvalid(CURSOR.encode(LIST) + "AAAA", LIST);
        assertInvalid(CURSOR.encode(LIST).substring(4), LIST);
    }

    @Test
    void standsForPlacesInOneOrderOnly() {
        Cursor recorded = Cursor.afterAllOf(5);

        assertEquals(recorded, Cursor.decode(recorded.encode(LIST), Cursor.Kind.RECORDED, LIST));
        assertInvalid(recorded.encode(LIST), LIST);
        assertEquals(recorded, Cursor.afterAllOf(4).orLater(recorded));
        assertEquals(recorded, recorded.orLater(Cursor.afterAllOf(4)));
    }

    private static String changed(byte[] bytes, int index, int value) {
        byte[] changed = bytes.clone();
        changed[index] = (byte) value;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
    }

    private static void assertInvalid(String text, ListFingerprint list) {
        assertEquals(
                ProblemType.INVALID_CURSOR,
                assertThrows(ProblemException.class, () -> Cursor.decode(text, Cursor.Kind.LISTED, list))
                        .type());
    }
}
