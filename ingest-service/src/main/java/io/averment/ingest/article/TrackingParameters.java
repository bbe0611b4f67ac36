package io.averment.ingest.article;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Query parameters that tell an outlet where a reader comes from and never which report he gets.
 *
 * <p>The file has one name a line, in lower case; a final {@code *} stands for any ending; blank lines and lines
 * beginning with {@code #} say nothing. Names are compared without case.
 */
final class TrackingParameters {
    private static final Pattern LINE = Pattern.compile("[a-z0-9_.-]+\\*?");

    /** The list that belongs to rule v1 of canonical addresses. Changing it renames articles; a new list is a new rule. */
    static final TrackingParameters V1 = load("tracking-parameters-v1.txt");

    private final Set<String> names;
    private final List<String> prefixes;

    private TrackingParameters(Set<String> names, List<String> prefixes) {
        this.names = names;
        this.prefixes = prefixes;
    }

    boolean contains(String name) {
        var folded = name.toLowerCase(Locale.ROOT);
        return names.contains(folded) || prefixes.stream().anyMatch(folded::startsWith);
    }

    /** Reads a list, and refuses a line that breaks the format or repeats another by its number. */
    static TrackingParameters read(String source, Reader reader) throws IOException {
        var names = new HashSet<String>();
        var prefixes = new HashSet<String>();
        var lines = new BufferedReader(reader).lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var added = LINE.matcher(line).matches()
                    && (line.endsWith("*") ? prefixes.add(line.substring(0, line.length() - 1)) : names.add(line));
            if (!added) {
                throw new IllegalStateException(source + ", line " + (i + 1) + ": not a new parameter name");
            }
        }
        return new TrackingParameters(Set.copyOf(names), List.copyOf(prefixes));
    }

    private static TrackingParameters load(String resource) {
        var stream = Objects.requireNonNull(TrackingParameters.class.getResourceAsStream(resource), resource);
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return read(resource, reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
