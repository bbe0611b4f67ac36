package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.time.TimeExpression.Unresolved;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates in digits, of which the text must say whether the day or the month comes first. */
class DateOrderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            2025-08-18 | It began on 05/06/2026 and ended on 23/06/2026.   | 05/06/2026 2026-06-05 2026-06-05..2026-06-05
            2025-08-18 | It began on 05/06/2026 and ended on 06/23/2026.   | 05/06/2026 2026-05-06 2026-05-06..2026-05-06
            2025-08-18 | It began on Friday, 05/06/2026.                   | Friday, 05/06/2026 2026-06-05 2026-06-05..2026-06-05
            2026-06-05 | It began on 05/06/2026.                           | 05/06/2026 2026-06-05 2026-06-05..2026-06-05
            2026-05-06 | It began on 05/06/2026.                           | 05/06/2026 2026-05-06 2026-05-06..2026-05-06
            2025-08-18 | It began on 05/05/2026.                           | 05/05/2026 2026-05-05 2026-05-05..2026-05-05
            2025-08-18 | It began on 05.06.2026.                           | 05.06.2026 2026-06-05 2026-06-05..2026-06-05
            2025-08-18 | It began on 05/06/26.                             | 05/06/26 2026-XX-XX 2026-05-06..2026-06-05 AMBIGUOUS
            -          | It began on 05/06/2026.                           | 05/06/2026 2026-XX-XX 2026-05-06..2026-06-05 AMBIGUOUS
            2025-08-18 | It ran from 05/06/2026 to 23/06/2026, not 06/23/2026. | 05/06/2026 2026-XX-XX 2026-05-06..2026-06-05 AMBIGUOUS
            2025-08-18 | It began on 05/06/2026, under number 45/13/2027.     | 05/06/2026 2026-XX-XX 2026-05-06..2026-06-05 AMBIGUOUS
            2025-08-18 | It began on 05/06/2026 at 5 p.m.                  | 05/06/2026 at 5 p.m. 2026-XX-XXT17:00 2026-05-06..2026-06-05 AMBIGUOUS
            """)
    void readOrderThatTextShows(@Nullable String publishedAt, String text, String expected) {
        assertEquals(expected, Times.first(text, publishedAt));
    }

    @Test
    void writeBothDaysWhereNothingShowsOrder() {
        TimeExpression time = Times.of("It began on 12/01/2026.", "2025-08-18").getFirst();
        assertEquals("[2026-01-12,2026-12-01]", time.edtf());
        assertEquals(Unresolved.AMBIGUOUS, time.unresolved());
    }
}
