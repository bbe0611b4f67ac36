package io.averment.analysis.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Clusters of words that stand in like contexts: positive pointwise mutual information with the frequent words one and two places to the
 * left and right, projected onto its main directions by subspace iteration (Halko, Martinsson and Tropp 2011), then spherical k-means.
 * Deterministic for a seed. Time grows with the text and with words times clusters.
 */
final class WordClusterTraining {

    /** How to cluster. */
    record Settings(int words, int fewest, int contexts, int directions, int clusters, int rounds, long seed) {}

    private static final int[] PLACES = {-2, -1, 1, 2};
    private static final int ITERATIONS = 3;
    private static final double SMOOTHING = 0.75;

    private final Settings settings;
    private List<String> vocabulary = List.of();
    private int[][] columns = new int[0][];
    private float[][] values = new float[0][];
    private int width;

    WordClusterTraining(Settings settings) {
        this.settings = settings;
    }

    /** The cluster, from 0, of each frequent word in lower case, most frequent word first. */
    Map<String, Integer> cluster(OpenText text) {
        int[] rows = countWords(text);
        countContexts(text, rows);
        int[] assigned = group(project());
        Map<String, Integer> clusters = new LinkedHashMap<>();
        for (int i = 0; i < assigned.length; i++) {
            clusters.put(vocabulary.get(i), assigned[i]);
        }
        return clusters;
    }

    /** Chooses the vocabulary; gives for each form of the text the row of its word, negative for a rare one. */
    private int[] countWords(OpenText text) {
        List<String> forms = text.forms();
        int[] occurrences = new int[forms.size()];
        int tokens = text.sentences() == 0 ? 0 : text.end(text.sentences() - 1);
        for (int i = 0; i < tokens; i++) {
            occurrences[text.form(i)]++;
        }
        Map<String, Integer> counts = new HashMap<>();
        for (int form = 0; form < occurrences.length; form++) {
            counts.merge(forms.get(form).toLowerCase(Locale.ROOT), occurrences[form], Integer::sum);
        }
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
        entries.removeIf(entry -> entry.getValue() < settings.fewest());
        entries.sort(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()));
        vocabulary =
                entries.stream().limit(settings.words()).map(Map.Entry::getKey).toList();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < vocabulary.size(); i++) {
            index.put(vocabulary.get(i), i);
        }
        return forms.stream()
                .mapToInt(form -> index.getOrDefault(form.toLowerCase(Locale.ROOT), -1))
                .toArray();
    }

    private void countContexts(OpenText text, int[] rows) {
        int contexts = Math.min(settings.contexts(), vocabulary.size());
        width = PLACES.length * (contexts + 1);
        LongCounts pairs = new LongCounts();
        for (int s = 0; s < text.sentences(); s++) {
            for (int i = text.start(s); i < text.end(s); i++) {
                int row = rows[text.form(i)];
                for (int p = 0; row >= 0 && p < PLACES.length; p++) {
                    int j = i + PLACES[p];
                    int context = j < text.start(s) || j >= text.end(s) ? contexts : rows[text.form(j)];
                    if (context >= 0 && context <= contexts) {
                        int column = p * (contexts + 1) + context;
                        pairs.add((long) row * width + column);
                    }
                }
            }
        }
        weigh(pairs);
    }

    private void weigh(LongCounts pairs) {
        int rows = vocabulary.size();
        double[] row = new double[rows];
        double[] column = new double[width];
        int[] sizes = new int[rows];
        long[] keys = pairs.sortedKeys();
        for (long key : keys) {
            int count = pairs.get(key);
            row[(int) (key / width)] += count;
            column[(int) (key % width)] += count;
            sizes[(int) (key / width)]++;
        }
        double total = 0;
        for (int c = 0; c < width; c++) {
            column[c] = StrictMath.pow(column[c], SMOOTHING);
            total += column[c];
        }
        columns = new int[rows][];
        values = new float[rows][];
        for (int r = 0; r < rows; r++) {
            columns[r] = new int[sizes[r]];
            values[r] = new float[sizes[r]];
        }
        int[] filled = new int[rows];
        for (long key : keys) {
            int r = (int) (key / width);
            int c = (int) (key % width);
            double information = StrictMath.log(pairs.get(key) / row[r] * total / column[c]);
            columns[r][filled[r]] = c;
            values[r][filled[r]++] = (float) Math.max(0, information);
        }
    }

    /** Rows times the main directions of the columns, each row scaled to length 1. */
    private float[][] project() {
        int directions = settings.directions();
        SplittableRandom random = new SplittableRandom(settings.seed());
        float[][] basis = new float[width][directions];
        for (float[] line : basis) {
            for (int d = 0; d < directions; d++) {
                line[d] = (float) (random.nextDouble() - 0.5);
            }
        }
        for (int i = 0; i < ITERATIONS; i++) {
            orthonormalise(basis);
            basis = transposedTimes(times(basis));
        }
        orthonormalise(basis);
        float[][] points = times(basis);
        for (float[] point : points) {
            scale(point);
        }
        return points;
    }

    private float[][] times(float[][] basis) {
        float[][] product = new float[columns.length][settings.directions()];
        for (int r = 0; r < columns.length; r++) {
            for (int k = 0; k < columns[r].length; k++) {
                addScaled(product[r], basis[columns[r][k]], values[r][k]);
            }
        }
        return product;
    }

    private float[][] transposedTimes(float[][] product) {
        float[][] basis = new float[width][settings.directions()];
        for (int r = 0; r < columns.length; r++) {
            for (int k = 0; k < columns[r].length; k++) {
                addScaled(basis[columns[r][k]], product[r], values[r][k]);
            }
        }
        return basis;
    }

    private static void addScaled(float[] sum, float[] line, float factor) {
        for (int d = 0; d < sum.length; d++) {
            sum[d] += factor * line[d];
        }
    }

    /** Gram and Schmidt, modified. */
    private static void orthonormalise(float[][] basis) {
        int directions = basis[0].length;
        for (int d = 0; d < directions; d++) {
            for (int e = 0; e < d; e++) {
                double dot = 0;
                for (float[] line : basis) {
                    dot += (double) line[d] * line[e];
                }
                for (float[] line : basis) {
                    line[d] -= (float) (dot * line[e]);
                }
            }
            double square = 0;
            for (float[] line : basis) {
                square += (double) line[d] * line[d];
            }
            float length = (float) Math.sqrt(Math.max(square, 1e-30));
            for (float[] line : basis) {
                line[d] /= length;
            }
        }
    }

    private static void scale(float[] point) {
        double square = 0;
        for (float value : point) {
            square += (double) value * value;
        }
        float length = (float) Math.sqrt(Math.max(square, 1e-30));
        for (int d = 0; d < point.length; d++) {
            point[d] /= length;
        }
    }

    private int[] group(float[][] points) {
        int clusters = Math.min(settings.clusters(), points.length);
        float[][] centres = new float[clusters][];
        for (int c = 0; c < clusters; c++) {
            centres[c] = points[c].clone();
        }
        int[] assigned = new int[points.length];
        for (int round = 0; round < settings.rounds(); round++) {
            for (int i = 0; i < points.length; i++) {
                assigned[i] = nearest(points[i], centres);
            }
            float[][] sums = new float[clusters][settings.directions()];
            for (int i = 0; i < points.length; i++) {
                addScaled(sums[assigned[i]], points[i], 1);
            }
            for (int c = 0; c < clusters; c++) {
                if (!Arrays.equals(sums[c], new float[settings.directions()])) {
                    scale(sums[c]);
                    centres[c] = sums[c];
                }
            }
        }
        return assigned;
    }

    private static int nearest(float[] point, float[][] centres) {
        int best = 0;
        float top = Float.NEGATIVE_INFINITY;
        for (int c = 0; c < centres.length; c++) {
            float dot = 0;
            float[] centre = centres[c];
            for (int d = 0; d < point.length; d++) {
                dot += point[d] * centre[d];
            }
            if (dot > top) {
                top = dot;
                best = c;
            }
        }
        return best;
    }
}
