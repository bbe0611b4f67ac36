package io.averment.stack.deadletters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.stack.process.StackFailure;
import org.junit.jupiter.api.Test;

class ReplayedTest {

    @Test
    void remembersSingleMessagesAsRanges() throws Exception {
        Replayed replayed = Replayed.NOTHING.with(7, 0).with(9, 0).with(10, 0).with(11, 0);

        assertEquals(0, replayed.below());
        assertEquals("7,9-11", replayed.rest());
    }

    @Test
    void closesUpFromTheFirstThatIsThere() throws Exception {
        Replayed replayed = Replayed.NOTHING.with(6, 5).with(5, 5).with(9, 5);

        assertEquals(7, replayed.below());
        assertEquals("9", replayed.rest());
    }

    @Test
    void readsWhatItWrote() throws Exception {
        Replayed replayed = Replayed.NOTHING.with(3, 0).with(4, 0).with(8, 0);

        assertEquals(replayed, Replayed.parse(replayed.below(), replayed.rest()));
    }

    @Test
    void takesUnreadableMetadataAsNothing() {
        Replayed replayed = Replayed.parse(2, "x,5-,-,,9");

        assertTrue(replayed.contains(1));
        assertFalse(replayed.contains(5));
        assertTrue(replayed.contains(9));
    }

    @Test
    void refusesMoreThanTheBrokerKeeps() {
        assertThrows(StackFailure.class, () -> {
            Replayed replayed = Replayed.NOTHING;
            for (long offset = 1; offset < 5000; offset += 2) {
                replayed = replayed.with(offset, 0);
            }
        });
    }
}
