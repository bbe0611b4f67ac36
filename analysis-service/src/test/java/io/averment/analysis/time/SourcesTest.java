package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.averment.analysis.time.TimeExpression.Anchor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a time is reckoned from that the sentence itself dates; the reports are of Monday, 18 August 2025. */
class SourcesTest {

    private static final String MONDAY = "2025-08-18";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            In 2024 the company promised to finish by the end of the year.                    | the end of the year 2024 2024-09-01..2024-12-31
            The minister said in 2019 that it would leave within two years.                   | two years P2Y 2019-01-01..2021-12-31
            On May 3 he said he would resign the next day.                                    | the next day 2025-05-04 2025-05-04..2025-05-04
            The company promised in March 2023 to open the plant in June.                     | June 2023-06 2023-06-01..2023-06-30
            In December 2023 the club agreed to pay the debt by March.                        | March 2024-03 2024-03-01..2024-03-31
            In July 2020 the league said play would resume the following month.               | the following month 2020-08 2020-08-01..2020-08-31
            Officials said in 2016 that they expected the road to open the next year.         | the next year 2017 2017-01-01..2017-12-31
            On 3 March 2022 the bank said it would close its branches within six months.      | six months P6M 2022-03-03..2022-09-03
            The ministry announced on 1 February 2024 that exams would begin two weeks later. | two weeks later 2024-W07 2024-02-12..2024-02-18
            The union agreed in January 2024 to return to talks two weeks later.              | two weeks later 2024-WXX 2024-01-15..2024-02-14
            In an interview in April 2023, Haddad predicted that prices would fall in two months. | two months 2023-06 2023-06-01..2023-06-30
            In a speech in 2021, the mayor vowed that the bridge would reopen by the summer.  | the summer 2021-SU 2021-06-01..2021-08-31
            The group, which in 2018 vowed to disarm within a year, still has guns.           | a year P1Y 2018-01-01..2019-12-31
            In 2022 the firm signed a contract to deliver the ships within three years.       | three years P3Y 2022-01-01..2025-12-31
            In 2019 it made a promise to plant a forest by the end of the decade.             | the end of the decade 201 2017-01-01..2019-12-31
            The 2019 report said the lake would be dry in ten years.                          | ten years 2029 2029-01-01..2029-12-31
            Under a 2022 deal, the firm must finish within three years.                       | three years P3Y 2022-01-01..2025-12-31
            According to a statement on 2 May 2023, the road will open in three weeks.        | three weeks 2023-W21 2023-05-22..2023-05-28
            In 2019 he moved to Basra and said he would stay until the end of the year.       | the end of the year 2019 2019-09-01..2019-12-31
            He told reporters on 6 June 2024 that his brother had died the day before.        | the day before 2024-06-05 2024-06-05..2024-06-05
            The airline said in May it would resume flights in June.                          | June 2025-06 2025-06-01..2025-06-30
            The minister said in 2019: “We will leave next year.”                             | next year 2020 2020-01-01..2020-12-31
            """)
    void reckonFromDayOfSaying(String text, String expected) {
        assertEquals(expected, Times.last(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            “We will leave next year,” the minister said in 2019.                       | next year 2020 2020-01-01..2020-12-31
            “I will leave tomorrow,” he said on 4 May 2021.                             | tomorrow 2021-05-05 2021-05-05..2021-05-05
            “We will leave within two years,” the minister said in 2019.                | two years P2Y 2019-01-01..2021-12-31
            The road will open in three weeks, according to a statement on 2 May 2023.  | three weeks 2023-W21 2023-05-22..2023-05-28
            """)
    void reckonFromDayThatFollows(String text, String expected) {
        assertEquals(expected, Times.first(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Since 2019 the party has said it will leave within two years.               | two years P2Y 2025-08-18..2027-08-18
            The company founded in 1999 promised to finish by the end of the year.      | the end of the year 2025 2025-09-01..2025-12-31
            He said the plant that closed in 2019 would reopen by the end of the year.  | the end of the year 2025 2025-09-01..2025-12-31
            The president, elected in 2022, said he would resign within two weeks.      | two weeks P2W 2025-08-18..2025-09-01
            The firm opened in 2010 and promises to close by the end of the month.      | the end of the month 2025-08 2025-08-22..2025-08-31
            He said in 2019 that he was born in 1960 and would retire next year.        | next year 2026 2026-01-01..2026-12-31
            A man charged in 2019 told the court he would appeal within a month.        | a month P1M 2025-08-18..2025-09-18
            Voters in 2016 wanted to leave; talks will end within two years.            | two years P2Y 2025-08-18..2027-08-18
            The charity asked in 2020 for a loan; it will repay it in two years.        | two years 2027 2027-01-01..2027-12-31
            In June the order was lifted; ships will sail in two weeks.                 | two weeks 2025-W36 2025-09-01..2025-09-07
            The brewer pledged in 2018 to do so by the end of June.                     | the end of June 2025-06 2025-06-21..2025-06-30
            The company promised to finish by the end of the year.                      | the end of the year 2025 2025-09-01..2025-12-31
            """)
    void reckonFromPublicationWhatNobodyDates(String text, String expected) {
        assertEquals(expected, Times.last(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The vote was held two weeks after May 3, 2024.     | two weeks P2W 2024-05-03..2024-05-17
            The vote was held two weeks before May 3, 2024.    | two weeks P2W 2024-04-19..2024-05-03
            The buyer must pay within a month of May 3, 2024.  | a month P1M 2024-05-03..2024-06-03
            They met the day before Christmas.                 | the day 2024-12-24 2024-12-24..2024-12-24
            It began at 10 a.m. (0900 GMT) on Friday.          | 10 a.m. 2025-08-15T10:00 2025-08-15..2025-08-15
            Between 5 p.m. and 7 p.m. on May 3, it rained.     | 5 p.m. 2025-05-03T17:00 2025-05-03..2025-05-03
            """)
    void reckonFromDateBeside(String text, String expected) {
        assertEquals(expected, Times.first(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The work took a week later than planned.                    | a week P1W -..- NO_REFERENCE
            The president signed it within 24 hours of taking office.   | 24 hours PT24H -..- NO_REFERENCE
            The buyer must pay within a year of the sale.               | a year P1Y -..- NO_REFERENCE
            The vote will be held a week after the court rules.         | a week P1W -..- NO_REFERENCE
            The bridge will open two months ahead of schedule.          | two months P2M -..- NO_REFERENCE
            They came the day after the funeral.                        | the day XXXX-XX-XX -..- NO_REFERENCE
            The wall fell. Three weeks later it was rebuilt.            | Three weeks later XXXX-WXX -..- NO_REFERENCE
            The guards stayed for two years after the war.              | two years P2Y -..-
            """)
    void leaveOpenWhatIsReckonedFromEvent(String text, String expected) {
        assertEquals(expected, Times.last(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ban will take effect in 60 days.             | 60 days 2025-10-17 2025-10-17..2025-10-17
            The ban will take effect in two weeks.           | two weeks 2025-W36 2025-09-01..2025-09-07
            The ban will take effect in three months.        | three months 2025-11 2025-11-01..2025-11-30
            The ban takes effect in two years.               | two years 2027 2027-01-01..2027-12-31
            It is expected to end in two years.              | two years 2027 2027-01-01..2027-12-31
            The drug could be on sale in four years.         | four years 2029 2029-01-01..2029-12-31
            It will be the first visit in ten years.         | ten years P10Y -..-
            It will be the longest march in ten years.       | ten years P10Y -..-
            He finished the work in two days.                | two days P2D -..-
            The talks will resume in several weeks.          | several weeks PXW -..-
            """)
    void readEndOfLengthAheadAsDate(String text, String expected) {
        assertEquals(expected, Times.last(text, MONDAY));
    }

    @Test
    void nameTimeOfSayingAsAnchorWhereverItStands() {
        List<TimeExpression> times = Times.of("“We will leave next year,” the minister said in 2019.", MONDAY);
        assertEquals(Anchor.narrative("t2"), times.getFirst().anchor());
        assertEquals(Anchor.NONE, times.getLast().anchor());
    }

    @Test
    void keepDateBesideWhateverWasSaidWhen() {
        TimeExpression weeks = Times.of("It promised in 2024 to pay two weeks after May 3, 2026.", MONDAY)
                .get(1);
        assertEquals("2026-05-03/2026-05-17", weeks.edtf());
        assertEquals(Anchor.narrative("t3"), weeks.anchor());
    }

    @Test
    void leaveOpenWhatIsReckonedFromNoDay() {
        TimeExpression back = Times.of("In February 2024 he promised to pay two weeks before the 31st.", "2026-01-15")
                .get(1);
        assertEquals("P2W", back.value());
        assertEquals(TimeExpression.Unresolved.NO_REFERENCE, back.unresolved());
        assertNull(back.earliest());
        assertEquals(Anchor.NONE, back.anchor());
        assertEquals(
                "two weeks P2W -..- NO_REFERENCE",
                Times.second("In February 2024 he promised to pay within two weeks of the 31st.", "2026-01-15"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            “We will leave today,” he said in May 2020.   | today XXXX-XX-XX -..- NO_REFERENCE
            “We will leave on Friday,” he said in May 2020. | Friday XXXX-WXX-5 -..- NO_REFERENCE
            """)
    void sayThatDayOfSayingIsNotKnown(String text, String expected) {
        assertEquals(expected, Times.first(text, MONDAY));
    }

    @Test
    void sayThatThereIsNoSuchDay() {
        assertEquals(
                List.of("two weeks DURATION P2W", "the 31st DATE XXXX-XX-XX", "February 2024 DATE 2024-02"),
                Times.values(
                        "The bank will pay the rent two weeks before the 31st, the mayor said in February 2024.",
                        MONDAY));
    }

    @Test
    void reckonAllSentencesOfQuotationFromItsDay() {
        assertEquals(
                List.of("4 May 2021 DATE 2021-05-04", "tomorrow DATE 2021-05-05", "the next year DATE 2022"),
                Times.values(
                        "He said on 4 May 2021: “The war is over. We leave tomorrow.” He died the next year.", MONDAY));
        assertEquals(
                List.of("next year DATE 2022", "the end of the month DATE 2021-05", "4 May 2021 DATE 2021-05-04"),
                Times.values(
                        "“We will leave next year. We will be home by the end of the month,” he said on 4 May 2021.",
                        MONDAY));
    }

    @Test
    void reckonFromLaterMonthThatTextCameTo() {
        String text = "He was born on 3 May 1980. In June 2024 he won. The next day he left.";
        assertEquals("The next day 2024-XX-XX 2024-06-02..2024-07-01", Times.last(text, MONDAY));
    }
}
