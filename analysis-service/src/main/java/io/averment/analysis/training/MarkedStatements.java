package io.averment.analysis.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the project's own corpus of statements; {@code corpus/statements/README.md} says what the format is. Passages start with
 * {@code == NAME}; {@code [s1 words]} marks a statement's content, {@code [s1.who words]} its speaker, and a line
 * {@code s1: INDIRECT DENIES hedged in s2} says how it is meant.
 */
final class MarkedStatements {

    private static final String PASSAGE = "== ";

    private MarkedStatements() {}

    /**
     * The passages of a file.
     *
     * @throws IOException if an annotation is wrong, naming file, passage and reason
     */
    static List<GoldReport> read(Path file) throws IOException {
        List<GoldReport> reports = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String name = null;
        List<String> passage = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(PASSAGE)) {
                add(file, name, passage, reports);
                name = line.substring(PASSAGE.length());
                passage.clear();
                if (!names.add(name)) {
                    throw new IOException(file.getFileName() + ": two passages are called " + name);
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (name == null) {
                    throw new IOException(file.getFileName() + ": text before the first passage");
                }
                passage.add(line);
            }
        }
        add(file, name, passage, reports);
        return reports;
    }

    private static void add(Path file, @Nullable String name, List<String> lines, List<GoldReport> reports)
            throws IOException {
        if (name == null) {
            return;
        }
        try {
            reports.add(new MarkedPassage(name).read(lines));
        } catch (IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ", passage " + name + ": " + e.getMessage(), e);
        }
    }
}
