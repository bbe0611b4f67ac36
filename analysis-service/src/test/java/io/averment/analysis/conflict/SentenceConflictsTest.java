package io.averment.analysis.conflict;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.Analyses;
import io.averment.analysis.conflict.Conflict.Kind;
import io.averment.analysis.document.Report;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts that one sentence gives, or one and the next. The report is of 18 August 2025. */
class SentenceConflictsTest {

    private static List<Conflict> in(String text) {
        return Analyses.of(new Report(text, 0, null, null, "2025-08-18"))
                .document()
                .get(ConflictAnnotator.CONFLICTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DURATION | The bridge will be closed for six weeks from 1 June until 31 August.
            DURATION | The road will be shut for two weeks from 3 March 2026 to 30 April 2026.
            DURATION | The road was closed for two weeks from 3 March 2025 until 30 May 2025.
            DURATION | The council approved a three-month renovation that begins on 1 March and ends on 31 August.
            DURATION | A three-month renovation of the hall will begin on 1 March 2026 and end on 31 August 2026.
            DURATION | The council approved a three-month renovation that begins on 1 March and ends 31 August.
            DURATION | The council approved a three-month renovation that begins 1 March and ends 31 August.
            DURATION | The council approved a three-month renovation that begins on 1 March, and which ends on 31 August.
            DURATION | The two-month ban, which starts on 1 June 2026, ends on 31 December 2026.
            DURATION | The two-month ban took effect on 1 March 2025, and will end on 31 December 2025.
            DURATION | The two-month ban comes into force on 1 June 2026 and ends on 31 December 2026.
            DURATION | The 90-day ceasefire, which took effect on 1 July 2025, will end on 10 September 2025.
            DURATION | The bridge will be closed for six weeks from 1 June, until 31 August.
            DURATION | The bridge will be closed for six weeks from 1 June 2026, until 31 August 2026, the city said.
            DURATION | A six-month trial will run from 1 March to 31 October.
            DURATION | The six-month trial will run from 1 March until 31 October 2026, the ministry said.
            DURATION | The two-month ban starts on 1 June 2026 and ends on 31 December 2026.
            DURATION | The ministry announced a two-month ban from 1 June 2026 to 31 December 2026.
            DURATION | On 1 March the commission gave Orla three months to repay the aid. Orla must repay the aid by 31 August.
            DURATION | On 1 March 2026 the commission gave Orla three months to repay the aid. Orla must repay it by 31 August 2026.
            DURATION | On 1 March 2026 the commission gave Orla three months, until 31 August 2026, to repay the aid.
            TOTAL    | The company will build 900 homes in three stages: 300 by 2027, 250 by 2028 and 300 by 2029.
            TOTAL    | The army will withdraw 900 soldiers in two phases: 400 in March 2026 and 600 in May 2026.
            TOTAL    | The fund will spend 40 million euros: 25 million on roads by 2027 and 20 million on rail by 2028.
            TOTAL    | The company will hire 300 people: 200 in Leeds by May 2027 and 150 in York by June 2027.
            TOTAL    | The company will cut 900 jobs: 400 in Leeds by May 2026, 300 in York by June 2026 and 100 in Hull by July 2026.
            TOTAL    | The port will hire 300 people: 200 for line 4, 100 for line 5 by June 2027 and 50 for line 6.
            TOTAL    | The company will hire 300 people: in May 2027 200 and in June 2027 150.
            """)
    void findWhatDoesNotAgree(Kind kind, String text) {
        assertEquals(List.of(kind), in(text).stream().map(Conflict::kind).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The bridge will be closed for three months from 1 June until 31 August.",
                "The bridge will be closed for three months from June until August 2026.",
                "The road will be shut for eight weeks from 3 March 2026 to 30 April 2026.",
                "The festival will run for two weeks from 4 July 2026 to 18 July 2026.",
                "The bridge will be closed for six weeks between 1 June and 31 August.",
                "The museum will be closed for six weeks from 1 June. The shop will be open until 31 August.",
                "The pool will close for six weeks from 1 June and the library until 31 August.",
                "The council approved a six-month renovation that begins on 1 March and ends on 31 August.",
                "An eight-month trial will run from 1 March to 31 October.",
                "The council approved a six-month renovation that begins on 1 March and ends 31 August.",
                "The two-month ban, which starts on 1 June 2026, ends on 31 July 2026.",
                "The 90-day ceasefire, which took effect on 1 July, will end on 29 September.",
                "The three-month strike began on 1 March 2025 and the boycott ends on 31 December 2025.",
                "The museum will be closed for six weeks from 1 June 2026, until 31 August 2026 the shop will be open.",
                "The police force will end its two-month patrol from 1 June 2026 to 31 July 2026.",
                "A three-month strike ran from 1 March until 30 May 2025.",
                "The six-month programme will hold courses from 1 March 2026 to 31 October 2026.",
                "The six-month trial was extended from 1 March 2026 to 31 October 2026.",
                "Tickets for the three-day festival are on sale from 1 March to 31 May 2026.",
                "The two-year-old boy will be in hospital from 1 March 2026 to 31 May 2026.",
                "The clinic, closed for two years, will treat patients from 1 March 2026 to 31 May 2026.",
                "On 1 March 2026 the commission gave Orla three months to repay the aid. Orla must repay it by 1 June 2026.",
                "On 1 March 2026 the commission gave Orla three months, until 1 June 2026, to repay the aid.",
                "On 1 March 2026 the commission gave Orla three months to repay the aid. Orla must sell the ships by 31"
                        + " August 2026.",
                "The company will build 900 homes in three stages: 300 by 2027, 300 by 2028 and 300 by 2029.",
                "The city will build 900 homes in two stages: 300 by 2027, in 12 streets, and 600 by 2028.",
                "The hospital will open 200 beds: 120 in May 2026, 60 of them for children, and 80 in June 2026.",
                "The city will plant 500 trees: 300 in the north by 2026, up from 250, and 200 in the south by 2027.",
                "The line will get 40 trains: 20 by 2026, at a cost of 90 million, and 20 by 2027.",
                "The company will cut 900 jobs: 400 in May 2026, 300 in June 2026 and 200 in July 2026.",
                "The company will cut 900 jobs: 400 in May 2026, 300 in June 2026, 100 in July 2026 and the rest by 2028.",
                "The company will cut 900 jobs: 400 in May 2026, 200 in June 2026, about 200 in July 2026 and 100 in August"
                        + " 2026.",
                "The company will cut 900 jobs: 400 in May 2026, 300 in June 2026 and 100 in July 2026, with more to follow.",
                "The port will hire 300 people: 200 for Terminal 2 in May and 100 for Terminal 3 in June.",
                "The port will hire 300 people: 200 for terminals 2, 3 and 4 in May and 100 for Terminal 5 in June.",
                "The port will hire 300 people: 200 for Terminal 2 and 3 in May and 100 for Terminal 4 in June.",
                "The city will plant 300 trees: 200 along Route 66 in May and 100 along Route 7 in June.",
                "The company will hire 300 people: 200 people in Leeds by May 2027, with 50 people on call, and 100 people"
                        + " in York by June 2027.",
                "The ministry announced a two-month ban from 1 June 2026 to 31 July 2026.",
                "The ban starts on 1 June 2026 and ends on 31 December 2026.",
                "The two-month ban starts on 1 June 2026 and ends on 31 July 2026.",
                "The company will hire 300 people: 200 in Leeds by May 2027 and 50 in York by June 2027.",
                "The company will hire 300 people: 200 in Leeds by May 2027, of whom 150 are engineers, and 100 in York"
                        + " by June 2027."
            })
    void findNoConflictInWhatAgreesOrIsOfSomethingElse(String text) {
        assertEquals(List.of(), in(text));
    }

    @Test
    void explainStretchByItsDays() {
        assertEquals(
                List.of(new Conflict(
                        Kind.DURATION,
                        List.of("t1", "t2", "t3"),
                        "The text speaks of “six-month trial”, but from the beginning (1 March) to the end (31 October)"
                                + " it is about 8 months.")),
                in("A six-month trial will run from 1 March to 31 October."));
    }

    @Test
    void explainGrantByTheDayOnWhichItWasGiven() {
        assertEquals(
                List.of(new Conflict(
                        Kind.DURATION,
                        List.of("t2", "t1", "t3"),
                        "The text speaks of “three months”, but from the day on which they were given (1 March 2026) to"
                                + " their end (31 August 2026) it is about 6 months.")),
                in("On 1 March 2026 the commission gave Orla three months, until 31 August 2026, to repay the aid."));
    }

    @Test
    void tellInTheOrderOfTheText() {
        assertEquals(
                List.of(Kind.TOTAL, Kind.DURATION, Kind.DEADLINE),
                in(
                                "The company will hire 300 people: 200 in Leeds by May 2027 and 150 in York by June 2027. The road will"
                                        + " be shut for two weeks from 3 March 2026 to 30 April 2026. The Merton bridge will be"
                                        + " reopened on 1 June 2026, the mayor said. The contractor said the Merton bridge would be"
                                        + " reopened on 15 August 2026.")
                        .stream()
                        .map(Conflict::kind)
                        .toList());
    }

    @Test
    void keepNoMoreThanAReportCanHave() {
        String one = "The road will be shut for two weeks from 3 March 2026 to 30 April 2026. ";
        List<Conflict> conflicts = in(one.repeat(Findings.MOST + 10));
        assertEquals(Findings.MOST, conflicts.size());
        assertEquals(List.of("t1", "t2", "t3"), conflicts.getFirst().facts());
    }

    @Test
    void reckonGrantFromTheDayNearestBeforeIt() {
        assertEquals(
                List.of(List.of("t3", "t2", "t4")),
                in("After a meeting on 3 February 2026, on 1 March 2026 the commission gave Orla three months, until 31"
                                + " August 2026, to repay the aid.")
                        .stream()
                        .map(Conflict::facts)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            37 days        | The 90-day truce, which took effect on 1 July 2025, will end on 7 August 2025.
            58 days        | The road will be shut for two weeks from 3 March 2026 to 30 April 2026.
            about 3 months | The road will be shut for two weeks from 3 March 2026 to 10 June 2026.
            """)
    void sayShortLengthsInDays(String length, String text) {
        String explanation = in(text).getFirst().explanation();
        assertEquals("it is " + length + ".", explanation.substring(explanation.lastIndexOf("it is")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            900       | 900
            1000      | 1,000
            25000000  | 25,000,000
            123456.50 | 123,456.5
            0.125     | 0.125
            """)
    void setThousandsApart(BigDecimal quantity, String digits) {
        assertEquals(digits, Undertakings.digits(quantity));
    }
}
