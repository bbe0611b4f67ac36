package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times whose year is found from another time or from what the year has. */
class OtherYearsTest {

    private static final String NOVEMBER = "2026-11-26";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The road is closed from 10 December to early February. | DATE 2027-02 2027-02-01/2027-02-09
            The road is closed from 10 December to late February.  | DATE 2027-02 2027-02-20/2027-02-28
            The road is closed from 10 December until 9 p.m. on 30 June. | TIME 2027-06-30T21:00 2027-06-30T21:00:00
            The road is closed from 10 December to about 30 June.  | DATE 2027-06-30 2027-06-30~
            """)
    void keepsWhatIsSaidOfTheEndOfAStretch(String text, String expected) {
        TimeExpression end = Times.of(text, "2026-07-20").getLast();
        assertEquals(expected, end.type() + " " + end.value() + " " + end.edtf());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The court sat on the fifth Monday of May.               | XXXX-05-XX -..- NO_SUCH_DAY
            The court will sit on the fifth Monday of May.          | 2027-05-31 2027-05-31..2027-05-31
            The court sat on the fifth Sunday of last March.        | 2026-03-29 2026-03-29..2026-03-29
            The court will sit on the fifth Monday of next February. | XXXX-02-XX -..- NO_SUCH_DAY
            """)
    void choosesTheMonthBeforeItsDay(String text, String expected) {
        String last = Times.last(text, NOVEMBER);
        assertEquals(expected, last.substring(last.indexOf(expected.substring(0, 4))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The talks begin on Friday, 2 July 2026 at 10am.   | TIME 2026-07-02T10:00 2026-07-02?
            The talks begin on Thursday, 2 July 2026 at 10am. | TIME 2026-07-02T10:00 2026-07-02T10:00:00
            """)
    void keepsDoubtOfADayWithAnHour(String text, String expected) {
        List<TimeExpression> times = Times.of(text, NOVEMBER);
        TimeExpression time = times.getLast();
        assertEquals(expected, time.type() + " " + time.value() + " " + time.edtf());
    }
}
