package io.averment.analysis.training;

import io.averment.analysis.syntax.FeatureTable;
import io.averment.analysis.syntax.Parser;
import io.averment.analysis.syntax.SyntaxModel;
import io.averment.analysis.syntax.WordForms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Trains the parser in stages: each goes on with the network of the one before, and with relations and tags of its own. Deterministic.
 */
final class ParserTraining {

    private static final long SEED = 20250818;

    /** How often the network's mistakes are followed, once it knows something. */
    private static final double EXPLORING = 0.9;

    /** The part of the first stage in which none is followed. */
    private static final double BEGINNING = 0.05;

    private final List<TrainingStage> stages;
    private final FeatureTable features;
    private final PropertyCounts counts;
    private final TrainedNetwork network;
    private final Random random = new Random(SEED);
    private String[] pairs;
    private String[] relations;

    /**
     * @param stages at least one; the last one's tags and relations are the parser's
     * @param least how often a property of a word must be seen to have an embedding, by its kind
     */
    ParserTraining(List<TrainingStage> stages, int[] least, TrainedNetwork.Shape shape) {
        this.stages = List.copyOf(stages);
        this.counts = new PropertyCounts(
                stages.stream().flatMap(stage -> stage.sentences().stream()).toList());
        this.features = new FeatureTable(counts.frequent(least));
        this.pairs = pairs(stages.getFirst().sentences());
        this.relations = relations(stages.getFirst().sentences());
        this.network = new TrainedNetwork(shape, features, relations.length, pairs.length, random);
    }

    /** The pairs of tags of the stage that was trained last. */
    String[] pairs() {
        return pairs.clone();
    }

    /** @param progress is told of each pass that has ended */
    Parser train(Consumer<String> progress) {
        for (int i = 0; i < stages.size(); i++) {
            if (i > 0) {
                pairs = pairs(stages.get(i).sentences());
                relations = relations(stages.get(i).sentences());
                network.renewAnswers(relations.length, pairs.length);
            }
            train(stages.get(i), i == 0, progress);
        }
        return parser();
    }

    private void train(TrainingStage stage, boolean isFirst, Consumer<String> progress) {
        List<Example> order = new ArrayList<>();
        stage.sentences().forEach(sentence -> order.add(example(sentence)));
        double tokens = (double) stage.passes() * stage.tokens();
        long seen = 0;
        for (int pass = 0; pass < stage.passes(); pass++) {
            Collections.shuffle(order, random);
            int gathered = 0;
            for (Example example : order) {
                boolean knowsNothing = isFirst && seen < BEGINNING * tokens;
                network.learn(example, knowsNothing ? 0 : EXPLORING);
                gathered += example.size();
                seen += example.size();
                if (gathered >= stage.batchTokens()) {
                    network.step(stage.rate(seen / tokens));
                    gathered = 0;
                }
            }
            if (gathered > 0) {
                network.step(stage.rate(seen / tokens));
            }
            progress.accept(stage.name() + ", pass " + (pass + 1) + " of " + stage.passes());
        }
    }

    /** The parser as it is now. */
    Parser parser() {
        int meaningless = Arrays.binarySearch(pairs, SyntaxModel.pair("X", "FW"));
        return new Parser(relations, network.finished(), Math.max(0, meaningless));
    }

    private static String[] pairs(List<TreebankSentence> sentences) {
        Set<String> names = new TreeSet<>();
        for (TreebankSentence sentence : sentences) {
            IntStream.range(0, sentence.size())
                    .forEach(i -> names.add(SyntaxModel.pair(sentence.upos()[i], sentence.xpos()[i])));
        }
        return names.toArray(String[]::new);
    }

    private static String[] relations(List<TreebankSentence> sentences) {
        Set<String> names = new TreeSet<>();
        sentences.forEach(sentence -> names.addAll(Arrays.asList(sentence.relations())));
        return names.toArray(String[]::new);
    }

    private Example example(TreebankSentence sentence) {
        WordForms forms = WordForms.of(sentence.forms());
        int size = sentence.size();
        int[] frequencies = new int[size];
        int[] tags = new int[size];
        int[] labels = new int[size];
        for (int t = 0; t < size; t++) {
            frequencies[t] = counts.of(FeatureTable.key(forms, t, 0));
            tags[t] = Arrays.binarySearch(pairs, SyntaxModel.pair(sentence.upos()[t], sentence.xpos()[t]));
            labels[t] = Arrays.binarySearch(relations, sentence.relations()[t]);
        }
        return new Example(forms, features, frequencies, tags, Projectivity.lifted(sentence.heads()), labels);
    }
}
