package io.averment.analysis.syntax;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The two kernels against each other; the module that the second needs is added to the tests' JVM. */
class KernelsTest {

    private final Kernels loops = new LoopKernels();
    private final Kernels lanes = new LaneKernels();
    private final Random random = new Random(7);

    @Test
    void giveSameBitsOfProductsOfAnyShape() {
        for (int rows : new int[] {1, 2, 3, 8, 9}) {
            for (int elements : new int[] {1, 3, 4, 7, 8, 12, 15, 16, 67, 192}) {
                for (int columns : new int[] {1, 3, 7, 8, 15, 16, 17, 31, 33, 51, 107, 576}) {
                    compareProducts(rows, elements, columns, 0);
                    compareProducts(rows, elements, columns, 5);
                }
            }
        }
    }

    @Test
    void leaveRowsBehindCountAlone() {
        float[][] x = matrix(5, 16);
        float[][] w = matrix(16, 24);
        for (Kernels kernels : new Kernels[] {loops, lanes}) {
            float[][] y = matrix(5, 24);
            float[][] before = copy(y);
            kernels.addProducts(x, 0, 3, w, y);
            assertArrayEquals(before[3], y[3]);
            assertArrayEquals(before[4], y[4]);
        }
    }

    @Test
    void giveSameBitsOfStepsOfAnyWidth() {
        for (int width : new int[] {1, 2, 4, 7, 8, 9, 16, 31, 32, 33, 96, 100}) {
            float[][] one = matrix(7, width);
            // Beyond where the logistic function is cut off, and what it makes of things that are no numbers.
            one[2][0] = 1e6f;
            one[4][0] = -1e6f;
            one[2][width - 1] = Float.NaN;
            one[4][width / 2] = Float.NEGATIVE_INFINITY;
            float[][] other = copy(one);
            for (int token = 0; token < 3; token++) {
                loops.step(one[0], one[1], one[2], one[3], one[4], one[5], one[6]);
                lanes.step(other[0], other[1], other[2], other[3], other[4], other[5], other[6]);
                assertArrayEquals(bits(one), bits(other));
            }
        }
    }

    @Test
    void chooseLoopsOnJvm() {
        assertInstanceOf(LoopKernels.class, Kernels.fastest());
    }

    private void compareProducts(int rows, int elements, int columns, int from) {
        float[][] x = matrix(rows, from + elements);
        float[][] w = matrix(elements, columns);
        float[][] one = matrix(rows, columns);
        float[][] other = copy(one);
        float[][] rowByRow = copy(one);
        loops.addProducts(x, from, rows, w, one);
        lanes.addProducts(x, from, rows, w, other);
        assertArrayEquals(bits(one), bits(other));
        for (int t = 0; t < rows; t++) {
            float[] row = Arrays.copyOfRange(x[t], from, from + elements);
            Vectors.addProduct(row, w, rowByRow[t]);
        }
        assertArrayEquals(bits(one), bits(rowByRow));
    }

    private float[][] matrix(int rows, int columns) {
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                row[j] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    private static float[][] copy(float[][] matrix) {
        float[][] copy = matrix.clone();
        for (int t = 0; t < copy.length; t++) {
            copy[t] = copy[t].clone();
        }
        return copy;
    }

    private static int[][] bits(float[][] matrix) {
        int[][] bits = new int[matrix.length][];
        for (int t = 0; t < bits.length; t++) {
            bits[t] = new int[matrix[t].length];
            for (int j = 0; j < bits[t].length; j++) {
                bits[t][j] = Float.floatToIntBits(matrix[t][j]);
            }
        }
        return bits;
    }
}
