package io.averment.analysis.training;

import io.averment.analysis.syntax.RecurrentLayer;
import io.averment.analysis.syntax.Vectors;
import java.util.List;
import java.util.Random;

/**
 * {@link RecurrentLayer} while it is being learnt: keeps what the way back needs. One sentence at a time, not thread-safe.
 */
final class TrainedLayer {

    private final int hidden;
    private final int gates;
    private final Parameter weights;
    private final Parameter bias;
    private final Parameter forget;
    private final Parameter reset;
    private float[][] transposed;

    private float[][] input = {};
    private float[][] products = {};
    private final float[][][] states = new float[2][][];

    /** @param projected whether the input is not as wide as the output, so that the highway needs a product of its own */
    TrainedLayer(int in, int hidden, boolean projected, Random random) {
        this.hidden = hidden;
        this.gates = projected ? RecurrentLayer.GATES + 1 : RecurrentLayer.GATES;
        this.weights = Parameter.dense(in, 2 * gates * hidden, Math.sqrt(3.0 / in), random);
        this.bias = Parameter.dense(1, 2 * gates * hidden, 0, random);
        this.forget = Parameter.dense(2, hidden, 0.5, random);
        this.reset = Parameter.dense(2, hidden, 0.5, random);
        this.transposed = weights.transposed();
    }

    List<Parameter> parameters() {
        return List.of(weights, bias, forget, reset);
    }

    /** To be called whenever the parameters have changed. */
    void refresh() {
        transposed = weights.transposed();
    }

    RecurrentLayer finished() {
        return new RecurrentLayer(weights.value(), bias.value(0), forget.value(), reset.value());
    }

    float[][] forward(float[][] rows) {
        input = rows;
        products = new float[rows.length][];
        float[][] output = new float[rows.length][2 * hidden];
        for (int t = 0; t < rows.length; t++) {
            products[t] = bias.value(0).clone();
        }
        Vectors.addProducts(rows, weights.value(), products);
        for (int direction = 0; direction < 2; direction++) {
            states[direction] = new float[rows.length][hidden];
            float[] before = new float[hidden];
            for (int i = 0; i < rows.length; i++) {
                int t = direction == 0 ? i : rows.length - 1 - i;
                step(direction, t, before, output[t]);
                before = states[direction][t];
            }
        }
        return output;
    }

    private void step(int direction, int t, float[] before, float[] output) {
        float[] u = products[t];
        float[] state = states[direction][t];
        int from = direction * gates * hidden;
        float[] vf = forget.value(direction);
        float[] vr = reset.value(direction);
        for (int j = 0; j < hidden; j++) {
            float f = Vectors.sigmoid(u[from + hidden + j] + vf[j] * before[j]);
            float r = Vectors.sigmoid(u[from + 2 * hidden + j] + vr[j] * before[j]);
            u[from + hidden + j] = f;
            u[from + 2 * hidden + j] = r;
            state[j] = f * before[j] + (1 - f) * u[from + j];
            output[direction * hidden + j] = r * state[j] + (1 - r) * carried(direction, t, j);
        }
    }

    private float carried(int direction, int t, int j) {
        return gates > RecurrentLayer.GATES
                ? products[t][direction * gates * hidden + 3 * hidden + j]
                : input[t][direction * hidden + j];
    }

    /** The gradient of the last {@link #forward}'s input; the parameters' gradients grow. */
    float[][] backward(float[][] gradient) {
        int length = input.length;
        float[][] toProducts = new float[length][2 * gates * hidden];
        float[][] toInput = new float[length][input.length == 0 ? 0 : input[0].length];
        for (int direction = 0; direction < 2; direction++) {
            float[] carry = new float[hidden];
            for (int i = length - 1; i >= 0; i--) {
                int t = direction == 0 ? i : length - 1 - i;
                int previous = direction == 0 ? t - 1 : t + 1;
                float[] before = i == 0 ? new float[hidden] : states[direction][previous];
                stepBack(direction, t, before, gradient[t], carry, toProducts[t], toInput[t]);
            }
        }
        float[] toBias = bias.gradient()[0];
        for (int t = 0; t < length; t++) {
            Vectors.add(toProducts[t], toBias);
        }
        Vectors.addProducts(toProducts, transposed, toInput);
        Vectors.addOuter(input, toProducts, weights.gradient());
        return toInput;
    }

    private void stepBack(
            int direction, int t, float[] before, float[] gradient, float[] carry, float[] du, float[] toInput) {
        float[] u = products[t];
        float[] state = states[direction][t];
        int from = direction * gates * hidden;
        float[] vf = forget.value(direction);
        float[] vr = reset.value(direction);
        float[] dvf = forget.gradient()[direction];
        float[] dvr = reset.gradient()[direction];
        for (int j = 0; j < hidden; j++) {
            float f = u[from + hidden + j];
            float r = u[from + 2 * hidden + j];
            float dh = gradient[direction * hidden + j];
            float dr = dh * (state[j] - carried(direction, t, j)) * r * (1 - r);
            float dc = dh * r + carry[j];
            float df = dc * (before[j] - u[from + j]) * f * (1 - f);
            if (gates > RecurrentLayer.GATES) {
                du[from + 3 * hidden + j] = dh * (1 - r);
            } else {
                toInput[direction * hidden + j] += dh * (1 - r);
            }
            du[from + j] = dc * (1 - f);
            du[from + hidden + j] = df;
            du[from + 2 * hidden + j] = dr;
            dvf[j] += df * before[j];
            dvr[j] += dr * before[j];
            carry[j] = dc * f + df * vf[j] + dr * vr[j];
        }
    }
}
