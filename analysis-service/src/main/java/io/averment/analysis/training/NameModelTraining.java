package io.averment.analysis.training;

import io.averment.analysis.name.NameCorpora;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Trains {@code english-names}, and says from which versions of its inputs. The data also hold {@code taught/*.tagged.gz} and {@code taught/*.text.gz}, see NAMES.md. */
final class NameModelTraining implements ModelTraining {

    private static final int CHECKSUM_BYTES = 8;

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
        progress.println("  some minutes; from");
        NameCorpora corpora = new NameCorpora(
                root,
                root.resolve("taught"),
                module.resolve("corpus/names"),
                module.resolve("src/main/resources/knowledge/kb"));
        for (Path input : corpora.inputs()) {
            progress.println("  " + checksum(input) + "  " + input.getFileName());
        }
        return corpora.train();
    }

    /** The first digits of the SHA-256, enough to tell two versions of a file apart; the model's card holds them. */
    private static String checksum(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, CHECKSUM_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
