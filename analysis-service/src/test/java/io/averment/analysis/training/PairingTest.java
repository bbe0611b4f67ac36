package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.document.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairingTest {

    private static final String TEXT = "x".repeat(1000);

    private static Characters part(int start, int end) {
        return Characters.of(TEXT, List.of(new Span(start, end)));
    }

    @Test
    void compareWhatLiesAcrossStretches() {
        List<Pairing.Overlap> overlaps =
                Pairing.overlaps(List.of(part(200, 600)), List.of(part(500, 700), part(610, 700)));
        assertEquals(List.of(new Pairing.Overlap(0, 0, 0.25, 0.5, 0.2)), overlaps);
    }

    @Test
    void tellHalfOfBothFromHalfOfShorter() {
        Pairing.Overlap overlap = new Pairing.Overlap(0, 0, 0.25, 0.5, 0.2);
        assertTrue(overlap.isHalfOfShorter());
        assertFalse(overlap.isHalfOfBoth());
        assertFalse(new Pairing.Overlap(0, 0, 0.49, 0.49, 0.3).isHalfOfShorter());
        assertTrue(new Pairing.Overlap(0, 0, 0.5, 0.5, 0.3).isHalfOfBoth());
    }

    @Test
    void preferLastAmongEquals() {
        Pairing pairing =
                Pairing.of(List.of(part(0, 10)), List.of(part(0, 8), part(0, 8)), Pairing.Overlap::isHalfOfBoth);
        assertEquals(1, pairing.foundOf(0));
        assertEquals(0, pairing.goldOf(1));
    }

    @Test
    void giveSecondBestToNextStatement() {
        Pairing pairing = Pairing.of(
                List.of(part(0, 10), part(0, 8)), List.of(part(0, 10), part(0, 9)), Pairing.Overlap::isHalfOfBoth);
        assertEquals(0, pairing.foundOf(0));
        assertEquals(1, pairing.foundOf(1));
    }
}
