package io.averment.analysis.syntax;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Kernels} in the vector instructions of the processor that the executable is made for. Vectors stay in registers only within
 * one method, which is why these are long; what does not fill a vector is left to loops. The species is asked for in each method:
 * in a field of this class it would be that of the machine that compiles, and vectors that the executable has no instructions for
 * are a hundred times slower than loops.
 */
final class LaneKernels implements Kernels {

    /** Eight rows of {@code w} at a time, for two rows of {@code y}. */
    @Override
    public void addProducts(float[][] x, int from, int count, float[][] w, float[][] y) {
        int k = 0;
        for (; k + 7 < w.length; k += 8) {
            int t = 0;
            for (; t + 1 < count; t += 2) {
                int j = addToPair(x[t], x[t + 1], from + k, k, w, y[t], y[t + 1]);
                addFrom(j, x[t], from + k, k, w, y[t]);
                addFrom(j, x[t + 1], from + k, k, w, y[t + 1]);
            }
            for (; t < count; t++) {
                addFrom(addToOne(x[t], from + k, k, w, y[t]), x[t], from + k, k, w, y[t]);
            }
        }
        LoopKernels.addRest(x, from, count, k, w, y);
    }

    /** Gives the first element that is left. */
    private static int addToPair(float[] x, float[] z, int at, int k, float[][] w, float[] y, float[] v) {
        float x0 = x[at];
        float x1 = x[at + 1];
        float x2 = x[at + 2];
        float x3 = x[at + 3];
        float x4 = x[at + 4];
        float x5 = x[at + 5];
        float x6 = x[at + 6];
        float x7 = x[at + 7];
        float z0 = z[at];
        float z1 = z[at + 1];
        float z2 = z[at + 2];
        float z3 = z[at + 3];
        float z4 = z[at + 4];
        float z5 = z[at + 5];
        float z6 = z[at + 6];
        float z7 = z[at + 7];
        float[] w0 = w[k];
        float[] w1 = w[k + 1];
        float[] w2 = w[k + 2];
        float[] w3 = w[k + 3];
        float[] w4 = w[k + 4];
        float[] w5 = w[k + 5];
        float[] w6 = w[k + 6];
        float[] w7 = w[k + 7];
        VectorSpecies<Float> lanes = FloatVector.SPECIES_PREFERRED;
        int end = lanes.loopBound(y.length);
        for (int j = 0; j < end; j += lanes.length()) {
            FloatVector row = FloatVector.fromArray(lanes, w0, j);
            FloatVector first = row.mul(x0);
            FloatVector second = row.mul(z0);
            row = FloatVector.fromArray(lanes, w1, j);
            first = first.add(row.mul(x1));
            second = second.add(row.mul(z1));
            row = FloatVector.fromArray(lanes, w2, j);
            first = first.add(row.mul(x2));
            second = second.add(row.mul(z2));
            row = FloatVector.fromArray(lanes, w3, j);
            first = first.add(row.mul(x3));
            second = second.add(row.mul(z3));
            FloatVector half = FloatVector.fromArray(lanes, y, j).add(first);
            FloatVector other = FloatVector.fromArray(lanes, v, j).add(second);
            row = FloatVector.fromArray(lanes, w4, j);
            first = row.mul(x4);
            second = row.mul(z4);
            row = FloatVector.fromArray(lanes, w5, j);
            first = first.add(row.mul(x5));
            second = second.add(row.mul(z5));
            row = FloatVector.fromArray(lanes, w6, j);
            first = first.add(row.mul(x6));
            second = second.add(row.mul(z6));
            row = FloatVector.fromArray(lanes, w7, j);
            first = first.add(row.mul(x7));
            second = second.add(row.mul(z7));
            half.add(first).intoArray(y, j);
            other.add(second).intoArray(v, j);
        }
        return end;
    }

    /** Gives the first element that is left. */
    private static int addToOne(float[] x, int at, int k, float[][] w, float[] y) {
        float x0 = x[at];
        float x1 = x[at + 1];
        float x2 = x[at + 2];
        float x3 = x[at + 3];
        float x4 = x[at + 4];
        float x5 = x[at + 5];
        float x6 = x[at + 6];
        float x7 = x[at + 7];
        float[] w0 = w[k];
        float[] w1 = w[k + 1];
        float[] w2 = w[k + 2];
        float[] w3 = w[k + 3];
        float[] w4 = w[k + 4];
        float[] w5 = w[k + 5];
        float[] w6 = w[k + 6];
        float[] w7 = w[k + 7];
        VectorSpecies<Float> lanes = FloatVector.SPECIES_PREFERRED;
        int end = lanes.loopBound(y.length);
        for (int j = 0; j < end; j += lanes.length()) {
            FloatVector sum = FloatVector.fromArray(lanes, w0, j).mul(x0);
            sum = sum.add(FloatVector.fromArray(lanes, w1, j).mul(x1));
            sum = sum.add(FloatVector.fromArray(lanes, w2, j).mul(x2));
            sum = sum.add(FloatVector.fromArray(lanes, w3, j).mul(x3));
            FloatVector half = FloatVector.fromArray(lanes, y, j).add(sum);
            sum = FloatVector.fromArray(lanes, w4, j).mul(x4);
            sum = sum.add(FloatVector.fromArray(lanes, w5, j).mul(x5));
            sum = sum.add(FloatVector.fromArray(lanes, w6, j).mul(x6));
            sum = sum.add(FloatVector.fromArray(lanes, w7, j).mul(x7));
            half.add(sum).intoArray(y, j);
        }
        return end;
    }

    private static void addFrom(int first, float[] x, int at, int k, float[][] w, float[] y) {
        for (int j = first; j < y.length; j++) {
            float half = y[j]
                    + (x[at] * w[k][j] + x[at + 1] * w[k + 1][j] + x[at + 2] * w[k + 2][j] + x[at + 3] * w[k + 3][j]);
            y[j] = half
                    + (x[at + 4] * w[k + 4][j]
                            + x[at + 5] * w[k + 5][j]
                            + x[at + 6] * w[k + 6][j]
                            + x[at + 7] * w[k + 7][j]);
        }
    }

    @Override
    public void step(
            float[] state, float[] candidate, float[] f, float[] forget, float[] r, float[] reset, float[] carried) {
        open(f, forget, state);
        open(r, reset, state);
        mix(f, state, candidate, state);
        mix(r, state, carried, carried);
    }

    /** How far a gate is open: {@link Vectors#sigmoid}. */
    private static void open(float[] gate, float[] weights, float[] state) {
        VectorSpecies<Float> lanes = FloatVector.SPECIES_PREFERRED;
        int end = lanes.loopBound(gate.length);
        for (int j = 0; j < end; j += lanes.length()) {
            FloatVector added = FloatVector.fromArray(lanes, weights, j).mul(FloatVector.fromArray(lanes, state, j));
            FloatVector h = FloatVector.fromArray(lanes, gate, j).add(added).mul(0.5f);
            h = h.min(Vectors.CLIP).max(-Vectors.CLIP);
            FloatVector s = h.mul(h);
            FloatVector p = s.add(378f).mul(s).add(17325f).mul(s).add(135135f).mul(h);
            FloatVector q = s.mul(28f).add(3150f).mul(s).add(62370f).mul(s).add(135135f);
            p.div(q).mul(0.5f).add(0.5f).intoArray(gate, j);
        }
        for (int j = end; j < gate.length; j++) {
            gate[j] = Vectors.sigmoid(gate[j] + weights[j] * state[j]);
        }
    }

    /** As much of {@code a} as the gate is open, and of {@code b} as it is not. */
    private static void mix(float[] gate, float[] a, float[] b, float[] result) {
        VectorSpecies<Float> lanes = FloatVector.SPECIES_PREFERRED;
        int end = lanes.loopBound(gate.length);
        FloatVector one = FloatVector.broadcast(lanes, 1f);
        for (int j = 0; j < end; j += lanes.length()) {
            FloatVector open = FloatVector.fromArray(lanes, gate, j);
            FloatVector closed = one.sub(open);
            open.mul(FloatVector.fromArray(lanes, a, j))
                    .add(closed.mul(FloatVector.fromArray(lanes, b, j)))
                    .intoArray(result, j);
        }
        for (int j = end; j < gate.length; j++) {
            result[j] = gate[j] * a[j] + (1 - gate[j]) * b[j];
        }
    }
}
