package io.averment.analysis.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where corpora lie. The document {@code LANGUAGE.md} of the module lists the files and where each public set is published.
 *
 * @param root the folder; null when there is none
 */
public record CorpusFolder(@Nullable Path root) {

    /**
     * A folder that somebody named.
     *
     * @throws IOException if there is none, saying so: nobody who names a folder means that nothing be read
     */
    static CorpusFolder at(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            throw new IOException(root + ": " + (Files.exists(root) ? "is no folder" : "no such folder"));
        }
        return new CorpusFolder(root);
    }

    /** A file by its path below the folder, gzipped or not; empty when it is not there. */
    public Optional<Path> find(String file) {
        if (root == null) {
            return Optional.empty();
        }
        Path plain = root.resolve(file);
        Path zipped = root.resolve(file + ".gz");
        if (Files.isRegularFile(plain)) {
            return Optional.of(plain);
        }
        return Files.isRegularFile(zipped) ? Optional.of(zipped) : Optional.empty();
    }
}
