package io.averment.query.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The endings that English stems are without, from the file {@code search/endings.txt}. Thread-safe. */
final class Endings {
    private static final String FILE = "/search/endings.txt";
    private static final List<String> ENDINGS = load();

    private Endings() {}

    private static List<String> load() {
        List<String> endings = new ArrayList<>();
        try (InputStream file = Endings.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("there is no " + FILE);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isEmpty() && !line.startsWith("#")) {
                    if (!line.matches("[a-z]{2,10}") || endings.contains(line)) {
                        throw new IllegalStateException(
                                FILE + ":" + number + ": not an ending of its own in small letters");
                    }
                    endings.add(line);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return List.copyOf(endings);
    }

    /** The words that a beginning makes when it stops within one of the endings, in the order of the file. */
    static List<String> completing(String beginning) {
        String small = beginning.toLowerCase(Locale.ROOT);
        List<String> words = new ArrayList<>();
        for (String ending : ENDINGS) {
            for (int length = ending.length() - 1; length >= 1; length--) {
                if (small.endsWith(ending.substring(0, length))) {
                    words.add(beginning + ending.substring(length));
                }
            }
        }
        return words.stream().distinct().toList();
    }
}
