package io.averment.analysis.name;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void agreeWithLibraryToEightDigits() {
        for (double x = -600; x <= 600; x += 0.37) {
            assertEquals(1, Exponential.of(x) / StrictMath.exp(x), 1e-8, "at " + x);
        }
    }

    @Test
    void vanishFarBelow() {
        assertEquals(0, Exponential.of(-1e9));
    }
}
