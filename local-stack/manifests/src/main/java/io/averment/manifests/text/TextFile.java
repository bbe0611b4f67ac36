package io.averment.manifests.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The data files of the check, on the class path beside the classes that read them. */
public final class TextFile {

    private TextFile() {}

    /** The text of a file. */
    public static String read(Class<?> beside, String name) {
        try (InputStream file = beside.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException(name + " is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Its lines, without comments (from {@code #} on) and empty ones. */
    public static List<String> lines(Class<?> beside, String name) {
        return lines(read(beside, name));
    }

    /** The lines of a text, in the same way. */
    public static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceFirst("#.*", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
