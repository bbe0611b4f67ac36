package io.averment.analysis.training;

import java.util.Random;

/** A matrix that is learnt: its values, the gradient gathered so far, and the moments that Adam keeps (Kingma and Ba 2015). */
final class Parameter {

    private static final float FIRST_DECAY = 0.9f;
    private static final float SECOND_DECAY = 0.95f;
    private static final float TINY = 1e-8f;

    private final float[][] value;
    private final float[][] gradient;
    private final float[][] first;
    private final float[][] second;
    private final boolean[] touched;
    private final boolean sparse;

    private Parameter(int rows, int columns, boolean sparse) {
        value = new float[rows][columns];
        gradient = new float[rows][columns];
        first = new float[rows][columns];
        second = new float[rows][columns];
        touched = new boolean[rows];
        this.sparse = sparse;
    }

    /** A dense matrix whose rows all change with each step. */
    static Parameter dense(int rows, int columns, double range, Random random) {
        return new Parameter(rows, columns, false).filled(range, random);
    }

    /** A table of which few rows are used in a step; only those {@linkplain #touch touched} change. */
    static Parameter table(int rows, int columns, double range, Random random) {
        return new Parameter(rows, columns, true).filled(range, random);
    }

    private Parameter filled(double range, Random random) {
        for (float[] row : value) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) ((random.nextDouble() * 2 - 1) * range);
            }
        }
        return this;
    }

    float[][] value() {
        return value;
    }

    float[] value(int row) {
        return value[row];
    }

    float[][] gradient() {
        return gradient;
    }

    /** The gradient of a row that this step uses. */
    float[] touch(int row) {
        touched[row] = true;
        return gradient[row];
    }

    /** One step of Adam; the gradient is 0 afterwards. */
    void step(float rate, float scale) {
        for (int i = 0; i < value.length; i++) {
            if (!sparse || touched[i]) {
                step(value[i], gradient[i], first[i], second[i], rate, scale);
                touched[i] = false;
            }
        }
    }

    private static void step(float[] x, float[] g, float[] m, float[] v, float rate, float scale) {
        for (int j = 0; j < x.length; j++) {
            float slope = g[j] * scale;
            m[j] = FIRST_DECAY * m[j] + (1 - FIRST_DECAY) * slope;
            v[j] = SECOND_DECAY * v[j] + (1 - SECOND_DECAY) * slope * slope;
            x[j] -= rate * m[j] / ((float) Math.sqrt(v[j]) + TINY);
            g[j] = 0;
        }
    }

    double squaredGradient() {
        double sum = 0;
        for (int i = 0; i < gradient.length; i++) {
            if (!sparse || touched[i]) {
                for (float g : gradient[i]) {
                    sum += (double) g * g;
                }
            }
        }
        return sum;
    }

    /** The matrix with rows and columns exchanged, as it is now. */
    float[][] transposed() {
        float[][] result = new float[value[0].length][value.length];
        for (int i = 0; i < value.length; i++) {
            for (int j = 0; j < value[i].length; j++) {
                result[j][i] = value[i][j];
            }
        }
        return result;
    }
}
