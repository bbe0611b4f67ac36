package io.averment.analysis.language;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Naive Bayes over {@link Grams} for the languages of one script (Cavnar and Trenkle's idea with probabilities instead of ranks).
 * Immutable. Telling languages apart costs one look-up and as many additions as there are languages for each letter.
 */
final class Profiles {

    /** How often a feature that a language has not shown is taken to have been seen. */
    private static final double UNSEEN = 0.03;

    /** Hardly any feature is seen so often in so short texts. */
    private static final int OFTEN = 32;

    private final List<String> codes;
    private final GramTable grams;
    /** A row to each feature, an element to each language. */
    private final float[] weights;

    private Profiles(List<String> codes, GramTable grams, float[] weights) {
        this.codes = codes;
        this.grams = grams;
        this.weights = weights;
    }

    /** Learns from a text for each language. */
    static Profiles learn(List<String> codes, Map<String, String> texts) {
        int width = codes.size();
        GramTable grams = new GramTable();
        int[][] counts = new int[width][];
        long[] totals = new long[width];
        for (int language = 0; language < width; language++) {
            counts[language] = count(texts.getOrDefault(codes.get(language), ""), grams);
            for (int count : counts[language]) {
                totals[language] += count;
            }
        }
        float[] weights = new float[grams.size() * width];
        for (int language = 0; language < width; language++) {
            double total = totals[language] + UNSEEN * grams.size();
            float[] logarithms = logarithms(total);
            int[] seen = Arrays.copyOf(counts[language], grams.size());
            for (int gram = 0; gram < seen.length; gram++) {
                weights[gram * width + language] =
                        seen[gram] < OFTEN ? logarithms[seen[gram]] : logarithm(seen[gram], total);
            }
        }
        return new Profiles(codes, grams, weights);
    }

    /** How often each feature is in a text, by its number; new ones are added. */
    private static int[] count(String text, GramTable grams) {
        int[][] counts = {new int[1 << 14]};
        Grams.of(text, 0, text.length(), feature -> {
            int gram = grams.add(feature);
            if (gram >= counts[0].length) {
                counts[0] = Arrays.copyOf(counts[0], 2 * gram);
            }
            counts[0][gram]++;
        });
        return counts[0];
    }

    /** Of the probabilities of features by how often they were seen: a logarithm is dear before it is compiled, and few differ. */
    private static float[] logarithms(double total) {
        float[] logarithms = new float[OFTEN];
        logarithms[0] = (float) StrictMath.log(UNSEEN / total);
        for (int count = 1; count < OFTEN; count++) {
            logarithms[count] = logarithm(count, total);
        }
        return logarithms;
    }

    private static float logarithm(int count, double total) {
        return (float) StrictMath.log((count + UNSEEN) / total);
    }

    List<String> codes() {
        return codes;
    }

    /** Adds the log-likelihoods of a stretch of text in each language; features that no language has shown say nothing. */
    void score(String text, int from, int to, double[] scores) {
        Grams.of(text, from, to, feature -> {
            int gram = grams.find(feature);
            if (gram != GramTable.NONE) {
                for (int language = 0; language < scores.length; language++) {
                    scores[language] += weights[gram * scores.length + language];
                }
            }
        });
    }

    /** How many languages there are. */
    int size() {
        return codes.size();
    }
}
