package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementPairingTest {

    private static final String TEXT = "x".repeat(1000);

    private static Characters part(int start, int end) {
        return Characters.of(TEXT, List.of(new Span(start, end)));
    }

    @Test
    void compareWhatLiesAcrossStretches() {
        List<StatementPairing.Overlap> overlaps =
                StatementPairing.overlaps(List.of(part(200, 600)), List.of(part(500, 700), part(610, 700)));
        assertEquals(List.of(new StatementPairing.Overlap(0, 0, false, 0.2)), overlaps);
    }

    @Test
    void preferLastAmongEquals() {
        StatementPairing pairing = StatementPairing.of(List.of(part(0, 10)), List.of(part(0, 8), part(0, 8)));
        assertEquals(1, pairing.foundOf(0));
        assertEquals(0, pairing.goldOf(1));
    }

    @Test
    void giveSecondBestToNextStatement() {
        StatementPairing pairing =
                StatementPairing.of(List.of(part(0, 10), part(0, 8)), List.of(part(0, 10), part(0, 9)));
        assertEquals(0, pairing.foundOf(0));
        assertEquals(1, pairing.foundOf(1));
    }
}
