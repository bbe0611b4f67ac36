package io.averment.analysis.name;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;
import java.util.Map;

/**
 * A trained model of names: sparse weights in eight bits, word clusters and gazetteer. Immutable and thread-safe; a few megabytes.
 *
 * <p>Sections of the file: {@code features} (ints), {@code counts} (of labels with a weight for each feature), {@code labels} and
 * {@code weights} (bytes, in the order of the features), {@code scale} (what a weight of 1 means), {@code steps} (floats),
 * {@code words} and {@code clusters}, {@code names} and {@code classes}, {@code consistency}.
 */
final class NameModel implements Weights {

    /** The name of the model, and of its file. */
    static final String NAME = "english-names";

    private static final int HIGHEST = 127;

    private final IntTable rows;
    private final byte[] counts;
    private final byte[] labels;
    private final byte[] weights;
    private final float scale;
    private final float[] steps;
    private final WordClusters clusters;
    private final Gazetteer gazetteer;
    private final NameTagger.Consistency consistency;

    private NameModel(Model model) {
        int[] features = model.ints("features");
        byte[] sizes = model.bytes("counts");
        weights = model.bytes("weights");
        scale = model.floats("scale")[0];
        labels = model.bytes("labels");
        counts = new byte[weights.length];
        rows = new IntTable(features.length);
        int offset = 0;
        requireAscending(features);
        for (int i = 0; i < features.length; i++) {
            rows.put(features[i], offset);
            counts[offset] = sizes[i];
            offset += sizes[i];
        }
        steps = model.floats("steps");
        if (offset != weights.length || offset != labels.length || steps.length != Labels.COUNT * (Labels.COUNT + 1)) {
            throw new ModelException("The sections of the model " + NAME + " do not fit each other");
        }
        clusters = new WordClusters(table(model.ints("words"), model.shorts("clusters")));
        gazetteer = new Gazetteer(table(model.ints("names"), model.shorts("classes")));
        float[] factors = model.floats("consistency");
        consistency = new NameTagger.Consistency(factors[0], factors[1], factors[2], factors[3]);
    }

    /**
     * @throws ModelException if a section is missing or does not fit the others
     */
    static NameModel of(Model model) {
        return new NameModel(model);
    }

    NameTagger tagger() {
        return tagger(consistency);
    }

    /** A tagger that weighs the rest of the document in another way than the model says. */
    NameTagger tagger(NameTagger.Consistency other) {
        return new NameTagger(this, clusters, gazetteer, other);
    }

    @Override
    public void addTo(int feature, float[] scores, int offset) {
        int row = rows.get(feature);
        if (row < 0) {
            return;
        }
        int end = row + counts[row];
        for (int i = row; i < end; i++) {
            scores[offset + labels[i]] += weights[i] * scale;
        }
    }

    @Override
    public float[] steps() {
        return steps;
    }

    private static IntTable table(int[] keys, short[] values) {
        if (keys.length != values.length) {
            throw new ModelException("Two sections of the model " + NAME + " differ in length");
        }
        requireAscending(keys);
        IntTable table = new IntTable(keys.length);
        for (int i = 0; i < keys.length; i++) {
            table.put(keys[i], values[i]);
        }
        return table;
    }

    private static void requireAscending(int[] keys) {
        for (int i = 1; i < keys.length; i++) {
            if (keys[i - 1] >= keys[i]) {
                throw new ModelException("Keys of the model " + NAME + " are not ascending");
            }
        }
    }

    /**
     * Writes a model.
     *
     * @param features the hash of each row of {@code dense}, ascending
     * @param dense weights, {@code row * Labels.COUNT + label}; what is nearly zero is left out
     */
    static byte[] bytes(
            int[] features,
            float[] dense,
            float[] steps,
            Map<Integer, Integer> clusters,
            Map<Integer, Integer> names,
            NameTagger.Consistency consistency) {
        float top = 0;
        for (float weight : dense) {
            top = Math.max(top, Math.abs(weight));
        }
        float scale = Math.max(top, 1e-6f) / HIGHEST;
        SparseRows sparse = SparseRows.of(features, dense, scale);
        ModelWriter writer = new ModelWriter(NAME)
                .ints("features", sparse.features())
                .bytes("counts", sparse.counts())
                .bytes("labels", sparse.labels())
                .bytes("weights", sparse.weights())
                .floats("scale", new float[] {scale})
                .floats("steps", steps);
        add(writer, "words", "clusters", clusters);
        add(writer, "names", "classes", names);
        return writer.floats("consistency", new float[] {
                    consistency.weight(), consistency.outside(), consistency.doubt(), consistency.fullName()
                })
                .toBytes();
    }

    private static void add(ModelWriter writer, String keys, String values, Map<Integer, Integer> entries) {
        int[] sorted =
                entries.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        short[] given = new short[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            given[i] = entries.getOrDefault(sorted[i], 0).shortValue();
        }
        writer.ints(keys, sorted).shorts(values, given);
    }
}
