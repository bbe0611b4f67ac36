package io.averment.analysis.training;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads the project's own corpus of statements; {@code corpus/statements/README.md} says what the format is. Passages start with
 * {@code == NAME}; {@code [s1 words]} marks a statement's content, {@code [s1.who words]} its speaker, and a line
 * {@code s1: INDIRECT DENIES hedged in s2} says how it is meant.
 */
final class MarkedStatements {

    private MarkedStatements() {}

    /**
     * The passages of a file.
     *
     * @throws IOException if an annotation is wrong, naming file, passage and reason
     */
    static List<GoldReport> read(Path file) throws IOException {
        return PassageFile.read(file, (name, lines) -> new MarkedPassage(name).read(lines));
    }
}
