package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgesTest {

    private static final String MONDAY = "2025-08-18";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A driver aged 41 was hurt.                     | aged 41 DURATION P41Y
            He died at the age of 41.                      | the age of 41 DURATION P41Y
            He retired at age 41.                          | age 41 DURATION P41Y
            A child aged 16 months was hurt.               | aged 16 months DURATION P16M
            Children aged 6 to 12 may enter.               | aged 6 to 12 DURATION P6Y
            Nobody under the age of five may enter.        | the age of five DURATION P5Y
            A boy of six was hurt.                         | six DURATION P6Y
            A girl of 12 and a man of 40 were hurt.        | 12 DURATION P12Y; 40 DURATION P40Y
            """)
    void readAge(String text, String expected) {
        assertEquals(expected, String.join("; ", Times.values(text, MONDAY)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A family of six was hurt.",
                "A man of 60 victories retired.",
                "The average age is high.",
                "They aged 1500 cheeses.",
                "She is in her thirties.",
                "The woman, in her early 30s, was hurt.",
                "The man, in his mid-30s, was hurt."
            })
    void leaveWhatIsNoAge(String text) {
        assertEquals(List.of(), Times.of(text, MONDAY));
    }
}
