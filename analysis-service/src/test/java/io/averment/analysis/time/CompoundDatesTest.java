package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.time.TimeExpression.Unresolved;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates that are counted within, or two steps from, another. The report is of a Monday. */
class CompoundDatesTest {

    private static final String MONDAY = "2025-08-18";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They will vote on the last Friday of March.      | the last Friday of March DATE 2026-03-27 2026-03-27 2026-03-27..2026-03-27
            They voted on the last Friday of March.          | the last Friday of March DATE 2025-03-28 2025-03-28 2025-03-28..2025-03-28
            They will vote on the first Monday in May.       | the first Monday in May DATE 2026-05-04 2026-05-04 2026-05-04..2026-05-04
            They voted on the first Monday in May 2024.      | the first Monday in May 2024 DATE 2024-05-06 2024-05-06 2024-05-06..2024-05-06
            They vote on the second Tuesday of next month.   | the second Tuesday of next month DATE 2025-09-09 2025-09-09 2025-09-09..2025-09-09
            They voted on the final Sunday of 2024.          | the final Sunday of 2024 DATE 2024-12-29 2024-12-29 2024-12-29..2024-12-29
            It will end on the last day of February.         | the last day of February DATE 2026-02-28 2026-02-28 2026-02-28..2026-02-28
            It closed in the final week of July.             | the final week of July DATE 2025-W31 2025-07-25/2025-07-31 2025-07-25..2025-07-31
            The tax is due on the 15th of next month.        | the 15th of next month DATE 2025-09-15 2025-09-15 2025-09-15..2025-09-15
            The tax was due on the 1st of last month.        | the 1st of last month DATE 2025-07-01 2025-07-01 2025-07-01..2025-07-01
            """)
    void countWithinLongerStretch(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It closed in May last year.                | May last year DATE 2024-05 2024-05 2024-05-01..2024-05-31
            It closed on 5 April last year.            | 5 April last year DATE 2024-04-05 2024-04-05 2024-04-05..2024-04-05
            It closed on Friday, 5 April last year.    | Friday, 5 April last year DATE 2024-04-05 2024-04-05 2024-04-05..2024-04-05
            It closed on Monday, 5 April last year.    | Monday, 5 April last year DATE 2024-04-05 2024-04-05? 2024-04-05..2024-04-05
            It will open in spring next year.          | spring next year DATE 2026-SP 2026-21 2026-03-01..2026-05-31
            It opened at Christmas last year.          | Christmas last year DATE 2024-12-25 2024-12-25 2024-12-25..2024-12-25
            It opened in the second week of June last year. | the second week of June last year DATE 2024-W24 2024-06-08/2024-06-14 2024-06-08..2024-06-14
            They will vote on the first Monday of May next year. | the first Monday of May next year DATE 2026-05-04 2026-05-04 2026-05-04..2026-05-04
            Last May was wet.                          | Last May DATE 2025-05 2025-05 2025-05-01..2025-05-31
            """)
    void takeYearFromWordsBehindMonth(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The line will open the year after next.    | the year after next DATE 2027 2027 2027-01-01..2027-12-31
            The line will open the month after next.   | the month after next DATE 2025-10 2025-10 2025-10-01..2025-10-31
            The line closed the week before last.      | the week before last DATE 2025-W32 2025-08-04/2025-08-10 2025-08-04..2025-08-10
            The line closed two years ago this month.  | two years ago this month DATE 2023-08 2023-08 2023-08-01..2023-08-31
            The line closed a year ago this week.      | a year ago this week DATE 2024-W34 2024-08-19/2024-08-25 2024-08-19..2024-08-25
            The line closed five years ago today.      | five years ago today DATE 2020-08-18 2020-08-18 2020-08-18..2020-08-18
            It will open in the second half of next year. | the second half of next year DATE 2026-H2 2026-41 2026-07-01..2026-12-31
            It will open in 18 months' time.           | 18 months' time DATE 2027-02 2027-02 2027-02-01..2027-02-28
            It lasted a year and three months.         | a year and three months DURATION P1Y3M - -..-
            It lasted two years and a month.           | two years and a month DURATION P2Y1M - -..-
            """)
    void stepFurtherThanTheNext(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The line will open the week after next Friday.  | the week DATE 2025-W35; next Friday DATE 2025-08-22
            It was the second Sunday without rain.          | Sunday DATE 2025-08-17
            """)
    void leaveWhatBelongsToOthers(String text, String expected) {
        assertEquals(expected, String.join("; ", Times.values(text, MONDAY)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They met on 31 April.                         | XXXX-04-XX
            They met on 30 February.                      | XXXX-02-XX
            They met on Monday, 31 April 2024.            | 2024-04-XX
            They met on February 29, 2023.                | 2023-02-XX
            They met on 2025-02-30.                       | 2025-02-XX
            They met on 31/02/2025.                       | 2025-02-XX
            They will meet on the 31st of next month.     | XXXX-XX-XX
            They meet on the fifth Monday of February 2026. | 2026-02-XX
            """)
    void sayThatThereIsNoSuchDay(String text, String value) {
        TimeExpression time = Times.of(text, MONDAY).getFirst();
        assertEquals(
                new TimeExpression(
                        "t1",
                        time.span(),
                        TimeExpression.Type.DATE,
                        value,
                        null,
                        null,
                        null,
                        TimeExpression.Anchor.NONE,
                        Unresolved.NO_SUCH_DAY),
                time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In February 30 people died.            | February DATE 2025-02
            On February 3 people died.             | February 3 DATE 2025-02-03
            They met on February 29, 2024.         | February 29, 2024 DATE 2024-02-29
            The February 3 attacks killed many.    | February 3 DATE 2025-02-03
            """)
    void tellCountsFromDaysThatThereAreNot(String text, String expected) {
        assertEquals(List.of(expected), Times.values(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They met on Friday, 3 July 2025.       | Friday, 3 July 2025 DATE 2025-07-03 2025-07-03? 2025-07-03..2025-07-03
            They met on Friday, 2025-07-03.        | Friday, 2025-07-03 DATE 2025-07-03 2025-07-03? 2025-07-03..2025-07-03
            They met about Friday, 3 July 2025.    | about Friday, 3 July 2025 DATE 2025-07-03 2025-07-03% 2025-07-03..2025-07-03
            They met on Thursday, 3 July 2025.     | Thursday, 3 July 2025 DATE 2025-07-03 2025-07-03 2025-07-03..2025-07-03
            They met on Monday, 3 July.            | Monday, 3 July DATE 2025-07-03 2025-07-03? 2025-07-03..2025-07-03
            They met on Wednesday, 3 July.         | Wednesday, 3 July DATE 2024-07-03 2024-07-03 2024-07-03..2024-07-03
            """)
    void markDatesThatContradictTheirWeekday(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It will be closed from 1 June until 31 August.     | 1 June DATE 2026-06-01; 31 August DATE 2026-08-31
            It will run from 1 March to 31 October.            | 1 March DATE 2026-03-01; 31 October DATE 2026-10-31
            It will be open from 20 December to 5 January.     | 20 December DATE 2025-12-20; 5 January DATE 2026-01-05
            The trial begins on 1 March and ends on 31 August. | 1 March DATE 2026-03-01; 31 August DATE 2026-08-31
            It was open from 3 March to 5 April last year.     | 3 March DATE 2024-03-03; 5 April last year DATE 2024-04-05
            It fell in 2019. In May that year it rose.         | 2019 DATE 2019; May that year DATE 2019-05
            It was closed from 1 June until 31 August.         | 1 June DATE 2025-06-01; 31 August DATE 2025-08-31
            """)
    void endStretchBehindItsBeginning(String text, String expected) {
        assertEquals(expected, String.join("; ", Times.values(text, MONDAY)));
    }
}
