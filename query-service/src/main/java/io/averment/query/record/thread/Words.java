package io.averment.query.record.thread;

import io.averment.query.record.EntityKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words by which facts of several articles are compared: {@code thread/words.tsv}. Immutable. */
public final class Words {
    public static final Words STANDARD = standard();

    private static final String FILE = "/thread/words.tsv";
    private static final int COLUMNS = 3;

    private final Set<String> stops = new HashSet<>();
    private final Set<String> modals = new HashSet<>();
    private final Set<String> common = new HashSet<>();
    private final Map<String, String> acts = new HashMap<>();

    private Words() {}

    private static Words standard() {
        try (InputStream file =
                        Objects.requireNonNull(Words.class.getResourceAsStream("/thread/words.tsv"), "words.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return read(lines.lines().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(FILE, unreadable);
        }
    }

    /** @throws IllegalArgumentException when a line is not of the form that the file describes; it is named by its number */
    static Words read(List<String> lines) {
        Words words = new Words();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("#") || line.isBlank()) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            if (columns.length != COLUMNS || !words.add(columns[0], columns[1], List.of(columns[2].split(" ")))) {
                throw new IllegalArgumentException(
                        FILE + ", line " + (i + 1) + " is not of its form or repeats a word");
            }
        }
        return words;
    }

    private boolean add(String kind, String group, List<String> members) {
        boolean fresh = members.stream()
                .allMatch(word -> word.equals(EntityKey.fold(word))
                        && !word.isEmpty()
                        && !stops.contains(word)
                        && !acts.containsKey(word)
                        && !common.contains(stem(word)));
        return fresh
                && switch (kind) {
                    case "stop" -> group.equals("-") && stops.addAll(members);
                    case "modal" -> group.equals("-") && modals.addAll(members) && stops.addAll(members);
                    case "common" ->
                        group.equals("-")
                                && common.addAll(
                                        members.stream().map(Words::stem).toList());
                    case "act" -> {
                        members.forEach(word -> acts.put(word, group));
                        yield members.contains(group);
                    }
                    default -> false;
                };
    }

    public boolean isStop(String word) {
        return stops.contains(word);
    }

    boolean isModal(String word) {
        return modals.contains(word);
    }

    public boolean isCommon(String stem) {
        return common.contains(stem);
    }

    /** The class of words for the same deed; null where the word is in none. */
    public @Nullable String act(String word) {
        return acts.get(word);
    }

    /** The folded words of a text. */
    public static List<String> split(String text) {
        String folded = EntityKey.fold(text);
        return folded.isEmpty() ? List.of() : new ArrayList<>(Arrays.asList(folded.split(" ")));
    }

    /** A word without the commonest endings of English; enough to compare, not to show. */
    public static String stem(String word) {
        if (word.length() > 4 && word.endsWith("ies")) {
            return word.substring(0, word.length() - 3) + 'y';
        }
        if (word.length() > 3
                && word.endsWith("s")
                && !word.endsWith("ss")
                && !word.endsWith("us")
                && !word.endsWith("is")) {
            boolean sibilant = word.matches(".*(s|x|z|ch|sh)es");
            return word.substring(0, word.length() - (sibilant ? 2 : 1));
        }
        return word;
    }
}
