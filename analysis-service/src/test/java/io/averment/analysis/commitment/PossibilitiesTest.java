package io.averment.analysis.commitment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PossibilitiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We may have to close on Monday, the baker said.",
                "The firm might have to sell its plant by June 2026.",
                "The club could have to pay by 1 May 2026.",
                "We will pay the fine when hell freezes over, the chairman said.",
                "The mayor said he would resign when hell freezes over.",
                "The club will sell its ground when pigs fly, the chairman said."
            })
    void leaveOutWhatIsOnlyPossibleOrNever(String text) {
        assertEquals(List.of(), Undertaken.in(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            The firm will have to sell its plant by June 2026.  | The firm
            The firm would have to sell its plant by June 2026, the court said. | The firm
            We will pay the fine when the court rules, the chairman said. | the chairman
            """)
    void keepWhatIsWordedAlike(String text, String actor) {
        assertEquals(actor, Undertaken.onlyOf(text).actor().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The invoices must be paid by 1 May 2026, according to supplier Aldo Ferri.",
                "Supplier Aldo Ferri said the arrears must be paid by 1 May 2026."
            })
    void nameNobodyWhoOnlySaysWhatOthersMust(String text) {
        assertNull(Undertaken.onlyOf(text).actor().name());
    }

    @Test
    void nameBodyThatSaysWhatMustBeDone() {
        assertEquals(
                "the ministry",
                Undertaken.onlyOf("The road must be closed by 1 May 2026, the ministry said.")
                        .actor()
                        .name());
    }
}
