package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromisedTimesTest {

    private static final String THURSDAY = "2026-03-12";

    private static void assertValues(String text, String expected) {
        List<String> values =
                Times.of(text, THURSDAY).stream().map(TimeExpression::value).toList();
        assertEquals(expected, String.join(" ", values));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The city promised 80 trams: 30 by June, 25 by September and 25 by December. | 2026-06 2026-09 2026-12
            The fund pledged 9 million: 4 million in May and 5 million in July.          | 2026-05 2026-07
            The fund paid 9 million: 4 million in May and 5 million in July.             | 2025-05 2025-07
            The firm broke its promise of trams: none came by June.                      | 2025-06
            """)
    void putsPartsOfPromiseAhead(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The two armies signed a deal on Sunday to free 50 men by 1 May. | 2026-03-08 2026-05-01
            The clubs signed the deal by 1 May.                             | 2025-05-01
            """)
    void putsDealAhead(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The exam was moved from May 3 to June 20.         | 2026-05-03 2026-06-20
            The vote was put off from 1 February to 1 May.    | 2026-02-01 2026-05-01
            The road was closed from 3 May to 20 June.        | 2025-05-03 2025-06-20
            """)
    void putsFormerDayOfDeferralNearest(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The station was due to open on August 1.          | 2026-08-01
            The station was due to open in January.           | 2026-01
            The talks were due to begin on Friday.            | 2026-03-13
            The winner was to have been named in January.     | 2026-01
            The winner was to have been named in November.    | 2025-11
            The line was to have opened in May.               | 2026-05
            """)
    void putsWhatWasPlannedNearest(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The money was promised in December.                                   | 2025-12
            The school, promised in October, has yet to open.                     | 2025-10
            The firm had promised the parts in November and sent them in January. | 2025-11 2026-01
            The firm has promised the parts in November.                          | 2026-11
            The mayor had promised to open the road in November.                  | 2025-11
            """)
    void putsDayOfPromiseIntoPast(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            From July, the minister said, petrol will be taxed.                | 2026-07
            By autumn, Mayor Ines Moll promised, the square will be reopened.  | 2026-FA
            On Monday, the mayor said, the square will be reopened.            | 2026-03-16
            From May, said Minister Olga Reznik, pensions will be paid late.   | 2026-05
            On Monday, the mayor said the square will be reopened.             | 2026-03-09
            On Monday, the mayor said, the square was closed.                  | 2026-03-09
            In January, he left the firm, which will close in May.             | 2026-01 2026-05
            """)
    void readsFrontedTimeWithClauseBehindInsertion(String text, String expected) {
        assertValues(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The firm will publish its results on 28 February. | 2027-02-28
            The vote will be held on 1 March.                 | 2027-03-01
            The road will open in February.                   | 2027-02
            The road will open in March.                      | 2026-03
            The road will open on 11 March.                   | 2026-03-11
            The road would open in February, it said.         | 2026-02
            The road opened on 28 February.                   | 2026-02-28
            """)
    void putsWhatWillBeIntoNextYear(String text, String expected) {
        assertValues(text, expected);
    }
}
