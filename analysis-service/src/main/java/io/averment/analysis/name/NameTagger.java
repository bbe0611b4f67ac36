package io.averment.analysis.name;

import java.util.Arrays;

/**
 * Labels the tokens of a document in two passes: a linear-chain model over each sentence; then the same again, each capitalised word now
 * also hearing what its other occurrences in the document were taken for (after Krishnan and Manning 2006, with marginals in place of a
 * second model). Thread-safe; linear in the tokens.
 */
final class NameTagger {

    /** How strongly the rest of the document speaks. */
    record Consistency(float weight, float outside, float doubt, float fullName) {}

    private static final int LABELS = Labels.COUNT;
    private static final int TYPES = NameType.values().length;
    private static final int KINDS = TYPES + 1;

    private final Weights weights;
    private final WordClusters clusters;
    private final Gazetteer gazetteer;
    private final Consistency consistency;

    NameTagger(Weights weights, WordClusters clusters, Gazetteer gazetteer, Consistency consistency) {
        this.weights = weights;
        this.clusters = clusters;
        this.gazetteer = gazetteer;
        this.consistency = consistency;
    }

    /** @param sentenceEnds one past the last token of each sentence, ascending, the last one the number of tokens */
    int[] tag(String[] words, int[] sentenceEnds) {
        TokenTable table = new TokenTable(words, sentenceEnds, clusters, gazetteer);
        float[] scores = score(table, words.length);
        if (consistency.weight() > 0) {
            listen(table, scores);
        }
        Viterbi viterbi = new Viterbi(weights.steps());
        int[] labels = new int[words.length];
        for (int s = 0; s < sentenceEnds.length; s++) {
            int start = table.sentenceStart(s);
            viterbi.decode(scores, start, sentenceEnds[s], labels);
        }
        return labels;
    }

    private float[] score(TokenTable table, int tokens) {
        float[] scores = new float[tokens * LABELS];
        Features features = new Features(table);
        for (int s = 0; s < table.sentenceEnds.length; s++) {
            int start = table.sentenceStart(s);
            int end = table.sentenceEnds[s];
            for (int i = start; i < end; i++) {
                if (table.kind[i] == WordShape.ADDRESS) {
                    forbid(scores, i);
                    continue;
                }
                int count = features.find(i, start, end);
                int[] ids = features.ids();
                for (int f = 0; f < count; f++) {
                    weights.addTo(ids[f], scores, i * LABELS);
                }
            }
        }
        return scores;
    }

    /** An address of a page or a mailbox is no name. */
    private static void forbid(float[] scores, int token) {
        Arrays.fill(scores, token * LABELS + 1, (token + 1) * LABELS, -1000f);
    }

    private void listen(TokenTable table, float[] scores) {
        float[] beliefs = beliefs(table, scores);
        float[] sums = new float[table.words * (KINDS + 1)];
        int tokens = table.lower.length;
        for (int i = 0; i < tokens; i++) {
            if (speaks(table, i)) {
                speak(beliefs, i, sums, table.word[i]);
            }
        }
        explain(table, beliefs, sums);
        for (int i = 0; i < tokens; i++) {
            if (isCapital(table.kind[i])) {
                hear(table, i, sums, beliefs, scores);
            }
        }
    }

    private static void speak(float[] beliefs, int token, float[] sums, int word) {
        for (int kind = 0; kind <= KINDS; kind++) {
            sums[word * (KINDS + 1) + kind] += beliefs[token * (KINDS + 1) + kind];
        }
    }

    /** What an abbreviation is explained by speaks for it. */
    private static void explain(TokenTable table, float[] beliefs, float[] sums) {
        for (int s = 0; s < table.sentenceEnds.length; s++) {
            int start = table.sentenceStart(s);
            for (int i = start; i < table.sentenceEnds[s]; i++) {
                int last = DefinedAbbreviations.explainedBy(table, i, start, table.sentenceEnds[s]);
                if (last >= 0) {
                    speak(beliefs, last, sums, table.word[i]);
                }
            }
        }
    }

    private void hear(TokenTable table, int token, float[] sums, float[] beliefs, float[] scores) {
        int own = token * (KINDS + 1);
        int all = table.word[token] * (KINDS + 1);
        boolean counted = speaks(table, token);
        float others = sums[all + KINDS] - (counted ? beliefs[own + KINDS] : 0);
        if (others < 0.5f) {
            return;
        }
        float trust = others / (others + consistency.doubt());
        for (int kind = 0; kind < KINDS; kind++) {
            float share = Math.max(0, sums[all + kind] - (counted ? beliefs[own + kind] : 0)) / others;
            float bonus = trust * share * (kind == 0 ? consistency.outside() : consistency.weight());
            if (kind == 0) {
                scores[token * LABELS] += bonus;
            } else {
                for (int position = 0; position < 4; position++) {
                    scores[token * LABELS + 1 + (kind - 1) * 4 + position] += bonus;
                }
            }
        }
    }

    private static boolean speaks(TokenTable table, int token) {
        return isCapital(table.kind[token]) && !table.shouted[token];
    }

    private static boolean isCapital(int kind) {
        return kind == WordShape.CAPITALISED || kind == WordShape.CAPITALS;
    }

    /**
     * For each token how much it is believed to be outside and of each type, times the weight of its voice, and that weight: an
     * occurrence within a name of several words weighs more.
     */
    private float[] beliefs(TokenTable table, float[] scores) {
        float[] beliefs = new float[table.lower.length * (KINDS + 1)];
        Marginals marginals = new Marginals(weights.steps());
        for (int s = 0; s < table.sentenceEnds.length; s++) {
            int start = table.sentenceStart(s);
            int end = table.sentenceEnds[s];
            float[] chances = marginals.of(scores, start, end);
            for (int i = start; i < end; i++) {
                believe(chances, (i - start) * LABELS, beliefs, i * (KINDS + 1));
            }
        }
        return beliefs;
    }

    private void believe(float[] chances, int from, float[] beliefs, int to) {
        float several = 0;
        beliefs[to] = chances[from];
        for (int type = 0; type < TYPES; type++) {
            float sum = 0;
            for (int position = 0; position < 4; position++) {
                float chance = chances[from + 1 + type * 4 + position];
                sum += chance;
                several += position == Labels.ONLY ? 0 : chance;
            }
            beliefs[to + 1 + type] = sum;
        }
        float voice = 1 + several * (consistency.fullName() - 1);
        for (int kind = 0; kind < KINDS; kind++) {
            beliefs[to + kind] *= voice;
        }
        beliefs[to + KINDS] = voice;
    }
}
