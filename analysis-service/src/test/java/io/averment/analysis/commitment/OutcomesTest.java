package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
}
