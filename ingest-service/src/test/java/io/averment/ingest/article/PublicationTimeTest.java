package io.averment.ingest.article;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2025-08-18, 2025-08-18",
        "2024-02-29, 2024-02-29",
        "0001-01-01, 0001-01-01",
        "9999-12-31, 9999-12-31",
        "2025-08-18T14:05:00+03:00, 2025-08-18T14:05:00+03:00",
        "2025-08-18T14:05:00Z, 2025-08-18T14:05:00Z",
        "2025-08-18t14:05:00z, 2025-08-18T14:05:00Z",
        "2025-08-18T14:05:00+00:00, 2025-08-18T14:05:00Z",
        "2025-08-18T14:05:00.250-05:30, 2025-08-18T14:05:00.25-05:30"
    })
    void readsDayOrMoment(String written, String value) {
        assertEquals(Optional.of(new PublicationTime(value)), PublicationTime.parse(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025",
                "2025-08",
                "2025-02-29",
                "2025-13-01",
                "18.08.2025",
                "2025-08-18T14:05",
                "2025-08-18T14:05:00",
                "2025-08-18T14:05Z",
                "2025-08-18T25:00:00Z",
                "2025-08-18T14:05:60Z",
                "2025-08-18T14:05:00+19:00",
                "+12025-08-18",
                "0000-12-31",
                "0000-12-31T23:59:59Z",
                "yesterday"
            })
    void refusesAnythingElse(String written) {
        assertEquals(Optional.empty(), PublicationTime.parse(written));
    }
}
