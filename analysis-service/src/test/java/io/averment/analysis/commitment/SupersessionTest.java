package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupersessionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The ministry promised to publish the report by 1 July 2025. It now says it will publish it by 9 October 2025.",
                "The ministry promised to publish the report by 1 July 2025. The report is now to be published in October 2025.",
                "The firm said it would deliver the buses by June 2025. It now says the buses will come by 9 October 2025."
            })
    void moveDayThatIsNowAnother(String text) {
        assertEquals(
                List.of(Outcome.MOVED, Outcome.MOVED),
                Undertaken.in(text).stream().map(Commitment::outcome).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The firm now says it will deliver the buses by 9 October 2025.",
                "The ferry will now enter service in October 2025.",
                "The firm will build a mill by October 2025. It now says it will close a mine by 9 December 2025.",
                "The firm will deliver the buses by June 2026. It now says it will deliver the buses by May 2026."
            })
    void moveNothingThatHadNoEarlierDay(String text) {
        List<Commitment> commitments = Undertaken.in(text);
        Outcome[] open = new Outcome[commitments.size()];
        assertEquals(
                Arrays.asList(open),
                commitments.stream().map(Commitment::outcome).toList());
    }

    @Test
    void readWhatIsNowToBeDone() {
        Commitment commitment = Undertaken.onlyOf("The bridge is now to be closed in October 2025.");
        assertEquals("2025-10", Objects.requireNonNull(commitment.deadline()).edtf());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The city promised 30 new cameras by the end of 2024. Not one has been installed.",
                "The city promised 30 new cameras by the end of 2024. None of them has been installed.",
                "The city promised 30 new cameras by the end of 2024. None has arrived.",
                "The city promised 30 new cameras by the end of 2024. It has installed none.",
                "The city promised 30 new cameras by the end of 2024. It has not installed any.",
                "The city promised a new bridge by the end of 2024. It has not been built.",
                "The city promised to install 30 cameras by the end of 2024. Not one has been installed."
            })
    void missWhatNothingWasDoneWith(String text) {
        assertEquals(Outcome.MISSED, Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The city promised 30 new cameras by the end of 2026. Not one has been installed.",
                "The city promised 30 new cameras. Not one has been installed.",
                "The city promised 30 new cameras by the end of 2024. Nobody was hurt in the crash.",
                "The city promised 30 new cameras by the end of 2024. No explanation has been given.",
                "The city promised a new bridge by the end of 2026. It has not been built."
            })
    void leaveOpenWhatIsNotOverOrTellsOfAnother(String text) {
        assertNull(Undertaken.onlyOf(text).outcome());
    }
}
