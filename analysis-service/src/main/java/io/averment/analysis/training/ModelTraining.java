package io.averment.analysis.training;

import java.io.IOException;
import java.io.PrintStream;

/** How one model is trained. A new model implements this and is listed in {@link TrainCommand}. */
public interface ModelTraining {

    /** The model's name, as in {@code models/NAME.model}. */
    String name();

    /**
     * Trains and gives the bytes of the model's file; the same corpora give the same bytes.
     *
     * @param progress for the person who waits
     * @throws IOException if a corpus is missing or cannot be read
     */
    byte[] train(CorpusFolder data, PrintStream progress) throws IOException;
}
