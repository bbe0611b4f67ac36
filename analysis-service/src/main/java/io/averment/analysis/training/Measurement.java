package io.averment.analysis.training;

import java.io.IOException;
import java.util.List;

/** One kind of figures that {@code evaluate} prints. A new kind implements this and is listed in {@link Measurements}. */
public interface Measurement {

    /**
     * Measures what the folder allows.
     *
     * @param data public corpora
     * @param own the project's own corpora
     * @return a row to each figure, also to those whose corpus is not there
     * @throws IOException if a corpus is there but cannot be read
     */
    List<Figure> measure(CorpusFolder data, CorpusFolder own) throws IOException;
}
