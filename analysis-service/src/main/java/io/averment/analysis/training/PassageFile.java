package io.averment.analysis.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A file of the project's own corpora: passages that start with {@code == NAME}; empty lines and comments are left out. */
final class PassageFile {

    private static final String PASSAGE = "== ";

    private PassageFile() {}

    /**
     * Makes a passage of its lines.
     *
     * @param <T> what a passage is read as
     */
    interface Reading<T> {

        /** @throws IllegalArgumentException saying what is wrong */
        T read(String name, List<String> lines);
    }

    /**
     * The passages of a file.
     *
     * @throws IOException if an annotation is wrong, naming file, passage and reason
     */
    static <T> List<T> read(Path file, Reading<T> reading) throws IOException {
        List<T> passages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String name = null;
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith(PASSAGE)) {
                add(file, name, lines, reading, passages);
                name = line.substring(PASSAGE.length());
                lines.clear();
                if (!names.add(name)) {
                    throw new IOException(file.getFileName() + ": two passages are called " + name);
                }
            } else if (!line.isBlank() && !line.startsWith("#")) {
                if (name == null) {
                    throw new IOException(file.getFileName() + ": text before the first passage");
                }
                lines.add(line);
            }
        }
        add(file, name, lines, reading, passages);
        return passages;
    }

    private static <T> void add(
            Path file, @Nullable String name, List<String> lines, Reading<T> reading, List<T> passages)
            throws IOException {
        if (name == null) {
            return;
        }
        try {
            passages.add(reading.read(name, lines));
        } catch (IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ", passage " + name + ": " + e.getMessage(), e);
        }
    }
}
