package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromisesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The council voted to plant 10,000 trees by 2030.             | The council  | plant 10,000 trees | 2030
            The council voted on Monday to close two pools by June 2026. | The council  | close two pools    | 2026-06
            Every school will have a nurse by 2028, the minister promised. | the minister | have a nurse     | 2028
            Every village will have a doctor by 2028, Premier Anna Holt pledged on Monday. | Anna Holt | have a doctor | 2028
            The mayor, it should be noted, promised to build a school by 2027. | The mayor | build a school  | 2027
            The mayor, it will be recalled, promised to repair the bridge by June 2026. | The mayor | repair the bridge | 2026-06
            """)
    void readWhatIsVotedAndPromisedInOtherWords(String text, String actor, String act, String edtf) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertEquals(Strength.FIRM, commitment.strength());
        assertEquals(actor, commitment.actor().name());
        assertEquals(act, commitment.act().of(text));
        assertEquals(edtf, Objects.requireNonNull(commitment.deadline()).edtf());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The minister ruled out raising taxes before 2028.             | raising taxes     | ../2027-12-31
            The government has ruled out closing the plant before 2030.   | closing the plant | ../2029-12-31
            """)
    void negateWhatIsRuledOutByItsGerund(String text, String act, String edtf) {
        Commitment commitment = Undertaken.onlyOf(text);
        assertTrue(commitment.negated());
        assertEquals(act, commitment.act().of(text));
        assertEquals(edtf, Objects.requireNonNull(commitment.deadline()).edtf());
    }

    @Test
    void keepWhatIsPromisedBehindAnAside() {
        String text = "The mayor, it will be remembered, promised 30 new cameras.";
        assertEquals("30 new cameras", Undertaken.onlyOf(text).act().of(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rain ruled out starting the match before noon.",
                "People voted to stay.",
                "Residents voted to leave the county in 2016.",
                "The council voted against building the road.",
                "Every school will have a nurse by 2028.",
                "Every school will have a nurse, the minister said.",
                "Analysts said every home will have a battery by 2040.",
                "The match will be remembered for its goals."
            })
    void leaveOutWhatIsWordedLikeAPromise(String text) {
        assertEquals(List.of(), Undertaken.in(text));
    }
}
