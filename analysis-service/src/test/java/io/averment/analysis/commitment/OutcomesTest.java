package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @Test
    void leaveOpenWhatIsOnlyPossible() {
        assertEquals(
                null,
                Undertaken.onlyOf("The ministry promised to build a school.").outcome());
    }
}
