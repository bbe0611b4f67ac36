package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.knowledge.KnowledgeException;
import io.averment.analysis.knowledge.KnowledgeFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council promised to mend every lamp by 2024. It has mended half of them.",
                "The council promised to mend every lamp by 2024. It has mended 40 percent.",
                "The council promised to mend every lamp by 2024. It has mended only a third.",
                "The firm promised to cut waste by half by 2024. It has cut it by a tenth.",
                "The bank promised to cut its staff by two-thirds by 2024. It has cut it by one-third.",
                "The firm promised to invest $40 million in the port by 2024. It has invested $12 million.",
                "The firm promised to cut its workforce by 500 by 2024. It has cut it by 120.",
                "The county promised to test all wells by 2024. It has tested some wells.",
                "The railway promised to refund everyone by June 2025. It has refunded nobody.",
                "The railway promised to refund everyone by June 2025. It has refunded none of them.",
                "The ministry promised to build 12 schools by June 2025. It built not a single one.",
                "The firm promised to install 30 cameras by June 2025. No camera has been installed.",
                "The firm promised to repay the fans by June 2025. It has not repaid them.",
                "The bank vowed to repay the loan by June 2025. It repaid the loan late.",
                "The landlord promised to pay the rent on the first of every month. It has paid late every month since."
            })
    void missWhatIsLessThanPromisedBehindItsDay(String text) {
        assertEquals(Outcome.MISSED, Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council promised to mend every lamp by 2027. It has mended half of them.",
                "The council promised to mend every lamp. It has mended half of them.",
                "The firm pledged to cut its emissions by 50 percent by 2024. It cut its emissions by 12 percent.",
                "The club promised to pay the players by June 2026. It has paid nothing.",
                "The club promised to pay the players by June 2026. It has not paid them.",
                "The county promised to clear the road by June 2026. It cleared the road partially.",
                "The county promised to clear the road by June 2026. Workers have cleared almost all of it.",
                "The state promised to inspect all bridges by 2026. Only the bridge in Dorn has been inspected.",
                "The state promised to inspect all bridges by 2026. Inspectors inspected few."
            })
    void leaveOpenWhatIsLessThanPromisedBeforeItsDay(String text) {
        assertNull(Undertaken.onlyOf(text).outcome());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The council promised to mend every lamp by 2024. It has mended all of them.",
                "The council promised to mend every lamp by 2024. It has mended every one.",
                "The firm promised to cut waste by half by 2024. It has cut it by half.",
                "The firm pledged to cut its emissions by 50 percent by 2024. It cut its emissions by 54 percent.",
                "The bank promised to cut its staff by two thirds by 2024. It has cut it by three quarters.",
                "The bank vowed to repay a third of the debt by June 2025. It repaid half of it.",
                "The county promised to sell half its land by June 2025. It has sold all of it.",
                "The bank vowed to repay the loan by June 2025. It repaid the loan late in May 2025.",
                "The county promised to open the second bridge by June 2025. It opened the second bridge in May 2025.",
                "The county promised to build a clinic by June 2025. It has built one.",
                "The firm promised to invest 40 million euros in the port by 2024. It has invested €45 million."
            })
    void meetWhatIsAsMuchAsPromised(String text) {
        assertEquals(Outcome.MET, Undertaken.onlyOf(text).outcome());
    }

    @Test
    void refuseShareOfNoParts() {
        KnowledgeFile file = KnowledgeFile.of("shares.tsv", "half\t2\nnone\t0\n");
        assertEquals(
                "shares.tsv, line 2: '0' is no number of parts",
                assertThrows(KnowledgeException.class, () -> Shares.of(file, Counts.load()))
                        .getMessage());
    }
}
