package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ProjectivityTest {

    @Test
    void leaveProjectiveTreeAsItIs() {
        assertArrayEquals(new int[] {1, 3, 1}, Projectivity.lifted(new int[] {1, -1, 1}));
    }

    @Test
    void liftArcThatCrosses() {
        // 0 <- 2 and 1 <- 3 cross; 3 is the root.
        assertArrayEquals(new int[] {3, 3, 3, 4}, Projectivity.lifted(new int[] {2, 3, 3, -1}));
    }
}
