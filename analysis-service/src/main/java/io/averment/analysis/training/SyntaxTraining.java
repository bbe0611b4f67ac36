package io.averment.analysis.training;

import io.averment.analysis.syntax.Parser;
import io.averment.analysis.syntax.SyntaxModel;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/**
 * Trains {@code english-syntax}: tags, dependencies and lemmas. The network first learns from open text what a teacher found in it,
 * then from treebanks what is right.
 */
final class SyntaxTraining implements ModelTraining {

    static final TrainedNetwork.Shape SHAPE = new TrainedNetwork.Shape(128, 96, 3, 64, 128, 64, 0.2f, 0.33f);

    /** Words need more occurrences than beginnings, endings and shapes; what keeps the file small. */
    static final int[] LEAST = {4, 6, 6, 6, 6, 6, 6};

    @Override
    public String name() {
        return SyntaxModel.NAME;
    }

    @Override
    public byte[] train(CorpusFolder data, PrintStream progress) throws IOException {
        List<TreebankSentence> treebanks = SyntaxCorpora.training(data);
        ParserTraining training =
                new ParserTraining(stages(treebanks, SyntaxCorpora.taught(data, treebanks)), LEAST, SHAPE);
        Parser parser = training.train(passed -> progress.println("  " + passed));
        return new SyntaxModel(training.pairs(), parser, new LemmaTraining(treebanks).train()).toBytes();
    }

    static List<TrainingStage> stages(List<TreebankSentence> treebanks, List<TreebankSentence> taught) {
        return List.of(
                new TrainingStage("what was taught", taught, 3, 640, 3e-3f, 1e-3f),
                new TrainingStage("treebanks", treebanks, 16, 320, 2e-3f, 2e-5f));
    }
}
