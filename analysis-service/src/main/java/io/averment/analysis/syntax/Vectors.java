package io.averment.analysis.syntax;

/**
 * The few operations on rows of floats that the parser's network is made of. Each runs over one index from 0 without offsets, so
 * that the compiler can use vector instructions; each gives the same bits on every machine, for nothing is reordered and nothing
 * but additions, multiplications and divisions is used.
 */
public final class Vectors {

    /** Beyond this the hyperbolic tangent is 1 as far as it matters. */
    private static final float CLIP = 4.97f;

    private Vectors() {}

    /** {@code y += x * w}, with a row of {@code w} to each element of {@code x}. */
    public static void addProduct(float[] x, float[][] w, float[] y) {
        int n = x.length;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            addFour(x[k], x[k + 1], x[k + 2], x[k + 3], w[k], w[k + 1], w[k + 2], w[k + 3], y);
        }
        for (; k < n; k++) {
            addScaled(x[k], w[k], y);
        }
    }

    /**
     * {@link #addProduct} for each row of {@code x} and {@code y}, with the same bits. Eight rows of {@code w} at a time serve all
     * rows of {@code y} while they are near.
     */
    public static void addProducts(float[][] x, float[][] w, float[][] y) {
        int n = w.length;
        int k = 0;
        for (; k + 7 < n; k += 8) {
            for (int t = 0; t < x.length; t++) {
                addEight(x[t], k, w, y[t]);
            }
        }
        for (; k + 3 < n; k += 4) {
            for (int t = 0; t < x.length; t++) {
                float[] r = x[t];
                addFour(r[k], r[k + 1], r[k + 2], r[k + 3], w[k], w[k + 1], w[k + 2], w[k + 3], y[t]);
            }
        }
        for (; k < n; k++) {
            for (int t = 0; t < x.length; t++) {
                addScaled(x[t][k], w[k], y[t]);
            }
        }
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

    private static void addEight(float[] r, int k, float[][] w, float[] y) {
        float a = r[k];
        float b = r[k + 1];
        float c = r[k + 2];
        float d = r[k + 3];
        float e = r[k + 4];
        float f = r[k + 5];
        float g = r[k + 6];
        float h = r[k + 7];
        addEight(a, b, c, d, w[k], w[k + 1], w[k + 2], w[k + 3], e, f, g, h, w[k + 4], w[k + 5], w[k + 6], w[k + 7], y);
    }

    // The sum in two steps gives the same bits as addFour twice.
    private static void addEight(
            float a,
            float b,
            float c,
            float d,
            float[] p,
            float[] q,
            float[] r,
            float[] s,
            float e,
            float f,
            float g,
            float h,
            float[] u,
            float[] v,
            float[] w,
            float[] x,
            float[] y) {
        for (int j = 0; j < y.length; j++) {
            float half = y[j] + (a * p[j] + b * q[j] + c * r[j] + d * s[j]);
            y[j] = half + (e * u[j] + f * v[j] + g * w[j] + h * x[j]);
        }
    }

    private static void addFour(
            float a, float b, float c, float d, float[] u, float[] v, float[] w, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += a * u[j] + b * v[j] + c * w[j] + d * x[j];
        }
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
