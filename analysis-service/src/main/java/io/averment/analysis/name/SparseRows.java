package io.averment.analysis.name;

import java.io.ByteArrayOutputStream;
import java.util.stream.IntStream;

/**
 * Weights without those that round to zero.
 *
 * @param features hash of each row that keeps a weight
 * @param counts how many each keeps
 * @param labels of the weights, row by row
 * @param weights in units of the scale
 */
@SuppressWarnings("ArrayRecordComponent") // Handed from the trainer to the writer and never compared.
record SparseRows(int[] features, byte[] counts, byte[] labels, byte[] weights) {

    static SparseRows of(int[] features, float[] dense, float scale) {
        IntStream.Builder kept = IntStream.builder();
        ByteArrayOutputStream counts = new ByteArrayOutputStream();
        ByteArrayOutputStream labels = new ByteArrayOutputStream();
        ByteArrayOutputStream weights = new ByteArrayOutputStream();
        for (int row = 0; row < features.length; row++) {
            int count = 0;
            for (int label = 0; label < Labels.COUNT; label++) {
                int weight = Math.round(dense[row * Labels.COUNT + label] / scale);
                if (weight != 0) {
                    labels.write(label);
                    weights.write(weight);
                    count++;
                }
            }
            if (count > 0) {
                kept.add(features[row]);
                counts.write(count);
            }
        }
        return new SparseRows(
                kept.build().toArray(), counts.toByteArray(), labels.toByteArray(), weights.toByteArray());
    }
}
