package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The parser's parameters and the steps from words to scores: embeddings of a word's properties are added up, recurrent layers put
 * each word into its sentence, and small layers score transitions, relations and tags. Immutable and thread-safe.
 */
public final class Network {

    private final FeatureTable features;
    private final float[][] embeddings;
    private final List<RecurrentLayer> layers;
    private final float[][] specials;
    private final Readings readings;
    private final Dense reader;
    private final Dense transitions;
    private final Dense relations;
    private final Dense tags;

    /** {@code y = x * weights + bias}. */
    public static final class Dense {

        private final float[][] weights;
        private final float[] bias;

        public Dense(float[][] weights, float[] bias) {
            this.weights = weights;
            this.bias = bias;
        }

        static Dense read(Model model, String section) {
            return new Dense(Matrices.read(model, section), model.floats(section + ".bias"));
        }

        void write(ModelWriter out, String section) {
            Matrices.write(out, section, weights);
            out.floats(section + ".bias", bias);
        }

        float[] apply(float[] x) {
            float[] y = bias.clone();
            Vectors.addProduct(x, weights, y);
            return y;
        }

        float[][] applyAll(float[][] x) {
            float[][] y = new float[x.length][];
            for (int t = 0; t < y.length; t++) {
                y[t] = bias.clone();
            }
            Vectors.addProducts(x, weights, y);
            return y;
        }

        int width() {
            return bias.length;
        }
    }

    /**
     * @param embeddings a row to each row of {@code features}
     * @param specials what stands for the root and for an empty place of the stack
     * @param readings what the first of {@code heads} is cut into
     * @param heads the layers that give the readings, and score transitions, relations and tags
     */
    public Network(
            FeatureTable features,
            float[][] embeddings,
            List<RecurrentLayer> layers,
            float[][] specials,
            Readings readings,
            List<Dense> heads) {
        this.features = features;
        this.embeddings = embeddings;
        this.layers = List.copyOf(layers);
        this.specials = specials;
        this.readings = readings;
        this.reader = heads.get(0);
        this.transitions = heads.get(1);
        this.relations = heads.get(2);
        this.tags = heads.get(3);
        if (reader.width() != readings.width()) {
            throw new ModelException("The readings are " + reader.width() + " wide, not " + readings.width());
        }
    }

    static Network read(Model model) {
        List<RecurrentLayer> layers = new ArrayList<>();
        for (int i = 0; model.has("parser.layer" + i + ".bias"); i++) {
            layers.add(RecurrentLayer.read(model, "parser.layer" + i));
        }
        List<Dense> heads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            heads.add(Dense.read(model, "parser.head" + i));
        }
        int[] widths = model.ints("parser.readings");
        return new Network(
                FeatureTable.read(model),
                Matrices.readRounded(model, "parser.embeddings"),
                layers,
                Matrices.read(model, "parser.specials"),
                new Readings(widths[0], widths[1], widths[2]),
                heads);
    }

    void write(ModelWriter out) {
        features.write(out);
        Matrices.writeRounded(out, "parser.embeddings", embeddings);
        for (int i = 0; i < layers.size(); i++) {
            layers.get(i).write(out, "parser.layer" + i);
        }
        Matrices.write(out, "parser.specials", specials);
        out.ints("parser.readings", new int[] {readings.slot(), readings.relation(), readings.arc()});
        List<Dense> heads = List.of(reader, transitions, relations, tags);
        for (int i = 0; i < heads.size(); i++) {
            heads.get(i).write(out, "parser.head" + i);
        }
    }

    /** The layer that tags are read from: the last but one, which leaves the last to the tree (Soegaard and Goldberg 2016). */
    public static int tagLayer(int layers) {
        return Math.max(0, layers - 2);
    }

    /** What each recurrent layer makes of the words, a row to each. */
    List<float[][]> encode(WordForms forms) {
        float[][] rows = new float[forms.size()][embeddings[0].length];
        for (int t = 0; t < rows.length; t++) {
            for (int kind = 0; kind < FeatureTable.KINDS; kind++) {
                Vectors.add(embeddings[features.row(kind, FeatureTable.key(forms, t, kind))], rows[t]);
            }
        }
        List<float[][]> outputs = new ArrayList<>();
        for (RecurrentLayer layer : layers) {
            rows = layer.apply(rows);
            outputs.add(rows);
        }
        return outputs;
    }

    Readings readings() {
        return readings;
    }

    /** The readings of each token, of the root and of the empty place, in this order. */
    float[][] read(float[][] rows) {
        float[][] all = Arrays.copyOf(rows, rows.length + 2);
        all[rows.length] = specials[0];
        all[rows.length + 1] = specials[1];
        return reader.applyAll(all);
    }

    /** The probabilities of heads, from the readings. */
    ArcChances arcs(float[][] read) {
        int length = read.length - 2;
        float[][] heads = Readings.cut(read, length + 1, readings.arcHeadStart(), readings.arc());
        float[][] dependents = Readings.cut(read, length, readings.arcDependentStart(), readings.arc());
        float[][] chances = new float[length][length + 1];
        Vectors.addProducts(dependents, columns(heads, length + 1), chances);
        for (int t = 0; t < length; t++) {
            chances[t][t] = Float.NEGATIVE_INFINITY;
            ArcChances.normalise(chances[t]);
        }
        return new ArcChances(chances);
    }

    /** The first {@code count} rows as columns. */
    public static float[][] columns(float[][] rows, int count) {
        float[][] columns = new float[rows[0].length][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns.length; j++) {
                columns[j][i] = rows[i][j];
            }
        }
        return columns;
    }

    /** The scores of the transitions. */
    float[] transitions(float[] slotsAndCosts) {
        return transitions.apply(slotsAndCosts);
    }

    /** The scores of the relations; the sum of head's and dependent's part is changed. */
    float[] relations(float[] sum) {
        Vectors.rectify(sum);
        return relations.apply(sum);
    }

    /** The scores of the pairs of tags, a row to each token. */
    float[][] tags(float[][] rows) {
        return tags.applyAll(rows);
    }

    int relationCount() {
        return relations.width();
    }
}
