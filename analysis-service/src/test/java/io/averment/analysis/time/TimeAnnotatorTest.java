package io.averment.analysis.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.document.Annotator;
import io.averment.analysis.document.Document;
import io.averment.analysis.document.Report;
import io.averment.analysis.syntax.SyntaxAnnotator;
import io.averment.analysis.time.TimeExpression.Anchor;
import io.averment.analysis.time.TimeExpression.Unresolved;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each family of expressions in a report of Monday, 18 August 2025. */
class TimeAnnotatorTest {

    private static final String MONDAY = "2025-08-18";

    @Test
    void takeNoNumberForDayThatNoMonthHas() {
        assertEquals(List.of(), Times.values("It will end by the 50th.", null));
        assertEquals(List.of(), Times.values("It will end by the 32nd.", MONDAY));
        assertEquals(List.of("the 31st DATE XXXX-XX-31"), Times.values("It will end by the 31st.", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The port opened in September 2025.             | September 2025 DATE 2025-09 2025-09 2025-09-01..2025-09-30
            The port opened in 2014.                       | 2014 DATE 2014 2014 2014-01-01..2014-12-31
            The port opened on 3 May 2014.                 | 3 May 2014 DATE 2014-05-03 2014-05-03 2014-05-03..2014-05-03
            The port opened on May 3rd, 2014.              | May 3rd, 2014 DATE 2014-05-03 2014-05-03 2014-05-03..2014-05-03
            The port opened on 2014-05-03.                 | 2014-05-03 DATE 2014-05-03 2014-05-03 2014-05-03..2014-05-03
            The port opened on 03.05.2014.                 | 03.05.2014 DATE 2014-05-03 2014-05-03 2014-05-03..2014-05-03
            The port opened in June.                       | June DATE 2025-06 2025-06 2025-06-01..2025-06-30
            The port will open in June.                    | June DATE 2026-06 2026-06 2026-06-01..2026-06-30
            The port opened on Dec. 3.                     | Dec. 3 DATE 2024-12-03 2024-12-03 2024-12-03..2024-12-03
            The port will open on Dec. 3.                  | Dec. 3 DATE 2025-12-03 2025-12-03 2025-12-03..2025-12-03
            The port opened on Friday.                     | Friday DATE 2025-08-15 2025-08-15 2025-08-15..2025-08-15
            The port will open on Friday.                  | Friday DATE 2025-08-22 2025-08-22 2025-08-22..2025-08-22
            The port opens on Friday.                      | Friday DATE 2025-08-22 2025-08-22 2025-08-22..2025-08-22
            The opening is scheduled for Friday.           | Friday DATE 2025-08-22 2025-08-22 2025-08-22..2025-08-22
            The port opened on Monday.                     | Monday DATE 2025-08-18 2025-08-18 2025-08-18..2025-08-18
            The port opened last Monday.                   | last Monday DATE 2025-08-11 2025-08-11 2025-08-11..2025-08-11
            The port opens next Monday.                    | next Monday DATE 2025-08-25 2025-08-25 2025-08-25..2025-08-25
            The port opened yesterday.                     | yesterday DATE 2025-08-17 2025-08-17 2025-08-17..2025-08-17
            The port opens the day after tomorrow.         | the day after tomorrow DATE 2025-08-20 2025-08-20 2025-08-20..2025-08-20
            The port opened last week.                     | last week DATE 2025-W33 2025-08-11/2025-08-17 2025-08-11..2025-08-17
            The port opened last month.                    | last month DATE 2025-07 2025-07 2025-07-01..2025-07-31
            The port opens next year.                      | next year DATE 2026 2026 2026-01-01..2026-12-31
            The port opened earlier this year.             | earlier this year DATE 2025 2025-01-01/2025-08-18 2025-01-01..2025-08-18
            The port opens later this month.               | later this month DATE 2025-08 2025-08-18/2025-08-31 2025-08-18..2025-08-31
            The port opened in late 2024.                  | late 2024 DATE 2024 2024-09-01/2024-12-31 2024-09-01..2024-12-31
            The port opens by the end of the month.        | the end of the month DATE 2025-08 2025-08-22/2025-08-31 2025-08-22..2025-08-31
            The port opened in mid-November 2024.          | mid-November 2024 DATE 2024-11 2024-11-11/2024-11-20 2024-11-11..2024-11-20
            The port opened in the spring of 2024.         | the spring of 2024 DATE 2024-SP 2024-21 2024-03-01..2024-05-31
            The port opened in the winter of 2023.         | the winter of 2023 DATE 2023-WI 2023-24 2023-12-01..2024-02-29
            Profits fell in the third quarter of 2024.     | the third quarter of 2024 DATE 2024-Q3 2024-35 2024-07-01..2024-09-30
            Profits fell in the second quarter.            | the second quarter DATE 2025-Q2 2025-34 2025-04-01..2025-06-30
            The port will open in the fourth quarter.      | the fourth quarter DATE 2025-Q4 2025-36 2025-10-01..2025-12-31
            It will publish its second-quarter results.    | second-quarter DATE 2025-Q2 2025-34 2025-04-01..2025-06-30
            Profits fell in Q1 2024.                       | Q1 2024 DATE 2024-Q1 2024-33 2024-01-01..2024-03-31
            Profits fell in the first half of 2024.        | the first half of 2024 DATE 2024-H1 2024-40 2024-01-01..2024-06-30
            Profits fell in fiscal 2024.                   | fiscal 2024 DATE 2024 - 2023-07-01..2025-06-30
            The port grew in the 1980s.                    | the 1980s DATE 198 198X 1980-01-01..1989-12-31
            The port grew in the early nineties.           | the early nineties DATE 199 1990-01-01/1992-12-31 1990-01-01..1992-12-31
            The port grew in the 19th century.             | the 19th century DATE 18 18XX 1800-01-01..1899-12-31
            The port opened around September 2026.         | around September 2026 DATE 2026-09 2026-09~ 2026-09-01..2026-09-30
            The port opened in the second week of March.   | the second week of March DATE 2025-W11 2025-03-08/2025-03-14 2025-03-08..2025-03-14
            The port opened on the last day of June 2024.  | the last day of June 2024 DATE 2024-06-30 2024-06-30 2024-06-30..2024-06-30
            The port opened three weeks ago.               | three weeks ago DATE 2025-W31 2025-07-28/2025-08-03 2025-07-28..2025-08-03
            The port opened 42 years ago.                  | 42 years ago DATE 1983 1983 1983-01-01..1983-12-31
            The port opened on Easter Monday 2024.         | Easter Monday 2024 DATE 2024-04-01 2024-04-01 2024-04-01..2024-04-01
            The port opened on Orthodox Easter 2024.       | Orthodox Easter 2024 DATE 2024-05-05 2024-05-05 2024-05-05..2024-05-05
            The port opened on Thanksgiving 2024.          | Thanksgiving 2024 DATE 2024-11-28 2024-11-28 2024-11-28..2024-11-28
            The port opened on Memorial Day 2024.          | Memorial Day 2024 DATE 2024-05-27 2024-05-27 2024-05-27..2024-05-27
            The port opened on Victoria Day 2024.          | Victoria Day 2024 DATE 2024-05-20 2024-05-20 2024-05-20..2024-05-20
            The port opened on 9/11.                       | 9/11 DATE 2001-09-11 2001-09-11 2001-09-11..2001-09-11
            """)
    void readDate(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It fell at 5 p.m. EST on Nov. 9, 2024.   | 5 p.m. EST on Nov. 9, 2024 TIME 2024-11-09T17:00 2024-11-09T17:00:00-05:00 2024-11-09..2024-11-09
            It fell at 0735 GMT on 9 March 2024.     | 0735 GMT on 9 March 2024 TIME 2024-03-09T07:35 2024-03-09T07:35:00Z 2024-03-09..2024-03-09
            It fell at 12:15 a.m. on 9 March 2024.   | 12:15 a.m. on 9 March 2024 TIME 2024-03-09T00:15 2024-03-09T00:15:00 2024-03-09..2024-03-09
            It fell at noon on Friday.               | noon on Friday TIME 2025-08-15T12:00 2025-08-15T12:00:00 2025-08-15..2025-08-15
            It fell last night.                      | last night TIME 2025-08-17TNI 2025-08-17 2025-08-17..2025-08-17
            They got around Friday's ruling.         | Friday DATE 2025-08-15 2025-08-15 2025-08-15..2025-08-15
            It fell on Friday morning.               | Friday morning TIME 2025-08-15TMO 2025-08-15 2025-08-15..2025-08-15
            It will fall tomorrow evening.           | tomorrow evening TIME 2025-08-19TEV 2025-08-19 2025-08-19..2025-08-19
            """)
    void readTimeOfDay(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The work took two years.                  | two years DURATION P2Y - -..-
            The work took two and a half years.       | two and a half years DURATION P2Y6M - -..-
            The work took half an hour.               | half an hour DURATION PT30M - -..-
            The work took several days.               | several days DURATION PXD - -..-
            The work took two decades.                | two decades DURATION P20Y - -..-
            The work took a fortnight.                | a fortnight DURATION P2W - -..-
            The two-year plan failed.                 | two-year DURATION P2Y - -..-
            A 35-year-old man died.                   | 35-year-old DURATION P35Y - -..-
            The work took three to four weeks.        | three to four weeks DURATION P3W - -..-
            The work took a month or two.             | a month or two DURATION P1M - -..-
            It ended a years-old dispute.             | years-old DURATION PXY - -..-
            It was quiet in the days before the vote. | days DURATION PXD - -..-
            The work will end within two years.       | two years DURATION P2Y 2025-08-18/2027-08-18 2025-08-18..2027-08-18
            The work slowed over the past two weeks.  | the past two weeks DURATION P2W 2025-08-04/2025-08-18 2025-08-04..2025-08-18
            The work will go on for the next 3 months.| the next 3 months DURATION P3M 2025-08-18/2025-11-18 2025-08-18..2025-11-18
            """)
    void readLength(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            They meet every Monday.       | every Monday SET XXXX-WXX-1 - -..-
            They meet weekly.             | weekly SET P1W - -..-
            They meet twice a month.      | twice a month SET P1M - -..-
            They meet every other week.   | every other week SET P2W - -..-
            They meet every three months. | every three months SET P3M - -..-
            """)
    void readRecurringTime(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The port is open now.             | now DATE PRESENT_REF - 2025-08-18..2025-08-18
            The port was opened recently.     | recently DATE PAST_REF - -..2025-08-18
            It may close in the near future.  | the near future DATE FUTURE_REF - 2025-08-18..-
            """)
    void readVagueTime(String text, String expected) {
        assertEquals(expected, Times.whole(text, MONDAY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The fall of Mosul shocked the region.",
                "They may march on the capital.",
                "The second attempt failed.",
                "See page 1998 of the report.",
                "A sixties-style lamp hung there.",
                "Some 2000 people came.",
                "He spoke to the Sunday Times newspaper.",
                "Theresa May resigned.",
                "He is in his sixties.",
                "Three quarters of the town burned.",
                "It ran 60 miles per hour."
            })
    void leaveWhatIsNoTime(String text) {
        assertEquals(
                List.of(),
                Times.of(text, MONDAY).stream()
                        .filter(time -> !time.value().equals("2025-02"))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The shop is open on May 3 to 5 p.m.        | May 3 DATE 2025-05-03; 5 p.m. TIME 2025-05-03T17:00
            Doors open on May 3 to 6 o'clock.          | May 3 DATE 2025-05-03; 6 o'clock TIME 2025-05-03T06:00
            On May 3 and 5 people died.                | May 3 DATE 2025-05-03
            It lasted from May 3 to 5.                 | May 3 DATE 2025-05-03; 5 DATE 2025-05-05
            The May 3-5 talks failed.                  | May 3 DATE 2025-05-03; 5 DATE 2025-05-05
            They met from 2 p.m. to 5 p.m. on May 3.   | 2 p.m. TIME 2025-05-03T14:00; 5 p.m. on May 3 TIME 2025-05-03T17:00
            In early July the second siege began.      | early July DATE 2025-07
            """)
    void tellDaysFromHoursAndCounts(String text, String expected) {
        assertEquals(expected, String.join("; ", Times.values(text, MONDAY)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            It began at 30 a.m. on Friday.       | Friday DATE 2025-08-15
            It began at 13 a.m. on Friday.       | Friday DATE 2025-08-15
            It began at 25 o'clock on Friday.    | Friday DATE 2025-08-15
            It began at 12 a.m. on Friday.       | 12 a.m. on Friday TIME 2025-08-15T00:00
            It began at 14 p.m. on Friday.       | 14 p.m. on Friday TIME 2025-08-15T14:00
            """)
    void leaveHoursThatNoClockHas(String text, String expected) {
        assertEquals(expected, String.join("; ", Times.values(text, MONDAY)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The vote is on the 21st.             | the 21st DATE 2025-08-21
            The vote will be held on the 12th.   | the 12th DATE 2025-09-12
            The vote was held on the 21st.       | the 21st DATE 2025-07-21
            He won on the 18th hole.             | ''
            They met on the 10th anniversary.    | ''
            """)
    void readDayWithoutMonth(String text, String expected) {
        assertEquals(expected, String.join("; ", Times.values(text, MONDAY)));
    }

    @Test
    void readRangesFromBothEnds() {
        assertEquals(
                List.of("May 15 DATE 1988-05-15", "August 16, 1988 DATE 1988-08-16"),
                Times.values("It lasted from May 15 to August 16, 1988.", MONDAY));
        assertEquals(
                List.of("3 DATE 1904-05-03", "4 May 1904 DATE 1904-05-04"),
                Times.values("It lasted from 3-4 May 1904.", MONDAY));
        assertEquals(
                List.of("November 3, 1904 DATE 1904-11-03", "January 2 DATE 1905-01-02"),
                Times.values("It lasted from November 3, 1904 to January 2.", MONDAY));
        assertEquals(List.of("1990 DATE 1990", "95 DATE 1995"), Times.values("It lasted from 1990-95.", MONDAY));
    }

    @Test
    void reckonFromLastDateOfText() {
        String text = "The bridge fell on 3 May 2024. Two days later it was closed. The same day a child died.";
        assertEquals(
                List.of("3 May 2024 DATE 2024-05-03", "Two days later DATE 2024-05-05", "The same day DATE 2024-05-05"),
                Times.values(text, MONDAY));
        assertEquals(Anchor.narrative("t1"), Times.of(text, MONDAY).get(1).anchor());
    }

    @Test
    void followNarrativeAwayFromPublication() {
        String text =
                "The siege began on 12 March 1848. On 2 April 1848 the garrison fought. On 5 May 1848 the gate fell. "
                        + "On 30 June 1848 the bread ran out. In July the town gave up. The general left in September.";
        List<TimeExpression> times = Times.of(text, MONDAY);
        assertEquals("1848-07", times.get(4).value());
        assertEquals("1848-09", times.get(5).value());
        assertEquals(Anchor.narrative("t5"), times.get(5).anchor());
    }

    @Test
    void takeGregorianDateBesideIslamicOne() {
        assertEquals(
                List.of("10 Muharram 1447 DATE 2025-07-05", "5 July 2025 DATE 2025-07-05"),
                Times.values("They marched on 10 Muharram 1447 (5 July 2025).", MONDAY));
        assertEquals(
                Unresolved.NO_REFERENCE,
                Times.of("They marched on 10 Muharram 1447.", MONDAY).getFirst().unresolved());
    }

    @Test
    void leaveDayUnresolvedWithoutPublication() {
        TimeExpression monday = Times.of("The port opened on Monday.", null).getFirst();
        assertEquals("XXXX-WXX-1", monday.value());
        assertEquals(Unresolved.NO_PUBLICATION_DATE, monday.unresolved());
        assertEquals(Anchor.NONE, monday.anchor());
        assertNull(monday.edtf());
        assertNull(monday.earliest());
        assertEquals("Dec. 3 DATE XXXX-12-03 XXXX-12-03 -..-", Times.whole("It opened on Dec. 3.", null));
        assertEquals("last year DATE XXXX - -..-", Times.whole("It opened last year.", null));
        assertEquals(
                "May 2024 DATE 2024-05 2024-05 2024-05-01..2024-05-31", Times.whole("It opened in May 2024.", null));
    }

    @Test
    void takeDayOfDatelineForPublication() {
        String text = "BASRA, Aug. 18, 2025 (Tigris Wire) — The port opened on Sunday.";
        assertEquals(List.of("Aug. 18, 2025 DATE 2025-08-18", "Sunday DATE 2025-08-17"), Times.values(text, null));
        assertEquals(Anchor.narrative("t1"), Times.of(text, null).get(1).anchor());
    }

    @Test
    void readDayOfInstantInItsOwnZone() {
        assertEquals(
                "today DATE 2025-08-18 2025-08-18 2025-08-18..2025-08-18",
                Times.whole("The port opened today.", "2025-08-18T23:30:00-05:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "9999-12-31", "2024-02-29", "no date", "+123456-01-01T00:00:00Z", ""})
    void surviveAnyDayOfPublication(String publishedAt) {
        String text =
                "It fell on February 29, last century, 3000 years ago, in the last decade, 2,000,000 decades ago, "
                        + "on the 31st of April, at 24:60, next Easter, in the winter, on Monday, last millennium and 500 centuries later.";
        Times.of(text, publishedAt)
                .forEach(time -> assertTrue(time.earliest() == null
                        || time.latest() == null
                        || !time.latest().isBefore(time.earliest())));
    }

    @Test
    void surviveFailureOfSyntax() {
        String text = "It opens on Monday, 3 May 2027, and twice a week.";
        Document document = Document.of(new Report(text, 0, null, "en", MONDAY));
        for (Annotator<?> annotator : Analyses.PIPELINE.annotators()) {
            if (annotator.name().equals("times")) {
                break;
            }
            document = annotator.name().equals("syntax")
                    ? document.with(SyntaxAnnotator.SYNTAX, List.of())
                    : extended(annotator, document);
        }
        assertEquals(
                List.of("2027-05-03", "P1W"),
                new TimeAnnotator()
                        .annotate(document).stream().map(TimeExpression::value).toList());
    }

    private static <T> Document extended(Annotator<T> annotator, Document document) {
        return document.with(annotator.produces(), annotator.annotate(document));
    }

    @Test
    void numberExpressionsByPosition() {
        List<TimeExpression> times = Times.of("In 2014 and 2021 and again on Monday it burned.", MONDAY);
        assertEquals(
                List.of("t1", "t2", "t3"),
                times.stream().map(TimeExpression::id).toList());
        assertEquals(Anchor.PUBLICATION, times.get(2).anchor());
    }
}
