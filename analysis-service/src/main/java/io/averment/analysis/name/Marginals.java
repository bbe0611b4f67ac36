package io.averment.analysis.name;

import java.util.Arrays;

/** The probability of each label of each token, by the forward-backward algorithm, each token's sums scaled to 1. Not thread-safe. */
final class Marginals {

    private static final int LABELS = Labels.COUNT;

    private final float[] steps;
    private float[] local = new float[0];
    private float[] forward = new float[0];
    private float[] backward = new float[0];

    /** @param weights of the steps as in {@link Weights#steps} */
    Marginals(float[] weights) {
        steps = new float[weights.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (float) Exponential.of(weights[i]);
        }
    }

    /** Of the tokens from {@code start} to {@code end} of {@code scores}; index 0 of the answer is the first; good until the next call. */
    float[] of(float[] scores, int start, int end) {
        int tokens = end - start;
        if (local.length < tokens * LABELS) {
            local = new float[tokens * LABELS];
            forward = new float[tokens * LABELS];
            backward = new float[tokens * LABELS];
        }
        for (int i = 0; i < tokens; i++) {
            exponentiate(scores, (start + i) * LABELS, i * LABELS);
        }
        goForward(tokens);
        goBackward(tokens);
        for (int i = 0; i < tokens; i++) {
            for (int label = 0; label < LABELS; label++) {
                forward[i * LABELS + label] *= backward[i * LABELS + label];
            }
            scale(forward, i * LABELS);
        }
        return forward;
    }

    private void exponentiate(float[] scores, int from, int to) {
        float top = Float.NEGATIVE_INFINITY;
        for (int label = 0; label < LABELS; label++) {
            top = Math.max(top, scores[from + label]);
        }
        for (int label = 0; label < LABELS; label++) {
            local[to + label] = (float) Exponential.of(Math.max(-60, scores[from + label] - top));
        }
    }

    private void goForward(int tokens) {
        for (int label = 0; label < LABELS; label++) {
            forward[label] = Labels.isFresh(label) ? local[label] * steps[LABELS * LABELS + label] : 0;
        }
        scale(forward, 0);
        for (int i = 1; i < tokens; i++) {
            int here = i * LABELS;
            for (int label = 0; label < LABELS; label++) {
                float sum = 0;
                for (int previous : Labels.predecessors(label)) {
                    sum += forward[here - LABELS + previous] * steps[previous * LABELS + label];
                }
                forward[here + label] = sum * local[here + label];
            }
            scale(forward, here);
        }
    }

    private void goBackward(int tokens) {
        int last = (tokens - 1) * LABELS;
        for (int label = 0; label < LABELS; label++) {
            backward[last + label] = Labels.isOpen(label) ? 0 : 1;
        }
        for (int i = tokens - 2; i >= 0; i--) {
            int here = i * LABELS;
            int next = here + LABELS;
            Arrays.fill(backward, here, next, 0);
            for (int label = 0; label < LABELS; label++) {
                float right = local[next + label] * backward[next + label];
                for (int previous : Labels.predecessors(label)) {
                    backward[here + previous] += steps[previous * LABELS + label] * right;
                }
            }
            scale(backward, here);
        }
    }

    /** A floor keeps a sum of underflowed values from dividing by zero. */
    private static void scale(float[] values, int from) {
        float sum = 1e-35f;
        for (int label = 0; label < LABELS; label++) {
            sum += values[from + label];
        }
        for (int label = 0; label < LABELS; label++) {
            values[from + label] /= sum;
        }
    }
}
