package io.averment.analysis.training;

import io.averment.analysis.syntax.Network;
import io.averment.analysis.syntax.Vectors;
import java.util.List;
import java.util.Random;

/** {@link Network.Dense} while it is being learnt. Not thread-safe. */
final class TrainedDense {

    private final Parameter weights;
    private final Parameter bias;
    private float[][] transposed;

    TrainedDense(int in, int out, double range, Random random) {
        this.weights = Parameter.dense(in, out, range, random);
        this.bias = Parameter.dense(1, out, 0, random);
        this.transposed = weights.transposed();
    }

    List<Parameter> parameters() {
        return List.of(weights, bias);
    }

    void refresh() {
        transposed = weights.transposed();
    }

    Network.Dense finished() {
        return new Network.Dense(weights.value(), bias.value(0));
    }

    float[] forward(float[] x) {
        float[] y = bias.value(0).clone();
        Vectors.addProduct(x, weights.value(), y);
        return y;
    }

    /** Adds to the gradients of the parameters and of {@code x}. */
    void backward(float[] x, float[] gradient, float[] toX) {
        Vectors.add(gradient, bias.gradient()[0]);
        Vectors.addProduct(gradient, transposed, toX);
        float[][] toWeights = weights.gradient();
        for (int k = 0; k < x.length; k++) {
            if (x[k] != 0) {
                Vectors.addScaled(x[k], gradient, toWeights[k]);
            }
        }
    }

    float[][] forwardAll(float[][] rows) {
        float[][] result = new float[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            result[t] = bias.value(0).clone();
        }
        Vectors.addProducts(rows, weights.value(), result);
        return result;
    }

    /** {@link #backward} for many rows at once. */
    void backwardAll(float[][] rows, float[][] gradients, float[][] toRows) {
        for (int t = 0; t < rows.length; t++) {
            Vectors.add(gradients[t], bias.gradient()[0]);
        }
        Vectors.addProducts(gradients, transposed, toRows);
        Vectors.addOuter(rows, gradients, weights.gradient());
    }
}
