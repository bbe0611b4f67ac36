package io.averment.analysis.syntax;

/**
 * The few operations on rows of floats that the parser's network is made of. Each runs over one index from 0 without offsets, so
 * that the compiler can use vector instructions; each gives the same bits on every machine, for nothing is reordered and nothing
 * but additions, multiplications and divisions is used.
 */
public final class Vectors {

    /** Beyond this the hyperbolic tangent is 1 as far as it matters. */
    static final float CLIP = 4.97f;

    static final Kernels KERNELS = Kernels.fastest();

    private Vectors() {}

    /** {@code y += x * w}, with a row of {@code w} to each element of {@code x}. */
    public static void addProduct(float[] x, float[][] w, float[] y) {
        int n = x.length;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            LoopKernels.addFour(x[k], x[k + 1], x[k + 2], x[k + 3], w[k], w[k + 1], w[k + 2], w[k + 3], y);
        }
        for (; k < n; k++) {
            addScaled(x[k], w[k], y);
        }
    }

    /** {@link #addProduct} for each row of {@code x} and {@code y}, with the same bits. */
    public static void addProducts(float[][] x, float[][] w, float[][] y) {
        KERNELS.addProducts(x, 0, x.length, w, y);
    }

    /** {@code w += x^T * y}, with a row of {@code w} to each element of a row of {@code x}. */
    public static void addOuter(float[][] x, float[][] y, float[][] w) {
        float[][] columns = new float[w.length][x.length];
        for (int t = 0; t < x.length; t++) {
            for (int k = 0; k < w.length; k++) {
                columns[k][t] = x[t][k];
            }
        }
        addProducts(columns, y, w);
    }

    /** {@code y += a * x}. */
    public static void addScaled(float a, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += a * x[j];
        }
    }

    /** {@code y += x}. */
    public static void add(float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += x[j];
        }
    }

    /** {@code y += x}, with the elements of {@code x} from {@code from}. */
    static void addPart(float[] x, int from, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += x[from + j];
        }
    }

    /** Negative elements become 0. */
    public static void rectify(float[] x) {
        for (int j = 0; j < x.length; j++) {
            x[j] = Math.max(0f, x[j]);
        }
    }

    /** The logistic function, by the continued fraction of the hyperbolic tangent (Lambert 1770); its error is below 0.0001. */
    public static float sigmoid(float x) {
        float h = Math.max(-CLIP, Math.min(CLIP, 0.5f * x));
        float s = h * h;
        float p = h * (135135f + s * (17325f + s * (378f + s)));
        float q = 135135f + s * (62370f + s * (3150f + s * 28f));
        return 0.5f + 0.5f * (p / q);
    }

    /** The position of the greatest element, the first of equals. */
    public static int greatest(float[] x) {
        int best = 0;
        for (int i = 1; i < x.length; i++) {
            if (x[i] > x[best]) {
                best = i;
            }
        }
        return best;
    }
}
