package io.averment.analysis.training;

import io.averment.analysis.syntax.Lemmatizer;
import io.averment.analysis.syntax.Parser;
import io.averment.analysis.syntax.SyntaxModel;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** Trains {@code english-syntax}: tags, dependencies and lemmas. */
final class SyntaxTraining implements ModelTraining {

    private static final int EPOCHS = 18;
    private static final TrainedNetwork.Shape SHAPE = new TrainedNetwork.Shape(128, 96, 3, 64, 64, 64, 0.2f, 0.33f);

    @Override
    public String name() {
        return SyntaxModel.NAME;
    }

    @Override
    public byte[] train(CorpusFolder data, PrintStream progress) throws IOException {
        List<TreebankSentence> sentences = SyntaxCorpora.training(data);
        Lemmatizer lemmatizer = new LemmaTraining(sentences).train();
        ParserTraining training = new ParserTraining(sentences, EPOCHS, SHAPE);
        Parser parser = training.train(epoch -> progress.println("  epoch " + (epoch + 1) + " of " + EPOCHS));
        return new SyntaxModel(training.pairs(), parser, lemmatizer).toBytes();
    }
}
