package io.averment.analysis.training;

import io.averment.analysis.syntax.ArcChances;
import io.averment.analysis.syntax.FeatureTable;
import io.averment.analysis.syntax.Network;
import io.averment.analysis.syntax.Parser;
import io.averment.analysis.syntax.Readings;
import io.averment.analysis.syntax.RecurrentLayer;
import io.averment.analysis.syntax.Transitions;
import io.averment.analysis.syntax.Vectors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** {@link Network} while it is being learnt. Not thread-safe. */
final class TrainedNetwork {

    /** The sizes of the network and how much of it is left out at random in training. */
    record Shape(
            int embedding,
            int hidden,
            int layers,
            int slot,
            int relation,
            int arc,
            float inputDropout,
            float hiddenDropout) {

        Readings readings() {
            return new Readings(slot, relation, arc);
        }
    }

    private static final float HIGHEST_NORM = 5;

    private final Shape shape;
    private final Random random;
    private final FeatureTable features;
    private final Parameter embeddings;
    private final Parameter specials;
    private final List<TrainedLayer> layers = new ArrayList<>();
    private final List<TrainedDense> heads = new ArrayList<>();
    private final List<Parameter> parameters = new ArrayList<>();
    private int gathered;

    TrainedNetwork(Shape shape, FeatureTable features, int relations, int tags, Random random) {
        this.shape = shape;
        this.features = features;
        this.random = random;
        this.embeddings = Parameter.table(features.size(), shape.embedding, 0.3, random);
        int width = 2 * shape.hidden;
        this.specials = Parameter.dense(2, width, 0.1, random);
        for (int i = 0; i < shape.layers; i++) {
            layers.add(new TrainedLayer(i == 0 ? shape.embedding : width, shape.hidden, i == 0, random));
        }
        addHead(width, shape.readings().width());
        addHead(shape.slot + Transitions.COUNT, Transitions.COUNT);
        for (int i = 0; i < Transitions.COUNT; i++) {
            // To begin with, an expected arc lost speaks against what loses it.
            costWeights()[i][i] = -2;
        }
        addAnswers(relations, tags);
    }

    /** What was learnt stays, but relations and tags are others from now on and have to be learnt anew. */
    void renewAnswers(int relations, int tags) {
        heads.subList(2, heads.size()).clear();
        addAnswers(relations, tags);
    }

    private void addAnswers(int relations, int tags) {
        addHead(shape.relation, relations);
        addHead(2 * shape.hidden, tags);
        parameters.clear();
        parameters.add(embeddings);
        parameters.add(specials);
        layers.forEach(layer -> parameters.addAll(layer.parameters()));
        heads.forEach(head -> parameters.addAll(head.parameters()));
    }

    private void addHead(int in, int out) {
        heads.add(new TrainedDense(in, out, Math.sqrt(3.0 / in), random));
    }

    List<Parameter> parameters() {
        return parameters;
    }

    /** What the expected costs of transitions add to their scores: a row to each cost. */
    float[][] costWeights() {
        float[][] weights = heads.get(1).parameters().getFirst().value();
        return Arrays.copyOfRange(weights, shape.slot, weights.length);
    }

    Network finished() {
        List<RecurrentLayer> finishedLayers =
                layers.stream().map(TrainedLayer::finished).toList();
        List<Network.Dense> finishedHeads =
                heads.stream().map(TrainedDense::finished).toList();
        return new Network(
                features, embeddings.value(), finishedLayers, specials.value(), shape.readings(), finishedHeads);
    }

    /** One step along the gradients gathered since the last one. */
    void step(float rate) {
        float scale = 1f / Math.max(1, gathered);
        double norm = 0;
        for (Parameter parameter : parameters) {
            norm += parameter.squaredGradient();
        }
        norm = Math.sqrt(norm) * scale;
        float clipped = norm > HIGHEST_NORM ? (float) (scale * HIGHEST_NORM / norm) : scale;
        for (Parameter parameter : parameters) {
            parameter.step(rate, clipped);
        }
        refresh();
        gathered = 0;
    }

    /**
     * Adds the gradients of a sentence.
     *
     * @param exploring how often a wrong transition is followed when the network prefers it
     * @return the loss
     */
    double learn(Example example, double exploring) {
        int length = example.size();
        gathered += length;
        int[][] rows = example.rows(random);
        float[] inputMask = mask(shape.embedding, shape.inputDropout);
        float[][] input = new float[length][shape.embedding];
        for (int t = 0; t < length; t++) {
            for (int row : rows[t]) {
                Vectors.add(embeddings.value(row), input[t]);
            }
            multiply(input[t], inputMask);
        }
        float[][] masks = new float[shape.layers][];
        float[][] output = input;
        float[][] forTags = input;
        for (int i = 0; i < shape.layers; i++) {
            output = layers.get(i).forward(output);
            masks[i] = mask(2 * shape.hidden, shape.hiddenDropout);
            for (float[] row : output) {
                multiply(row, masks[i]);
            }
            forTags = i == Network.tagLayer(shape.layers) ? output : forTags;
        }
        float[][] toTags = new float[length][2 * shape.hidden];
        float[][] gradient = new float[length + 2][2 * shape.hidden];
        double loss =
                learnTags(example, forTags, toTags) + learnTree(example, withSpecials(output), gradient, exploring);
        Vectors.add(gradient[length], specials.gradient()[0]);
        Vectors.add(gradient[length + 1], specials.gradient()[1]);
        float[][] back = Arrays.copyOf(gradient, length);
        for (int i = shape.layers - 1; i >= 0; i--) {
            for (int t = 0; t < length; t++) {
                if (i == Network.tagLayer(shape.layers)) {
                    Vectors.add(toTags[t], back[t]);
                }
                multiply(back[t], masks[i]);
            }
            back = layers.get(i).backward(back);
        }
        for (int t = 0; t < length; t++) {
            multiply(back[t], inputMask);
            for (int row : rows[t]) {
                Vectors.add(back[t], embeddings.touch(row));
            }
        }
        return loss;
    }

    private double learnTags(Example example, float[][] rows, float[][] gradient) {
        TrainedDense head = heads.get(3);
        float[][] scores = head.forwardAll(rows);
        double loss = 0;
        for (int t = 0; t < rows.length; t++) {
            loss += Softmax.gradient(scores[t], example.tag(t));
        }
        head.backwardAll(rows, scores, gradient);
        return loss;
    }

    private double learnTree(Example example, float[][] rows, float[][] gradient, double exploring) {
        TrainedDense reader = heads.get(0);
        float[][] read = reader.forwardAll(rows);
        float[][] toRead = new float[rows.length][shape.readings().width()];
        float[][] chances = new float[example.size()][];
        double loss = learnArcs(example, read, toRead, chances)
                + learnTransitions(example, read, toRead, new ArcChances(chances), exploring)
                + learnRelations(example, read, toRead);
        reader.backwardAll(rows, toRead, gradient);
        return loss;
    }

    /** Fills {@code chances} with the probabilities of heads. */
    private double learnArcs(Example example, float[][] read, float[][] toRead, float[][] chances) {
        int length = example.size();
        int headStart = shape.readings().arcHeadStart();
        int dependentStart = shape.readings().arcDependentStart();
        float[][] headParts = Readings.cut(read, length + 1, headStart, shape.arc);
        float[][] dependentParts = Readings.cut(read, length, dependentStart, shape.arc);
        float[][] scores = new float[length][length + 1];
        Vectors.addProducts(dependentParts, Network.columns(headParts, length + 1), scores);
        double loss = 0;
        for (int t = 0; t < length; t++) {
            scores[t][t] = Float.NEGATIVE_INFINITY;
            loss += Softmax.gradient(scores[t], example.heads()[t]);
            chances[t] = scores[t].clone();
            chances[t][example.heads()[t]] += 1;
        }
        float[][] toDependents = new float[length][shape.arc];
        float[][] toHeads = new float[length + 1][shape.arc];
        Vectors.addProducts(scores, headParts, toDependents);
        Vectors.addOuter(scores, dependentParts, toHeads);
        paste(toDependents, toRead, dependentStart);
        paste(toHeads, toRead, headStart);
        return loss;
    }

    private double learnRelations(Example example, float[][] read, float[][] toRead) {
        int length = example.size();
        int headStart = shape.readings().relationHeadStart();
        int dependentStart = shape.readings().relationDependentStart();
        TrainedDense out = heads.get(2);
        float[][] headParts = Readings.cut(read, length + 1, headStart, shape.relation);
        float[][] sums = Readings.cut(read, length, dependentStart, shape.relation);
        for (int t = 0; t < length; t++) {
            Vectors.add(headParts[example.heads()[t]], sums[t]);
            Vectors.rectify(sums[t]);
        }
        float[][] scores = out.forwardAll(sums);
        double loss = 0;
        for (int t = 0; t < length; t++) {
            loss += Softmax.gradient(scores[t], example.relation(t));
        }
        float[][] toSums = new float[length][shape.relation];
        float[][] toHeads = new float[length + 1][shape.relation];
        out.backwardAll(sums, scores, toSums);
        for (int t = 0; t < length; t++) {
            silence(toSums[t], sums[t]);
            Vectors.add(toSums[t], toHeads[example.heads()[t]]);
        }
        paste(toSums, toRead, dependentStart);
        paste(toHeads, toRead, headStart);
        return loss;
    }

    private double learnTransitions(
            Example example, float[][] read, float[][] toRead, ArcChances chances, double exploring) {
        float[][][] slots = new float[Readings.SLOTS][][];
        float[][][] toSlots = new float[Readings.SLOTS][read.length][shape.slot];
        for (int slot = 0; slot < Readings.SLOTS; slot++) {
            slots[slot] = Readings.cut(read, read.length, shape.readings().slotStart(slot), shape.slot);
        }
        Oracle oracle = new Oracle(example.heads());
        Transitions state = new Transitions(example.size());
        double loss = 0;
        while (!state.isFinal()) {
            float[] input = new float[shape.slot + Transitions.COUNT];
            float[] sum = new float[shape.slot];
            for (int slot = 0; slot < Readings.SLOTS; slot++) {
                Vectors.add(slots[slot][Parser.place(state, slot)], sum);
            }
            Vectors.rectify(sum);
            System.arraycopy(sum, 0, input, 0, sum.length);
            chances.costs(state, input, sum.length);
            float[] scores = heads.get(1).forward(input);
            boolean[] right = right(oracle, state);
            int followed = followed(scores, state, right, exploring);
            float[] toInput = new float[input.length];
            loss += backward(state, input, scores, right, toInput);
            float[] toSum = Arrays.copyOf(toInput, sum.length);
            silence(toSum, sum);
            for (int slot = 0; slot < Readings.SLOTS; slot++) {
                Vectors.add(toSum, toSlots[slot][Parser.place(state, slot)]);
            }
            state.apply(followed);
        }
        for (int slot = 0; slot < Readings.SLOTS; slot++) {
            paste(toSlots[slot], toRead, shape.readings().slotStart(slot));
        }
        return loss;
    }

    private double backward(Transitions state, float[] input, float[] scores, boolean[] right, float[] toInput) {
        for (int i = 0; i < scores.length; i++) {
            scores[i] = state.isAllowed(i) ? scores[i] : Float.NEGATIVE_INFINITY;
        }
        double loss = Softmax.gradient(scores, right);
        heads.get(1).backward(input, scores, toInput);
        return loss;
    }

    /** Puts columns to their place. */
    private static void paste(float[][] part, float[][] whole, int start) {
        for (int t = 0; t < part.length; t++) {
            System.arraycopy(part[t], 0, whole[t], start, part[t].length);
        }
    }

    /** The allowed transitions of least cost. */
    private static boolean[] right(Oracle oracle, Transitions state) {
        int[] costs = new int[Transitions.COUNT];
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < costs.length; i++) {
            costs[i] = state.isAllowed(i) ? oracle.cost(state, i) : Integer.MAX_VALUE;
            least = Math.min(least, costs[i]);
        }
        boolean[] right = new boolean[costs.length];
        for (int i = 0; i < costs.length; i++) {
            right[i] = costs[i] == least;
        }
        return right;
    }

    private int followed(float[] scores, Transitions state, boolean[] right, double exploring) {
        int best = -1;
        int bestRight = -1;
        for (int i = 0; i < scores.length; i++) {
            if (state.isAllowed(i) && (best < 0 || scores[i] > scores[best])) {
                best = i;
            }
            if (right[i] && (bestRight < 0 || scores[i] > scores[bestRight])) {
                bestRight = i;
            }
        }
        return random.nextDouble() < exploring ? best : bestRight;
    }

    /** The loss of a sentence; the gradients stay as they were. For tests of the gradients. */
    double loss(Example example) {
        List<float[][]> kept = new ArrayList<>();
        for (Parameter parameter : parameters) {
            kept.add(Arrays.stream(parameter.gradient()).map(float[]::clone).toArray(float[][]::new));
        }
        refresh();
        double loss = learn(example, 0);
        for (int i = 0; i < kept.size(); i++) {
            float[][] gradient = parameters.get(i).gradient();
            for (int row = 0; row < gradient.length; row++) {
                System.arraycopy(kept.get(i)[row], 0, gradient[row], 0, gradient[row].length);
            }
        }
        return loss;
    }

    private void refresh() {
        layers.forEach(TrainedLayer::refresh);
        heads.forEach(TrainedDense::refresh);
    }

    private float[][] withSpecials(float[][] rows) {
        float[][] result = Arrays.copyOf(rows, rows.length + 2);
        result[rows.length] = specials.value(0);
        result[rows.length + 1] = specials.value(1);
        return result;
    }

    private float[] mask(int size, float dropout) {
        float[] mask = new float[size];
        for (int i = 0; i < size; i++) {
            mask[i] = random.nextFloat() < dropout ? 0 : 1 / (1 - dropout);
        }
        return mask;
    }

    private static void multiply(float[] x, float[] by) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= by[i];
        }
    }

    /** No gradient flows where the rectified value is 0. */
    private static void silence(float[] gradient, float[] rectified) {
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = rectified[i] > 0 ? gradient[i] : 0;
        }
    }
}
