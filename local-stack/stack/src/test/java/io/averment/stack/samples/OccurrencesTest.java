package io.averment.stack.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class OccurrencesTest {

    @Test
    void saysWhatIsThereTooRarelyOrTooOften() {
        Occurrences expected = Occurrences.of(List.of("b", "a", "c"));

        assertEquals(
                List.of("b: 0 times instead of 1", "c: 2 times instead of 1", "d: 1 times instead of 0"),
                Occurrences.of(List.of("c", "a", "d", "c")).differencesFrom(expected));
        assertEquals(List.of(), expected.differencesFrom(Occurrences.of(List.of("a", "b", "c"))));
    }
}
