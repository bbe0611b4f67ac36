package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static String edtf(String text) {
        Deadline deadline = Undertaken.onlyOf(text).deadline();
        return deadline == null ? "-" : String.valueOf(deadline.edtf());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The firm will pay the dividend by the end of the past year.      | 2024
            The firm will pay the dividend by the end of the previous year.  | 2024
            The bridge will open on the last day of February.                | 2026-02-28
            The bridge will open on the last Friday of March.                | 2026-03-27
            """)
    void moveNothingThatLiesBehindByItsWords(String text, String expected) {
        assertEquals(expected, edtf(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The sides will swap prisoners on 4 and 5 September.   | 2025-09-04/2025-09-05
            The sides will swap prisoners on 4 and 30 September.  | 2025-09-04
            """)
    void joinDaysThatFollowEachOther(String text, String expected) {
        assertEquals(expected, edtf(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The firm will pay the fine by around 30 April.              | 2026-04-30~
            The firm will pay the fine no later than 30 April.          | 2026-04-30
            The firm will pay the fine by no later than 30 April.       | 2026-04-30
            The firm will pay the fine no later than Friday, 2 July 2026. | 2026-07-02?
            """)
    void keepAboutUnlessItIsATerm(String text, String expected) {
        assertEquals(expected, edtf(text));
    }
}
