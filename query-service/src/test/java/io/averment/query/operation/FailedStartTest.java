package io.averment.query.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedStartTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Failed to load config value of type class java.lang.String for: a.b | a.b is not set
            Bean is not active: x. Reason: set 'quarkus.datasource.jdbc.url' | quarkus.datasource.jdbc.url is not set
            No Flyway database plugin found to handle postgres://db/query | quarkus.datasource.jdbc.url is not like jdbc:postgresql://HOST:PORT/NAME
            a.b is a demo password | a.b is a demo password
            """)
    void tellsWhatToSet(String message, String told) {
        assertEquals(
                told, FailedStart.told(new IllegalStateException("outer", new IllegalStateException(message + "\n"))));
    }
}
