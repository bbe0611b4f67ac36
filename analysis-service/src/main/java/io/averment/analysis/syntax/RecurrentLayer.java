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

    /** Elements of a row of the products. */
    int productWidth() {
        return bias.length;
    }

    /** A new row of products, to which {@link #addProducts} is to add. */
    float[] newProduct() {
        return bias.clone();
    }

    /** Adds to {@code count} rows of products, which hold the bias, what depends on the input alone. */
    void addProducts(float[][] input, int count, float[][] products) {
        Vectors.KERNELS.addProducts(input, 0, count, weights, products);
    }

    /** A row of output to each of {@code count} rows of input. */
    void apply(float[][] input, int count, Rows products, float[][] output) {
        float[][] filled = products.filled(count, bias);
        addProducts(input, count, filled);
        run(input, count, filled, output);
    }

    /** The element-wise steps; neither input nor products are changed. */
    void run(float[][] input, int count, float[][] products, float[][] output) {
        run(0, input, count, products, output);
        run(1, input, count, products, output);
    }

    private void run(int direction, float[][] input, int count, float[][] products, float[][] output) {
        float[] state = new float[hidden];
        float[] candidate = new float[hidden];
        float[] forgotten = new float[hidden];
        float[] kept = new float[hidden];
        float[] carried = new float[hidden];
        int from = direction * gates * hidden;
        for (int i = 0; i < count; i++) {
            int t = direction == 0 ? i : count - 1 - i;
            float[] product = products[t];
            System.arraycopy(product, from, candidate, 0, hidden);
            System.arraycopy(product, from + hidden, forgotten, 0, hidden);
            System.arraycopy(product, from + 2 * hidden, kept, 0, hidden);
            if (gates > GATES) {
                System.arraycopy(product, from + 3 * hidden, carried, 0, hidden);
            } else {
                System.arraycopy(input[t], direction * hidden, carried, 0, hidden);
            }
            Vectors.KERNELS.step(state, candidate, forgotten, forget[direction], kept, reset[direction], carried);
            System.arraycopy(carried, 0, output[t], direction * hidden, hidden);
        }
    }
}
