package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ministry scrapped plans to build a second runway.              | WITHDRAWN | build a second runway
            The airline kept its promise to refund passengers.                 | MET       | refund passengers
            The builder missed its deadline to repair the bridge.              | MISSED    | repair the bridge
            The opening of the port has been pushed back to October 2026.      | MOVED     | The opening of the port
            The army called off the withdrawal.                                | WITHDRAWN | the withdrawal
            The company has postponed the launch until 2028.                   | MOVED     | the launch
            The city abandoned its plan for a tunnel.                          | WITHDRAWN | a tunnel
            The opposition accused the mayor of breaking a pledge to build a school by 2024. | MISSED | build a school
            The road opened on Monday, three weeks behind schedule.            | MISSED    | opened on Monday
            As promised, the board paid farmers the bonus.                     | MET       | paid farmers the bonus
            The school was finished six months late.                           | MISSED    | finished
            The firm failed to hand over the stadium by 10 August 2025.        | MISSED    | hand over the stadium
            The ministry neglected to publish the report by 10 August 2025.    | MISSED    | publish the report
            The marathon will be run on 14 September 2025 instead of 20 April 2025. | MOVED | run on 14 September 2025 instead of 20 April 2025
            The ministry put the vote off.                                     | MOVED     | the vote
            The ministry extended the deadline for applications to 1 October 2025. | MOVED | applications
            """)
    void tellWhatBecameOfIt(String text, Outcome outcome, String act) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(outcome, commitment.outcome());
        assertEquals(act, commitment.act().of(text));
    }

    @Test
    void giveOutcomeOfDeadlineToWhatWasToldBefore() {
        Commitment commitment = Undertaken.onlyOf("Latvia agreed to sell the bank by 30 June 2024. "
                + "On Thursday the minister admitted that the deadline had been missed.");
        assertEquals(Outcome.MISSED, commitment.outcome());
        assertEquals("Latvia", commitment.actor().name());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ministry promised to publish the report by 1 March 2025 but failed to do so. | MISSED
            The ministry promised to publish the report by 1 March 2025 but neglected to do so. | MISSED
            The state promised to build a clinic by June 2025. It has not done so.           | MISSED
            The ministry said it would reopen the bridge by June 2025. The bridge reopened on 3 June 2025. | MET
            The ministry said it would reopen the bridge by June 2025. The bridge reopened on 3 August 2025. | MISSED
            The line will open in March 2026, the railway said. It was originally planned for May 2025. | MOVED
            """)
    void giveOutcomeToldInOtherWords(String text, Outcome outcome) {
        assertEquals(outcome, Undertaken.in(text).getFirst().outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The company will drill 40 wells by 2028. So far it has drilled 12.",
                "The ministry promised to vaccinate 1 million children by December. It has vaccinated 200,000.",
                "The city pledged to plant 5,000 trees by 2026. It has already planted 800 trees.",
                "The state promised to build 12 schools by 2027. By now it has built three.",
                "The army will train 3,000 recruits by 2027. It has trained half of them.",
                "The firm will deliver 24 trams by 2026. The firm has delivered the first three trams.",
                "The firm had pledged to close two mines by June 2025. It closed one mine in May 2025.",
                "The firm said it would cut 500 jobs by 2026. So far, the firm has cut jobs in two plants."
            })
    void leaveOpenWhatIsOnlyPartlyDone(String text) {
        assertEquals(null, Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry promised to vaccinate 1 million children by June 2025. It vaccinated 1.2 million.",
                "The city pledged to plant 5,000 trees by June 2025. It planted 5,100 trees.",
                "The state promised to build 12 schools by June 2025. It built all 12 schools by May 2025.",
                "The state promised to build twelve schools by June 2025. It built them in May 2025.",
                "The firm had pledged to close its mine by June 2025. It closed the mine in May 2025.",
                "The ministry said it would reopen the bridge by June 2025. The bridge has already reopened."
            })
    void takeWhatIsWhollyDoneForMet(String text) {
        assertEquals(Outcome.MET, Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The hospital, which was to open in May, will not open until 2028.",
                "The hospital was to open in May 2025. It will not open until 2028.",
                "The bridge was supposed to reopen in March 2026, but will now not reopen until June 2026.",
                "The museum was to have opened in May 2025. It will not open until 2026, the city said."
            })
    void moveDayThatIsPutOffByNotUntil(String text) {
        assertEquals(
                List.of(Outcome.MOVED, Outcome.MOVED),
                Undertaken.in(text).stream().map(Commitment::outcome).toList());
    }

    @Test
    void moveBothDaysOfTheSame() {
        List<Commitment> commitments =
                Undertaken.in("The line was to open in May 2026. The line will open in June 2026.");
        assertEquals(
                List.of(Outcome.MOVED, Outcome.MOVED),
                commitments.stream().map(Commitment::outcome).toList());
    }

    @Test
    void takeNewDayOfExtendedTerm() {
        Deadline deadline = Undertaken.onlyOf(
                        "The ministry extended the deadline for applications from 1 September 2025 to 1 October 2025.")
                .deadline();
        assertEquals("2025-10-01", Objects.requireNonNull(deadline).edtf());
    }

    @Test
    void coverOnlyTheVerbOfSplitParticle() {
        String text = "The ministry put the vote off.";
        assertEquals("put", Undertaken.onlyOf(text).trigger().of(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"The train arrived two hours late.", "The storm came early.", "He arrived on time."})
    void leaveOutWhatKeepsOnlyATimetable(String text) {
        assertEquals(List.of(), Undertaken.in(text));
    }

    @Test
    void leaveOpenWhatIsOnlyPossible() {
        assertEquals(
                null,
                Undertaken.onlyOf("The ministry promised to build a school.").outcome());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The ministry has failed to publish the report.                       | publish the report   | MISSED
            The supplier failed to deliver the vaccines on time.                 | deliver the vaccines on time | MISSED
            The club did not pay the fine by the end of July.                    | pay the fine         | MISSED
            The contractor failed to finish the bridge by July.                  | finish the bridge    | MISSED
            The builder handed over the school in June, as it had promised.      | handed over the school in June | MET
            The ministry postponed the opening of the bridge to July 2027.       | the opening of the bridge | MOVED
            The ministry postponed the vote from January 2026 to July 2027.      | the vote             | MOVED
            """)
    void readWhatIsToldOfDeedsByThemselves(String text, String act, Outcome outcome) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(outcome, commitment.outcome());
        assertEquals(act, commitment.act().of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The team failed to score.",
                "Police failed to find the man.",
                "The firm failed to impress investors.",
                "The club did not pay the fine."
            })
    void takeNoFailureForABrokenPromise(String text) {
        assertEquals(List.of(), Undertaken.in(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The vote was moved from May to June 2026.                          | 2026-06
            The launch has been brought forward from October to July 2026.     | 2026-07
            The company agreed in March to open the plant in November.         | 2025-11
            The ministry announced in June that the road would open in October. | 2025-10
            Her contract ends in May.                                          | 2026-05
            """)
    void takeTheDayThatIsYetToCome(String text, String day) {
        assertEquals(
                day, Objects.requireNonNull(Undertaken.onlyOf(text).deadline()).edtf());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The law will come into force on 1 January 2027, 18 months after it was passed.",
                "The bridge will open in June 2026, two years after the deadline was missed.",
                "The troops will leave by June 2026, a month after the deal was reached.",
                "The troops will leave by June 2026 under a plan that was passed by parliament."
            })
    void leaveOpenWhatOnlyFollowsOnAnotherOutcome(String text) {
        assertNull(Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry promised to pay the farmers by June 2025. The deadline passed.",
                "The ministry promised to pay the farmers by June 2025, but the deadline was missed."
            })
    void missWhatItsDeadlineIsToldOf(String text) {
        assertEquals(Outcome.MISSED, Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The Harbour Bridge opened on time. The tunnel, promised for 2024, was completed 14 months late.",
                "The museum opened on schedule. The tunnel was finished two months late."
            })
    void giveWhatOpenedBeforeNoPartInWhatWasFinishedLate(String text) {
        Commitment commitment = Undertaken.in(text).getLast();
        assertEquals(Outcome.MISSED, commitment.outcome());
        assertNull(commitment.actor().name());
        assertEquals("The tunnel", Objects.requireNonNull(commitment.object()).of(text));
    }

    @Test
    void giveWhoeverBuiltBeforeWhatWasFinishedLate() {
        Commitment commitment = Undertaken.in("The city promised a tunnel by 2024. It was completed 14 months late.")
                .getLast();
        assertEquals("The city", commitment.actor().name());
    }
}
