package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrontedDeadlinesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From October, the minister said, petrol will be taxed.        | 2025-10
            By November, the mayor said, the square will be reopened.     | 2025-11
            On Wednesday, the mayor said, the square will be reopened.    | 2025-08-20
            In July, the mayor said the square would be reopened.         | -
            On Wednesday, the mayor said the square will be reopened.     | -
            """)
    void takeTimeBeforeInsertedSpeakerForDeadline(String text, String expected) {
        Deadline deadline = Undertaken.onlyOf(text).deadline();
        assertEquals(expected, deadline == null ? "-" : String.valueOf(deadline.edtf()));
    }
}
