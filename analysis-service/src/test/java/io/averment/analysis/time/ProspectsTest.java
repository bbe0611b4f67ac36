package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProspectsTest {

    private static final String THURSDAY = "2026-07-02";

    private static void assertValues(String text, String expected) {
        List<String> values =
                Times.of(text, THURSDAY).stream().map(TimeExpression::value).toList();
        assertEquals(expected, String.join(" ", values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The council pledged to publish the list by September.                  | 2026-09
            The minister vowed to close the plant by April.                        | 2027-04
            The firm agreed to repay the loan by March.                            | 2027-03
            The company undertook to clean the river by April.                     | 2027-04
            The firm has promised to deliver the trains by April.                  | 2027-04
            The firm renewed its promise to finish by April.                       | 2027-04
            The firm signed a deal to deliver the trains by April.                 | 2027-04
            The chain plans to close in November.                                  | 2026-11
            The party urged the minister to resign by Sunday.                      | 2026-07-05
            They were asked to leave by Sunday.                                    | 2026-07-05
            The regulator ordered the firm to pay by Monday.                       | 2026-07-06
            The minister called on the rebels to withdraw by Sunday.               | 2026-07-05
            The union demanded that the firm reinstate the workers by Monday.      | 2026-07-06
            The union threatened to strike from Monday unless talks resume by Friday. | 2026-07-06 2026-07-03
            """)
    void putsWhatWasPromisedIntoFuture(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The firm brought forward its listing to September. | 2026-09
            The firm brought its listing forward to April.     | 2027-04
            The government delayed the opening to March.       | 2027-03
            The group moved the meeting to Monday.             | 2026-07-06
            """)
    void putsDayOfDeferralIntoFuture(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Unless a deal is reached by Friday, flights will stop.                                  | 2026-07-03
            Unless a deal was reached by Friday, the union said, members would walk out.            | 2026-07-03
            The bank approved the loan provided that the firm filed its accounts by September.      | 2026-09
            """)
    void putsConditionIntoFuture(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            By September the firm had closed the mine.                    | 2025-09
            The firm managed to finish the bridge in April.               | 2026-04
            The firm failed to publish its accounts in April.             | 2026-04
            The firm refused to pay in April.                             | 2026-04
            The mine was forced to close in April.                        | 2026-04
            The firm, which failed to pay by Monday, was fined.           | 2026-06-29
            Police used tear gas to clear the square on Monday.           | 2026-06-29
            The envoy flew to Paris to meet the king on Monday.           | 2026-06-29
            The firm moved to Spain in April.                             | 2026-04
            The airline broke its promise to refund passengers by April.  | 2026-04
            The union accused the firm of breaking its promise to pay by April. | 2026-04
            """)
    void leavesWhatWasDoneInPast(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The council had pledged in January to finish.                 | 2026-01
            The council had pledged in January to finish the bridge.      | 2026-01
            In January the council pledged to finish the bridge.          | 2026-01
            In March, the firm had planned to sell the site.              | 2026-03
            The company planned in April to sell the site.                | 2026-04
            The firm had agreed in November to pay.                       | 2025-11
            The firm had expected in March to open the plant by October.  | 2026-03 2026-10
            The union agreed Monday to return to work.                    | 2026-06-29
            The minister vowed on Sunday to resign.                       | 2026-06-28
            """)
    void putsPromiseItselfIntoPast(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The road will be closed, from 1 August to 31 August, the council said. | 2026-08-01 2026-08-31
            The road will be closed from 1 August to 31 August.                    | 2026-08-01 2026-08-31
            The festival runs from 1 September to 30 September.                    | 2026-09-01 2026-09-30
            The road was closed from 1 March until 31 March, the council said.     | 2026-03-01 2026-03-31
            The road was closed, from 1 March to 31 March, the council said.       | 2026-03-01 2026-03-31
            """)
    void putsEndOfStretchWhereItsStartIs(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The lease runs out in April.    | 2027-04
            The coach retires in April.     | 2027-04
            The contract expires in March.  | 2027-03
            The lease ran out in April.     | 2026-04
            The coach retired in April.     | 2026-04
            """)
    void readsPresentOfTimetables(String text, String expected) {
        assertValues(text, expected);
    }
}
