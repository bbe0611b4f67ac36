package io.averment.analysis.language;

import java.util.HashMap;
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
    private final Map<Long, float[]> weights;

    private Profiles(List<String> codes, Map<Long, float[]> weights) {
        this.codes = codes;
        this.weights = weights;
    }

    /** Learns from a text for each language. */
    static Profiles learn(List<String> codes, Map<String, String> texts) {
        Map<Long, int[]> counts = new HashMap<>();
        long[] totals = new long[codes.size()];
        for (int language = 0; language < codes.size(); language++) {
            int column = language;
            String text = texts.getOrDefault(codes.get(language), "");
            Grams.of(text, 0, text.length(), feature -> {
                counts.computeIfAbsent(feature, key -> new int[codes.size()])[column]++;
                totals[column]++;
            });
        }
        float[][] logarithms = new float[codes.size()][];
        for (int language = 0; language < logarithms.length; language++) {
            logarithms[language] = logarithms(totals[language] + UNSEEN * counts.size());
        }
        Map<Long, float[]> weights = HashMap.newHashMap(counts.size());
        counts.forEach((feature, row) -> {
            float[] weight = new float[row.length];
            for (int language = 0; language < row.length; language++) {
                weight[language] = row[language] < OFTEN
                        ? logarithms[language][row[language]]
                        : logarithm(row[language], totals[language] + UNSEEN * counts.size());
            }
            weights.put(feature, weight);
        });
        return new Profiles(codes, weights);
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
            float[] weight = weights.get(feature);
            if (weight != null) {
                for (int language = 0; language < weight.length; language++) {
                    scores[language] += weight[language];
                }
            }
        });
    }

    /** How many languages there are. */
    int size() {
        return codes.size();
    }
}
