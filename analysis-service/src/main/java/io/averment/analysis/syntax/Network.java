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
    private final Embeddings embeddings;
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

        /** Scores of one row; quick where they are few. */
        void apply(float[] x, float[] scores) {
            System.arraycopy(bias, 0, scores, 0, bias.length);
            Vectors.addProduct(x, weights, scores);
        }

        /** The results of {@code count} rows. */
        float[][] apply(float[][] x, int count, Rows results) {
            float[][] y = results.filled(count, bias);
            Vectors.KERNELS.addProducts(x, 0, count, weights, y);
            return y;
        }

        int width() {
            return bias.length;
        }
    }

    /**
     * @param embeddings a row to each row of {@code features}, kept with each element {@linkplain Embeddings rounded}
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
        this(features, Embeddings.rounded(embeddings), layers, specials, readings, heads);
    }

    private Network(
            FeatureTable features,
            Embeddings embeddings,
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
                Embeddings.read(model, "parser.embeddings"),
                layers,
                Matrices.read(model, "parser.specials"),
                new Readings(widths[0], widths[1], widths[2]),
                heads);
    }

    void write(ModelWriter out) {
        features.write(out);
        embeddings.write(out, "parser.embeddings");
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

    /** For one thread, and for as many sentences as it likes. */
    Workspace workspace() {
        return new Workspace(this);
    }

    List<RecurrentLayer> layers() {
        return layers;
    }

    /** Fills the outputs of the recurrent layers, a row to each word. */
    void encode(WordForms forms, Workspace work) {
        int count = forms.size();
        float[][] rows = new float[count][];
        float[][] products = new float[count][];
        represent(forms, work, rows, products);
        float[][] output = work.output(0).first(count);
        layers.getFirst().run(rows, count, products, output);
        for (int i = 1; i < layers.size(); i++) {
            float[][] input = output;
            output = work.output(i).first(count);
            layers.get(i).apply(input, count, work.products(i), output);
        }
    }

    /** Each word by itself: the sum of its embeddings, and the products of the first layer. */
    private void represent(WordForms forms, Workspace work, float[][] rows, float[][] products) {
        RecurrentLayer first = layers.getFirst();
        WordRows known = work.words();
        float[][] newRows = new float[rows.length][];
        float[][] newProducts = new float[rows.length][];
        int[] word = new int[FeatureTable.KINDS];
        int count = 0;
        for (int t = 0; t < rows.length; t++) {
            for (int kind = 0; kind < word.length; kind++) {
                word[kind] = features.row(kind, FeatureTable.key(forms, t, kind));
            }
            int slot = WordRows.slot(word);
            if (!known.has(slot, word)) {
                known.put(slot, word, sum(word), first.newProduct());
                newRows[count] = known.input(slot);
                newProducts[count++] = known.product(slot);
            }
            rows[t] = known.input(slot);
            products[t] = known.product(slot);
        }
        first.addProducts(newRows, count, newProducts);
    }

    private float[] sum(int[] word) {
        float[] sum = new float[embeddings.width()];
        for (int row : word) {
            embeddings.addTo(row, sum);
        }
        return sum;
    }

    Readings readings() {
        return readings;
    }

    /** The readings of each token, of the root and of the empty place, in this order. */
    float[][] read(int length, Workspace work) {
        float[][] all = Arrays.copyOf(work.output(layers.size() - 1).first(length), length + 2);
        all[length] = specials[0];
        all[length + 1] = specials[1];
        return reader.apply(all, length + 2, work.readings());
    }

    /** The probabilities of heads, from the readings of a sentence. */
    ArcChances arcs(float[][] read, int length) {
        float[][] heads = columns(read, readings.arcHeadStart(), readings.arc(), length + 1);
        float[][] chances = new float[length][length + 1];
        Vectors.KERNELS.addProducts(read, readings.arcDependentStart(), length, heads, chances);
        for (int t = 0; t < length; t++) {
            chances[t][t] = Float.NEGATIVE_INFINITY;
            ArcChances.normalise(chances[t]);
        }
        return new ArcChances(chances);
    }

    /** The first {@code count} rows as columns. */
    public static float[][] columns(float[][] rows, int count) {
        return columns(rows, 0, rows[0].length, count);
    }

    private static float[][] columns(float[][] rows, int from, int width, int count) {
        float[][] columns = new float[width][count];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < width; j++) {
                columns[j][i] = rows[i][from + j];
            }
        }
        return columns;
    }

    /** The scores of the transitions. */
    void transitions(float[] slotsAndCosts, float[] scores) {
        transitions.apply(slotsAndCosts, scores);
    }

    /** The scores of the relations, a row to each token; the sums of heads' and dependents' parts are changed. */
    float[][] relations(float[][] sums, int length, Workspace work) {
        for (int t = 0; t < length; t++) {
            Vectors.rectify(sums[t]);
        }
        return relations.apply(sums, length, work.relations());
    }

    /** The scores of the pairs of tags, a row to each token. */
    float[][] tags(int length, Workspace work) {
        return tags.apply(work.output(tagLayer(layers.size())).first(length), length, work.tags());
    }

    int relationCount() {
        return relations.width();
    }

    int tagCount() {
        return tags.width();
    }
}
