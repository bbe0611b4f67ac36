package io.averment.analysis.name;

/** What the decoder needs of a model: how much each feature and each step from label to label speaks for a label. */
interface Weights {

    /** Adds the weights of a feature for every label to {@code scores}, from {@code offset} on. */
    void addTo(int feature, float[] scores, int offset);

    /** The weight of a step, at {@code label * Labels.COUNT + next}; index {@code Labels.COUNT * Labels.COUNT + label} is the start. */
    float[] steps();
}
