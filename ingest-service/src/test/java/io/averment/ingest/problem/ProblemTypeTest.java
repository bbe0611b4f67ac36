package io.averment.ingest.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTypeTest {

    @ParameterizedTest
    @CsvSource({
        "400, invalid-request",
        "401, unauthorized",
        "403, forbidden",
        "404, not-found",
        "405, method-not-allowed",
        "406, not-acceptable",
        "413, body-too-large",
        "414, address-too-long",
        "415, unsupported-media-type",
        "409, invalid-request",
        "429, too-many-requests",
        "500, internal",
        "502, internal",
        "503, unavailable"
    })
    void knowsProblemOfEveryStatus(int status, String code) {
        assertEquals(code, ProblemType.ofStatus(status).code());
    }

    @Test
    void namesKindByAddress() {
        assertEquals("/problems/text-too-long", ProblemType.TEXT_TOO_LONG.uri());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "53300", "55P03", "40001"})
    void takesPassingFailureForUnavailability(String state) {
        assertTrue(Unavailability.isBehind(new IllegalStateException(new SQLException("x", state))));
    }

    @Test
    void tellsFaultsFromUnavailability() {
        assertTrue(Unavailability.isBehind(new SQLException("no connection in time")));
        assertFalse(Unavailability.isBehind(new UncheckedIOException(new java.io.IOException())));
        assertFalse(Unavailability.isBehind(new IllegalStateException(new SQLException("x", "23505"))));
        assertFalse(Unavailability.isBehind(new IllegalStateException()));
    }
}
