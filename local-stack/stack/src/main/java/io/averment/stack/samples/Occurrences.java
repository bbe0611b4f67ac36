package io.averment.stack.samples;

import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * How often each of some lines occurs.
 *
 * @param counts by line
 */
public record Occurrences(Map<String, Integer> counts) {

    private static final int MOST_DIFFERENCES = 20;

    public Occurrences {
        counts = Map.copyOf(counts);
    }

    public static Occurrences of(List<String> lines) {
        return new Occurrences(lines.stream().collect(toMap(Function.identity(), line -> 1, Integer::sum)));
    }

    /** What is there too rarely or too often, and how often, in the order of the lines: a few short words about two long maps. */
    public List<String> differencesFrom(Occurrences expected) {
        SortedSet<String> lines = new TreeSet<>(counts.keySet());
        lines.addAll(expected.counts.keySet());
        return lines.stream()
                .filter(line -> found(line) != expected.found(line))
                .map(line -> line + ": " + found(line) + " times instead of " + expected.found(line))
                .limit(MOST_DIFFERENCES)
                .toList();
    }

    private int found(String line) {
        return counts.getOrDefault(line, 0);
    }
}
