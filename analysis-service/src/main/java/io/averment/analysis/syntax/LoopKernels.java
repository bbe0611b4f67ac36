package io.averment.analysis.syntax;

/** {@link Kernels} as loops over one index, in which a compiler can find vector instructions. */
final class LoopKernels implements Kernels {

    /** Eight rows of {@code w} at a time serve all rows of {@code y} while they are near. */
    @Override
    public void addProducts(float[][] x, int from, int count, float[][] w, float[][] y) {
        int n = w.length;
        int k = 0;
        for (; k + 7 < n; k += 8) {
            for (int t = 0; t < count; t++) {
                addEight(x[t], from + k, k, w, y[t]);
            }
        }
        addRest(x, from, count, k, w, y);
    }

    /** What rows of {@code w} from {@code k} add. */
    static void addRest(float[][] x, int from, int count, int k, float[][] w, float[][] y) {
        int n = w.length;
        int i = k;
        for (; i + 3 < n; i += 4) {
            for (int t = 0; t < count; t++) {
                float[] r = x[t];
                int at = from + i;
                addFour(r[at], r[at + 1], r[at + 2], r[at + 3], w[i], w[i + 1], w[i + 2], w[i + 3], y[t]);
            }
        }
        for (; i < n; i++) {
            for (int t = 0; t < count; t++) {
                Vectors.addScaled(x[t][from + i], w[i], y[t]);
            }
        }
    }

    private static void addEight(float[] r, int at, int k, float[][] w, float[] y) {
        float a = r[at];
        float b = r[at + 1];
        float c = r[at + 2];
        float d = r[at + 3];
        float e = r[at + 4];
        float f = r[at + 5];
        float g = r[at + 6];
        float h = r[at + 7];
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

    static void addFour(float a, float b, float c, float d, float[] u, float[] v, float[] w, float[] x, float[] y) {
        for (int j = 0; j < y.length; j++) {
            y[j] += a * u[j] + b * v[j] + c * w[j] + d * x[j];
        }
    }

    // Each loop is short enough for the compiler.
    @Override
    public void step(
            float[] state, float[] candidate, float[] f, float[] forget, float[] r, float[] reset, float[] carried) {
        for (int j = 0; j < state.length; j++) {
            f[j] = Vectors.sigmoid(f[j] + forget[j] * state[j]);
        }
        for (int j = 0; j < state.length; j++) {
            r[j] = Vectors.sigmoid(r[j] + reset[j] * state[j]);
        }
        for (int j = 0; j < state.length; j++) {
            state[j] = f[j] * state[j] + (1 - f[j]) * candidate[j];
        }
        for (int j = 0; j < state.length; j++) {
            carried[j] = r[j] * state[j] + (1 - r[j]) * carried[j];
        }
    }
}
