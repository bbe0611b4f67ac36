package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.syntax.FeatureTable;
import io.averment.analysis.syntax.SyntaxModel;
import io.averment.analysis.syntax.WordForms;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainedNetworkTest {

    private static final TrainedNetwork.Shape SMALL = new TrainedNetwork.Shape(6, 4, 2, 5, 4, 3, 0, 0);

    private static final int[] ALL_PROPERTIES = {1, 1, 1, 1, 1, 1, 1};

    private static final String TREEBANK = """
            # newdoc id = a
            1	The	the	DET	DT	_	2	det	_	_
            2	dogs	dog	NOUN	NNS	_	3	nsubj	_	_
            3	bark	bark	VERB	VBP	_	0	root	_	SpaceAfter=No
            4	.	.	PUNCT	.	_	3	punct	_	_

            1	A	a	DET	DT	_	2	det	_	_
            2	cat	cat	NOUN	NN	_	3	nsubj	_	_
            3	sleeps	sleep	VERB	VBZ	_	0	root	_	_
            4	here	here	ADV	RB	_	3	advmod	_	SpaceAfter=No
            5	.	.	PUNCT	.	_	3	punct	_	_

            """;

    static List<TreebankSentence> sentences() throws IOException {
        return Treebank.read(new ByteArrayInputStream(TREEBANK.getBytes(StandardCharsets.UTF_8)));
    }

    /** The slope of the loss along single parameters, measured and computed. */
    @Test
    void computeGradientOfLoss() {
        WordForms forms = WordForms.of(new String[] {"The", "old", "dogs", "bark", "."});
        FeatureTable features = new FeatureTable(new int[0]);
        int[] common = {1_000_000, 1_000_000, 1_000_000, 1_000_000, 1_000_000};
        Example example = new Example(
                forms, features, common, new int[] {0, 1, 2, 1, 0}, new int[] {2, 2, 3, 5, 3}, new int[] {0, 0, 1, 2, 0
                });
        TrainedNetwork network = new TrainedNetwork(SMALL, features, 3, 3, new Random(5));
        for (float[] row : network.costWeights()) {
            // Expected costs pass on no gradient by design, so they must not matter here.
            Arrays.fill(row, 0);
        }
        network.learn(example, 0);
        Random random = new Random(6);
        int checked = 0;
        for (Parameter parameter : network.parameters()) {
            for (int probe = 0; probe < 4; probe++) {
                int row = random.nextInt(parameter.value().length);
                int column = random.nextInt(parameter.value(row).length);
                float computed = parameter.gradient()[row][column];
                double measured = slope(network, example, parameter.value(row), column);
                assertEquals(measured, computed, 0.02 + 0.05 * Math.abs(measured));
                checked++;
            }
        }
        assertTrue(checked > 50);
    }

    private static double slope(TrainedNetwork network, Example example, float[] values, int index) {
        float before = values[index];
        float step = 0.002f;
        values[index] = before + step;
        double above = network.loss(example);
        values[index] = before - step;
        double below = network.loss(example);
        values[index] = before;
        return (above - below) / (2 * step);
    }

    @Test
    void learnToReproduceItsSentences() throws IOException {
        List<TreebankSentence> sentences = sentences();
        ParserTraining training = new ParserTraining(
                List.of(new TrainingStage("all", sentences, 400, 320, 3e-3f, 1e-4f)),
                ALL_PROPERTIES,
                new TrainedNetwork.Shape(16, 8, 2, 16, 8, 8, 0, 0));
        SyntaxModel model =
                new SyntaxModel(training.pairs(), training.train(pass -> {}), new LemmaTraining(sentences).train());
        assertArrayEquals(new double[] {100, 100, 100, 100, 100}, new SyntaxMeasurement(model).score(sentences));
    }

    @Test
    void learnFromOneStageAfterTheOther() throws IOException {
        List<TreebankSentence> sentences = sentences();
        List<TrainingStage> stages = List.of(
                new TrainingStage("first", sentences.subList(0, 1), 20, 4, 3e-3f, 1e-3f),
                new TrainingStage("second", sentences, 2, 4, 3e-3f, 1e-4f));
        ParserTraining training = new ParserTraining(stages, ALL_PROPERTIES, SMALL);
        List<String> passes = new ArrayList<>();
        training.train(passes::add);
        assertEquals(22, passes.size());
        assertEquals("first, pass 20 of 20", passes.get(19));
        assertEquals("second, pass 1 of 2", passes.get(20));
        assertArrayEquals(
                new String[] {"ADV RB", "DET DT", "NOUN NN", "NOUN NNS", "PUNCT .", "VERB VBP", "VERB VBZ"},
                training.pairs());
    }

    @Test
    void giveSameBytesForSameSentences() throws IOException {
        assertArrayEquals(trainedBytes(), trainedBytes());
    }

    /** The second stage has more tags and relations than the first. */
    private static byte[] trainedBytes() throws IOException {
        List<TreebankSentence> sentences = sentences();
        List<TrainingStage> stages = List.of(
                new TrainingStage("first", sentences.subList(0, 1), 3, 4, 3e-3f, 1e-3f),
                new TrainingStage("second", sentences, 3, 4, 3e-3f, 1e-4f));
        ParserTraining training = new ParserTraining(stages, ALL_PROPERTIES, SMALL);
        return new SyntaxModel(training.pairs(), training.train(pass -> {}), new LemmaTraining(sentences).train())
                .toBytes();
    }
}
