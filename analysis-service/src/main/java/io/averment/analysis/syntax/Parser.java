package io.averment.analysis.syntax;

import io.averment.analysis.model.Model;
import io.averment.analysis.model.ModelException;
import io.averment.analysis.model.ModelWriter;
import java.util.Arrays;

/**
 * Finds tags and basic Universal Dependencies: a greedy arc-hybrid parser over a recurrent network (after Kiperwasser and Goldberg
 * 2016, with simple recurrent units). Trees are projective and have one root. Immutable and thread-safe; quadratic in a sentence of up to 400 tokens, and not used on longer ones.
 */
public final class Parser {

    /** Bounds what is quadratic in a sentence. */
    private static final int LONGEST_SENTENCE = 400;

    private static final String LOOSE = "dep";
    private static final String TOP = "root";

    private final String[] relations;
    private final Network network;
    private final int meaningless;

    /** @param meaningless number of the pair of tags for what is no prose */
    public Parser(String[] relations, Network network, int meaningless) {
        if (relations.length != network.relationCount()) {
            throw new ModelException("The parser's network knows " + network.relationCount() + " relations");
        }
        this.relations = relations.clone();
        this.network = network;
        this.meaningless = meaningless;
    }

    public static Parser read(Model model) {
        int meaningless = model.ints("parser.meaningless")[0];
        return new Parser(model.strings("parser.relations"), Network.read(model), meaningless);
    }

    public void write(ModelWriter out) {
        out.strings("parser.relations", relations).ints("parser.meaningless", new int[] {meaningless});
        network.write(out);
    }

    /** The number of a relation; that of the first one where training has not shown it. */
    int relationNumber(String relation) {
        return Math.max(0, Arrays.asList(relations).indexOf(relation));
    }

    /** The relation of a number, with its subtype. */
    public String relation(int number) {
        return relations[number];
    }

    /** What the parser found in a sentence. The arrays are the result's own. */
    public static final class Result {

        private final int[] tags;
        private final int[] heads;
        private final int[] relations;

        Result(int[] tags, int[] heads, int[] relations) {
            this.tags = tags;
            this.heads = heads;
            this.relations = relations;
        }

        /** The number of each token's pair of tags. */
        public int[] tags() {
            return tags;
        }

        /** The position of each token's head, -1 for the root. */
        public int[] heads() {
            return heads;
        }

        /** The number of each token's relation. */
        public int[] relations() {
            return relations;
        }
    }

    /**
     * Parses a sentence of at least one token. One longer than {@value #LONGEST_SENTENCE} tokens is no prose: its first token is the
     * root, everything else hangs on it, and no tag says anything.
     */
    Result parse(String[] forms, Workspace work) {
        if (forms.length <= LONGEST_SENTENCE) {
            return parse(WordForms.of(forms), work);
        }
        int[] tags = new int[forms.length];
        int[] labels = new int[forms.length];
        int[] heads = new int[forms.length];
        Arrays.fill(tags, meaningless);
        Arrays.fill(labels, Math.max(0, Arrays.asList(relations).indexOf(LOOSE)));
        labels[0] = Math.max(0, Arrays.asList(relations).indexOf(TOP));
        heads[0] = -1;
        return new Result(tags, heads, labels);
    }

    /** What {@link #parse} works with: for one thread, and for as many sentences as it likes. */
    Workspace workspace() {
        return network.workspace();
    }

    private Result parse(WordForms forms, Workspace work) {
        int length = forms.size();
        network.encode(forms, work);
        float[][] scores = network.tags(length, work);
        int[] tags = new int[length];
        for (int t = 0; t < length; t++) {
            tags[t] = Vectors.greatest(scores[t]);
        }
        float[][] read = network.read(length, work);
        int[] heads = heads(read, length);
        int[] labels = label(read, heads, work);
        for (int t = 0; t < length; t++) {
            heads[t] = heads[t] == length ? -1 : heads[t];
        }
        return new Result(tags, heads, labels);
    }

    private int[] heads(float[][] read, int length) {
        Readings readings = network.readings();
        ArcChances chances = network.arcs(read, length);
        Transitions state = new Transitions(length);
        float[] sum = new float[readings.slot()];
        float[] input = new float[sum.length + Transitions.COUNT];
        float[] scores = new float[Transitions.COUNT];
        while (!state.isFinal()) {
            System.arraycopy(read[place(state, 0)], readings.slotStart(0), sum, 0, sum.length);
            for (int slot = 1; slot < Readings.SLOTS; slot++) {
                Vectors.addPart(read[place(state, slot)], readings.slotStart(slot), sum);
            }
            Vectors.rectify(sum);
            System.arraycopy(sum, 0, input, 0, sum.length);
            chances.costs(state, input, sum.length);
            network.transitions(input, scores);
            state.apply(best(state, scores));
        }
        return state.heads();
    }

    /** The token in a slot; the number of tokens stands for the root, one more for an empty place. */
    public static int place(Transitions state, int slot) {
        if (slot == Readings.SLOTS - 1) {
            return state.buffer(0);
        }
        int token = state.stack(slot);
        return token < 0 ? state.heads().length + 1 : token;
    }

    private static int best(Transitions state, float[] scores) {
        int best = -1;
        for (int transition = 0; transition < Transitions.COUNT; transition++) {
            if (state.isAllowed(transition) && (best < 0 || scores[transition] > scores[best])) {
                best = transition;
            }
        }
        return best;
    }

    private int[] label(float[][] read, int[] heads, Workspace work) {
        Readings readings = network.readings();
        int length = heads.length;
        float[][] sums = work.sums().first(length);
        for (int t = 0; t < length; t++) {
            System.arraycopy(read[t], readings.relationDependentStart(), sums[t], 0, readings.relation());
            Vectors.addPart(read[heads[t]], readings.relationHeadStart(), sums[t]);
        }
        float[][] scores = network.relations(sums, length, work);
        int[] labels = new int[length];
        for (int t = 0; t < length; t++) {
            labels[t] = Vectors.greatest(scores[t]);
        }
        return labels;
    }
}
