package io.averment.analysis.name;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Trains a model of names from tagged sentences, open text and listed names. Deterministic; a minute or two a million tokens. */
final class NameTraining {

    /**
     * How to train.
     *
     * @param fewest occurrences of a feature that is kept
     */
    record Settings(
            int fewest,
            CrfTraining.Settings crf,
            WordClusterTraining.Settings clusters,
            NameTagger.Consistency consistency) {

        /** What the shipped model is trained with. */
        static Settings standard() {
            return new Settings(
                    2,
                    new CrfTraining.Settings(6, 0.1f, 0.5f, 1f, 0f, 7),
                    new WordClusterTraining.Settings(45_000, 4, 1500, 64, 800, 12, 11),
                    new NameTagger.Consistency(4.5f, 2, 4, 20));
        }
    }

    private static final double MOSTLY = 0.8;

    private final Settings settings;
    private final Map<Integer, Integer> clusters;
    private final Map<Integer, Integer> names;
    private final FeatureIndex index = new FeatureIndex();
    private final List<int[][]> features = new ArrayList<>();

    /**
     * @param openText to learn clusters from
     * @param names kinds of listed names by hash, see {@link GazetteerSources}
     */
    NameTraining(Settings settings, OpenText openText, Map<Integer, Integer> names) {
        this.settings = settings;
        this.names = names;
        this.clusters = clusters(settings, openText);
    }

    /** The bytes of the model's file. */
    byte[] train(List<TaggedSentence> sentences) {
        extract(sentences);
        index.close(settings.fewest());
        List<CrfTraining.Example> examples = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            examples.add(new CrfTraining.Example(
                    dense(features.get(i)),
                    sentences.get(i).labels(),
                    sentences.get(i).weight()));
        }
        features.clear();
        int[] kept = index.features();
        CrfTraining training = new CrfTraining(kept.length, settings.crf());
        training.train(examples);
        return NameModel.bytes(
                kept, training.weights(), training.stepWeights(), clusters, names, settings.consistency());
    }

    private static Map<Integer, Integer> clusters(Settings settings, OpenText text) {
        Map<String, int[]> cases = new HashMap<>();
        List<String> forms = text.forms();
        for (int s = 0; s < text.sentences(); s++) {
            for (int i = text.start(s) + 1; i < text.end(s); i++) {
                String form = forms.get(text.form(i));
                String small = form.toLowerCase(Locale.ROOT);
                int[] seen = cases.computeIfAbsent(small, word -> new int[2]);
                seen[0]++;
                seen[1] += small.equals(form) ? 1 : 0;
            }
        }
        Map<Integer, Integer> clusters = new HashMap<>();
        new WordClusterTraining(settings.clusters()).cluster(text).forEach((word, cluster) -> {
            int[] seen = cases.getOrDefault(word, new int[2]);
            int small = seen[0] > 0 && seen[1] >= MOSTLY * seen[0] ? 1 : 0;
            clusters.put(TokenTable.nonZero(Hash.of(word)), cluster * 2 + small);
        });
        return clusters;
    }

    private void extract(List<TaggedSentence> sentences) {
        WordClusters known = new WordClusters(table(clusters));
        Gazetteer gazetteer = new Gazetteer(table(names));
        int from = 0;
        while (from < sentences.size()) {
            int to = from + 1;
            while (to < sentences.size()
                    && sentences.get(to).document().equals(sentences.get(from).document())) {
                to++;
            }
            extractDocument(sentences.subList(from, to), known, gazetteer);
            from = to;
        }
    }

    private void extractDocument(List<TaggedSentence> document, WordClusters known, Gazetteer gazetteer) {
        List<String> words = new ArrayList<>();
        int[] ends = new int[document.size()];
        for (int s = 0; s < ends.length; s++) {
            words.addAll(Arrays.asList(document.get(s).words()));
            ends[s] = words.size();
        }
        TokenTable table = new TokenTable(words.toArray(String[]::new), ends, known, gazetteer);
        Features finder = new Features(table);
        for (int s = 0; s < ends.length; s++) {
            int start = table.sentenceStart(s);
            int[][] found = new int[ends[s] - start][];
            for (int i = start; i < ends[s]; i++) {
                int count = table.kind[i] == WordShape.ADDRESS ? 0 : finder.find(i, start, ends[s]);
                found[i - start] = Arrays.copyOf(finder.ids(), count);
                for (int feature : found[i - start]) {
                    index.count(feature);
                }
            }
            features.add(found);
        }
    }

    private int[][] dense(int[][] hashes) {
        int[][] ids = new int[hashes.length][];
        for (int i = 0; i < hashes.length; i++) {
            ids[i] = Arrays.stream(hashes[i])
                    .map(index::id)
                    .filter(id -> id >= 0)
                    .toArray();
        }
        return ids;
    }

    private static IntTable table(Map<Integer, Integer> entries) {
        IntTable table = new IntTable(entries.size());
        entries.forEach(table::put);
        return table;
    }
}
