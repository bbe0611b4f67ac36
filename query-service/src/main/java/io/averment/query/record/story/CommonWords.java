package io.averment.query.record.story;

import io.averment.query.record.thread.Words;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The words that reports of anything have: {@code story/common.txt}. Immutable. */
final class CommonWords {
    static final CommonWords STANDARD = standard();

    private static final String FILE = "/story/common.txt";

    private final Set<String> stems = new HashSet<>();

    private CommonWords() {}

    private static CommonWords standard() {
        try (InputStream file =
                        Objects.requireNonNull(CommonWords.class.getResourceAsStream("/story/common.txt"), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return read(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    /** @throws IllegalArgumentException when a line is not of the form that the file describes; it is named by its number */
    static CommonWords read(List<String> lines) {
        CommonWords words = new CommonWords();
        Set<String> written = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            for (String word : line.split(" ", -1)) {
                if (!word.matches("\\p{Ll}+") || !written.add(word)) {
                    throw new IllegalArgumentException(
                            FILE + ", line " + (i + 1) + " is not of its form or repeats the word '" + word + "'");
                }
                words.stems.add(Words.stem(word));
            }
        }
        return words;
    }

    /** Whether the word says nothing of what a report is about. */
    boolean contains(String word, String stem) {
        return Words.STANDARD.isStop(word) || Words.STANDARD.isCommon(stem) || stems.contains(stem);
    }
}
