package io.averment.analysis.name;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Maximum-likelihood training of a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) with FTRL-Proximal
 * (McMahan et al. 2013): online, with a rate for each weight and an L1 term that leaves most weights exactly zero. Deterministic for a seed.
 */
final class CrfTraining {

    /**
     * A sentence for training.
     *
     * @param features of each token, dense ids
     * @param labels of each token
     * @param weight how much it counts
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Example(int[][] features, int[] labels, float weight) {}

    /** How to train. */
    record Settings(int epochs, float rate, float l1, float l2, float dropout, long seed) {}

    private static final int LABELS = Labels.COUNT;
    private static final float BETA = 1f;
    private static final float NEGLIGIBLE = 1e-3f;

    private final Settings settings;
    private final float[] weights;
    private final float[] sums;
    private final float[] squares;
    private final float[] stepWeights = new float[LABELS * LABELS + LABELS];
    private final float[] stepSums = new float[stepWeights.length];
    private final float[] stepSquares = new float[stepWeights.length];
    private final float[] stepGradient = new float[stepWeights.length];
    private float[] scores = new float[0];
    private double[] alpha = new double[0];
    private double[] beta = new double[0];

    CrfTraining(int features, Settings settings) {
        this.settings = settings;
        this.weights = new float[features * LABELS];
        this.sums = new float[weights.length];
        this.squares = new float[weights.length];
    }

    float[] weights() {
        return weights;
    }

    float[] stepWeights() {
        return stepWeights;
    }

    void train(List<Example> examples) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        Example[] order = examples.toArray(Example[]::new);
        for (int epoch = 0; epoch < settings.epochs(); epoch++) {
            for (int i = order.length - 1; i > 0; i--) {
                int j = random.nextInt(i + 1);
                Example swapped = order[i];
                order[i] = order[j];
                order[j] = swapped;
            }
            for (Example example : order) {
                learn(example, random);
            }
        }
    }

    private int[][] dropped(int[][] features, SplittableRandom random) {
        if (settings.dropout() <= 0) {
            return features;
        }
        int[][] kept = new int[features.length][];
        for (int i = 0; i < features.length; i++) {
            int[] all = features[i];
            int[] some = new int[all.length];
            int count = 0;
            for (int id : all) {
                if (random.nextDouble() >= settings.dropout()) {
                    some[count++] = id;
                }
            }
            kept[i] = Arrays.copyOf(some, count);
        }
        return kept;
    }

    private void learn(Example example, SplittableRandom random) {
        int tokens = example.labels().length;
        if (tokens == 0) {
            return;
        }
        int[][] features = dropped(example.features(), random);
        if (scores.length < tokens * LABELS) {
            scores = new float[tokens * LABELS];
            alpha = new double[tokens * LABELS];
            beta = new double[tokens * LABELS];
        }
        score(features, tokens);
        double[] steps = new double[stepWeights.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = Exponential.of(stepWeights[i]);
        }
        expectations(tokens, steps, example);
        descend(features, tokens, example);
    }

    private void score(int[][] features, int tokens) {
        Arrays.fill(scores, 0, tokens * LABELS, 0);
        for (int i = 0; i < tokens; i++) {
            int offset = i * LABELS;
            for (int id : features[i]) {
                int row = id * LABELS;
                for (int label = 0; label < LABELS; label++) {
                    scores[offset + label] += weights[row + label];
                }
            }
        }
    }

    /** Forward and backward sums, each token's scaled to 1; then scores holds the marginals, and stepGradient the expected steps. */
    private void expectations(int tokens, double[] steps, Example example) {
        double[] local = new double[tokens * LABELS];
        for (int i = 0; i < tokens; i++) {
            float top = Float.NEGATIVE_INFINITY;
            for (int label = 0; label < LABELS; label++) {
                top = Math.max(top, scores[i * LABELS + label]);
            }
            for (int label = 0; label < LABELS; label++) {
                local[i * LABELS + label] = Exponential.of(scores[i * LABELS + label] - top);
            }
        }
        forward(tokens, steps, local);
        backward(tokens, steps, local);
        Arrays.fill(stepGradient, 0);
        for (int i = 0; i < tokens; i++) {
            marginals(i, steps, local);
        }
        int previous = -1;
        for (int i = 0; i < tokens; i++) {
            int gold = example.labels()[i];
            stepGradient[previous < 0 ? LABELS * LABELS + gold : previous * LABELS + gold] -= 1;
            previous = gold;
        }
    }

    private void forward(int tokens, double[] steps, double[] local) {
        for (int label = 0; label < LABELS; label++) {
            alpha[label] = Labels.isFresh(label) ? local[label] * steps[LABELS * LABELS + label] : 0;
        }
        normalise(alpha, 0);
        for (int i = 1; i < tokens; i++) {
            int here = i * LABELS;
            for (int label = 0; label < LABELS; label++) {
                double sum = 0;
                for (int previous : Labels.predecessors(label)) {
                    sum += alpha[here - LABELS + previous] * steps[previous * LABELS + label];
                }
                alpha[here + label] = sum * local[here + label];
            }
            normalise(alpha, here);
        }
    }

    private void backward(int tokens, double[] steps, double[] local) {
        int last = (tokens - 1) * LABELS;
        for (int label = 0; label < LABELS; label++) {
            beta[last + label] = Labels.isOpen(label) ? 0 : 1;
        }
        for (int i = tokens - 2; i >= 0; i--) {
            int here = i * LABELS;
            int next = here + LABELS;
            Arrays.fill(beta, here, next, 0);
            for (int label = 0; label < LABELS; label++) {
                double right = local[next + label] * beta[next + label];
                if (right > 0) {
                    for (int previous : Labels.predecessors(label)) {
                        beta[here + previous] += steps[previous * LABELS + label] * right;
                    }
                }
            }
            normalise(beta, here);
        }
    }

    private void marginals(int i, double[] steps, double[] local) {
        int here = i * LABELS;
        double total = 0;
        for (int label = 0; label < LABELS; label++) {
            total += alpha[here + label] * beta[here + label];
        }
        for (int label = 0; label < LABELS; label++) {
            scores[here + label] = (float) (alpha[here + label] * beta[here + label] / total);
        }
        if (i == 0) {
            for (int label = 0; label < LABELS; label++) {
                stepGradient[LABELS * LABELS + label] += scores[label];
            }
            return;
        }
        double all = 0;
        for (int label = 0; label < LABELS; label++) {
            double right = local[here + label] * beta[here + label];
            for (int previous : Labels.predecessors(label)) {
                all += alpha[here - LABELS + previous] * steps[previous * LABELS + label] * right;
            }
        }
        for (int label = 0; label < LABELS; label++) {
            double right = local[here + label] * beta[here + label] / all;
            for (int previous : Labels.predecessors(label)) {
                stepGradient[previous * LABELS + label] +=
                        (float) (alpha[here - LABELS + previous] * steps[previous * LABELS + label] * right);
            }
        }
    }

    private static void normalise(double[] values, int from) {
        double sum = 0;
        for (int label = 0; label < LABELS; label++) {
            sum += values[from + label];
        }
        for (int label = 0; label < LABELS; label++) {
            values[from + label] /= sum;
        }
    }

    private void descend(int[][] features, int tokens, Example example) {
        for (int i = 0; i < tokens; i++) {
            int offset = i * LABELS;
            scores[offset + example.labels()[i]] -= 1;
            for (int label = 0; label < LABELS; label++) {
                float gradient = scores[offset + label] * example.weight();
                if (Math.abs(gradient) > NEGLIGIBLE) {
                    for (int id : features[i]) {
                        int at = id * LABELS + label;
                        update(weights, sums, squares, at, gradient, settings.l1());
                    }
                }
            }
        }
        for (int at = 0; at < stepGradient.length; at++) {
            float gradient = stepGradient[at] * example.weight();
            if (Math.abs(gradient) > NEGLIGIBLE) {
                update(stepWeights, stepSums, stepSquares, at, gradient, 0);
            }
        }
    }

    private void update(float[] weight, float[] sum, float[] square, int at, float gradient, float l1) {
        float before = square[at];
        float after = before + gradient * gradient;
        float root = (float) Math.sqrt(after);
        float sigma = (root - (float) Math.sqrt(before)) / settings.rate();
        float z = sum[at] + gradient - sigma * weight[at];
        sum[at] = z;
        square[at] = after;
        weight[at] =
                Math.abs(z) <= l1 ? 0 : -(z - Math.signum(z) * l1) / ((BETA + root) / settings.rate() + settings.l2());
    }
}
