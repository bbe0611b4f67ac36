package io.averment.analysis.training;

import io.averment.analysis.syntax.FeatureTable;
import io.averment.analysis.syntax.WordForms;
import java.util.Random;

/** A sentence as the network learns from it. */
final class Example {

    /** A word is taken for unknown about as often as a word seen this rarely would be. */
    private static final double WORD_DROPOUT = 0.25;

    private final int[][] rows;
    private final int[] frequencies;
    private final int[] tags;
    private final int[] heads;
    private final int[] relations;

    /**
     * @param frequencies how often each token's lower-case form was seen
     * @param tags numbers of the pairs of tags
     * @param heads of a projective tree, the number of tokens standing for the root
     * @param relations numbers of the relations
     */
    Example(WordForms forms, FeatureTable features, int[] frequencies, int[] tags, int[] heads, int[] relations) {
        this.rows = new int[forms.size()][FeatureTable.KINDS];
        for (int t = 0; t < rows.length; t++) {
            for (int kind = 0; kind < FeatureTable.KINDS; kind++) {
                rows[t][kind] = features.row(kind, FeatureTable.key(forms, t, kind));
            }
        }
        this.frequencies = frequencies;
        this.tags = tags;
        this.heads = heads;
        this.relations = relations;
    }

    int size() {
        return rows.length;
    }

    /** The embeddings' rows of each token; rare words are unknown at random. */
    int[][] rows(Random random) {
        int[][] result = new int[rows.length][];
        for (int t = 0; t < rows.length; t++) {
            result[t] = rows[t].clone();
            if (random.nextDouble() < WORD_DROPOUT / (WORD_DROPOUT + frequencies[t])) {
                result[t][0] = 0;
            }
        }
        return result;
    }

    int tag(int token) {
        return tags[token];
    }

    int[] heads() {
        return heads;
    }

    int relation(int token) {
        return relations[token];
    }
}
