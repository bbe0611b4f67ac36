package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelWriter;

/**
 * A simple recurrent unit (Lei et al. 2018) that runs over a sentence in both directions: all products of matrices depend on the
 * input alone, so that only element-wise steps follow each other. Immutable and thread-safe; linear in the sentence.
 */
public final class RecurrentLayer {

    /** What each product is cut into: candidate, forget gate, reset gate and, in the first layer, the input for the highway. */
    public static final int GATES = 3;

    private final int hidden;
    private final int gates;
    private final float[][] weights;
    private final float[] bias;
    private final float[][] forget;
    private final float[][] reset;

    /**
     * @param weights a row to each element of the input; two directions, each with its gates
     * @param bias added to each product
     * @param forget what the state adds to the forget gate, a row to each direction
     * @param reset the same for the reset gate
     */
    public RecurrentLayer(float[][] weights, float[] bias, float[][] forget, float[][] reset) {
        this.weights = weights;
        this.bias = bias;
        this.forget = forget;
        this.reset = reset;
        this.hidden = forget[0].length;
        this.gates = bias.length / (2 * hidden);
    }

    static RecurrentLayer read(Model model, String prefix) {
        return new RecurrentLayer(
                Matrices.read(model, prefix + ".weights"),
                model.floats(prefix + ".bias"),
                Matrices.read(model, prefix + ".forget"),
                Matrices.read(model, prefix + ".reset"));
    }

    void write(ModelWriter out, String prefix) {
        Matrices.write(out, prefix + ".weights", weights);
        out.floats(prefix + ".bias", bias);
        Matrices.write(out, prefix + ".forget", forget);
        Matrices.write(out, prefix + ".reset", reset);
    }

    /** Elements of a row of the result: both directions. */
    public int width() {
        return 2 * hidden;
    }

    /** A row of output to each row of input. */
    public float[][] apply(float[][] input) {
        float[][] output = new float[input.length][2 * hidden];
        float[][] products = new float[input.length][];
        for (int t = 0; t < input.length; t++) {
            products[t] = bias.clone();
        }
        Vectors.addProducts(input, weights, products);
        run(0, input, products, output);
        run(1, input, products, output);
        return output;
    }

    private void run(int direction, float[][] input, float[][] products, float[][] output) {
        int length = input.length;
        float[] state = new float[hidden];
        int from = direction * gates * hidden;
        for (int i = 0; i < length; i++) {
            int t = direction == 0 ? i : length - 1 - i;
            boolean isProjected = gates > GATES;
            Vectors.KERNELS.step(
                    products[t],
                    from,
                    isProjected ? products[t] : input[t],
                    isProjected ? from + GATES * hidden : direction * hidden,
                    forget[direction],
                    reset[direction],
                    state,
                    output[t],
                    direction * hidden);
        }
    }
}
