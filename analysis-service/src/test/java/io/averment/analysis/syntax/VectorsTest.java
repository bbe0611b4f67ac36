package io.averment.analysis.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class VectorsTest {

    @Test
    void staySmallErrorOfSigmoid() {
        for (float x = -20; x <= 20; x += 0.01f) {
            assertEquals(1 / (1 + StrictMath.exp(-x)), Vectors.sigmoid(x), 1e-4);
        }
    }

    @Test
    void addProductOfRowAndMatrix() {
        float[] y = {1, 0};
        Vectors.addProduct(new float[] {1, 2, 3, 4, 5}, new float[][] {{1, 0}, {0, 1}, {1, 1}, {2, 0}, {0, 2}}, y);
        assertArrayEquals(new float[] {13, 15}, y);
    }

    @Test
    void takeFirstOfEquals() {
        assertEquals(1, Vectors.greatest(new float[] {0, 3, 3}));
    }
}
