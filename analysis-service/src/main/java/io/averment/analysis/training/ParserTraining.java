package io.averment.analysis.training;

import io.averment.analysis.syntax.FeatureTable;
import io.averment.analysis.syntax.Parser;
import io.averment.analysis.syntax.SyntaxModel;
import io.averment.analysis.syntax.WordForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;

/** Trains the parser from a treebank. Deterministic. */
final class ParserTraining {

    private static final long SEED = 20250818;
    private static final int BATCH_TOKENS = 320;
    private static final float HIGHEST_RATE = 3e-3f;
    private static final float LOWEST_RATE = 1e-4f;
    private static final int[] RAREST = {2, 3, 3, 3, 3, 3, 3};

    private final List<TreebankSentence> sentences;
    private final int epochs;
    private final TrainedNetwork network;
    private final List<Example> examples = new ArrayList<>();
    private final String[] pairs;
    private final String[] relations;
    private final Random random = new Random(SEED);

    ParserTraining(List<TreebankSentence> sentences, int epochs, TrainedNetwork.Shape shape) {
        this.sentences = sentences;
        this.epochs = epochs;
        this.pairs = names(true);
        this.relations = names(false);
        Map<Integer, Integer> counts = counts();
        FeatureTable features = new FeatureTable(keys(counts));
        this.network = new TrainedNetwork(shape, features, relations.length, pairs.length, random);
        sentences.forEach(sentence -> examples.add(example(sentence, features, counts)));
    }

    String[] pairs() {
        return pairs;
    }

    /** @param afterEpoch is told the number of each epoch when it has ended */
    Parser train(IntConsumer afterEpoch) {
        List<Example> order = new ArrayList<>(examples);
        long tokens = (long) epochs * examples.stream().mapToInt(Example::size).sum();
        long seen = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            int gathered = 0;
            for (Example example : order) {
                network.learn(example, epoch == 0 ? 0 : 0.9);
                gathered += example.size();
                seen += example.size();
                if (gathered >= BATCH_TOKENS) {
                    network.step(rate((double) seen / tokens));
                    gathered = 0;
                }
            }
            if (gathered > 0) {
                network.step(rate((double) seen / tokens));
            }
            afterEpoch.accept(epoch);
        }
        return parser();
    }

    Parser parser() {
        int meaningless = Arrays.binarySearch(pairs, SyntaxModel.pair("X", "FW"));
        return new Parser(relations, network.finished(), Math.max(0, meaningless));
    }

    private static float rate(double progress) {
        double warm = Math.min(1, progress * 50);
        return (float) (warm * (LOWEST_RATE + (HIGHEST_RATE - LOWEST_RATE) * (1 - progress)));
    }

    private String[] names(boolean ofTags) {
        Set<String> names = new TreeSet<>();
        for (TreebankSentence sentence : sentences) {
            for (int i = 0; i < sentence.size(); i++) {
                names.add(ofTags ? SyntaxModel.pair(sentence.upos()[i], sentence.xpos()[i]) : sentence.relations()[i]);
            }
        }
        return names.toArray(String[]::new);
    }

    private Map<Integer, Integer> counts() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (TreebankSentence sentence : sentences) {
            WordForms forms = WordForms.of(sentence.forms());
            for (int t = 0; t < forms.size(); t++) {
                for (int kind = 0; kind < FeatureTable.KINDS; kind++) {
                    counts.merge(FeatureTable.key(forms, t, kind), 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    /** The properties that are not too rare, sorted. */
    private int[] keys(Map<Integer, Integer> counts) {
        Set<Integer> keys = new TreeSet<>();
        for (TreebankSentence sentence : sentences) {
            WordForms forms = WordForms.of(sentence.forms());
            for (int t = 0; t < forms.size(); t++) {
                for (int kind = 0; kind < FeatureTable.KINDS; kind++) {
                    int key = FeatureTable.key(forms, t, kind);
                    if (counts.getOrDefault(key, 0) >= RAREST[kind]) {
                        keys.add(key);
                    }
                }
            }
        }
        return keys.stream().mapToInt(Integer::intValue).toArray();
    }

    private Example example(TreebankSentence sentence, FeatureTable features, Map<Integer, Integer> counts) {
        WordForms forms = WordForms.of(sentence.forms());
        int size = sentence.size();
        int[] frequencies = new int[size];
        int[] tags = new int[size];
        int[] labels = new int[size];
        for (int t = 0; t < size; t++) {
            frequencies[t] = counts.getOrDefault(FeatureTable.key(forms, t, 0), 0);
            tags[t] = Arrays.binarySearch(pairs, SyntaxModel.pair(sentence.upos()[t], sentence.xpos()[t]));
            labels[t] = Arrays.binarySearch(relations, sentence.relations()[t]);
        }
        return new Example(forms, features, frequencies, tags, Projectivity.lifted(sentence.heads()), labels);
    }
}
