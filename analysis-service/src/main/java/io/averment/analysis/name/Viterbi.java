package io.averment.analysis.name;

/** The best legal sequence of labels (Viterbi 1967). Not thread-safe; linear in the tokens, with some 200 legal steps each. */
final class Viterbi {

    private static final int LABELS = Labels.COUNT;

    private final float[] steps;
    private float[] best = new float[0];
    private byte[] from = new byte[0];

    Viterbi(float[] steps) {
        this.steps = steps;
    }

    /**
     * Labels the tokens from {@code start} to {@code end}, of which there must be one.
     *
     * @param scores of each label of each token, {@code token * Labels.COUNT + label}
     * @param labels where the answer goes, by token
     */
    void decode(float[] scores, int start, int end, int[] labels) {
        int tokens = end - start;
        int first = start * LABELS;
        if (from.length < tokens * LABELS) {
            best = new float[tokens * LABELS];
            from = new byte[tokens * LABELS];
        }
        for (int label = 0; label < LABELS; label++) {
            best[label] = Labels.isFresh(label)
                    ? scores[first + label] + steps[LABELS * LABELS + label]
                    : Float.NEGATIVE_INFINITY;
        }
        for (int token = 1; token < tokens; token++) {
            step(token, scores, first + token * LABELS);
        }
        follow(tokens, start, labels);
    }

    private void step(int token, float[] scores, int offset) {
        int here = token * LABELS;
        int before = here - LABELS;
        for (int label = 0; label < LABELS; label++) {
            float top = Float.NEGATIVE_INFINITY;
            int source = 0;
            for (int previous : Labels.predecessors(label)) {
                float score = best[before + previous] + steps[previous * LABELS + label];
                if (score > top) {
                    top = score;
                    source = previous;
                }
            }
            best[here + label] = top + scores[offset + label];
            from[here + label] = (byte) source;
        }
    }

    private void follow(int tokens, int start, int[] labels) {
        int last = (tokens - 1) * LABELS;
        int label = Labels.OUTSIDE;
        for (int candidate = 0; candidate < LABELS; candidate++) {
            if (!Labels.isOpen(candidate) && best[last + candidate] > best[last + label]) {
                label = candidate;
            }
        }
        for (int token = tokens - 1; token >= 0; token--) {
            labels[start + token] = label;
            label = from[token * LABELS + label];
        }
    }
}
