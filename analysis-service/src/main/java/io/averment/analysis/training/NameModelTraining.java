package io.averment.analysis.training;

import io.averment.analysis.name.NameCorpora;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/** Trains {@code english-names}. The data also hold {@code taught/*.tagged.gz} and {@code taught/*.text.gz}, see NAMES.md. */
final class NameModelTraining implements ModelTraining {

    private final Path module;

    /** @param module the folder of the analysis service, with its own corpora and knowledge */
    NameModelTraining(Path module) {
        this.module = module;
    }

    @Override
    public String name() {
        return NameCorpora.MODEL;
    }

    @Override
    public byte[] train(CorpusFolder data, PrintStream progress) throws IOException {
        Path root = data.root();
        if (root == null) {
            throw new IOException("The names need a folder of data");
        }
        progress.println("  some minutes");
        return new NameCorpora(
                        root,
                        root.resolve("taught"),
                        module.resolve("corpus/names"),
                        module.resolve("src/main/resources/knowledge/kb"))
                .train();
    }
}
