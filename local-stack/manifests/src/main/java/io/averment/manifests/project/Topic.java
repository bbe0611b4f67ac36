package io.averment.manifests.project;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A topic as it is declared; {@code topics.txt} of the local stack says in which form.
 *
 * @param name its name
 * @param partitions how many it has at least
 * @param settings topic settings by Kafka's names
 */
public record Topic(String name, int partitions, Map<String, String> settings) {

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Topic {
        settings = Map.copyOf(settings);
    }

    /** The topics of a file, in its order; the local stack itself refuses lines that are wrong. */
    public static List<Topic> parse(String content) {
        return content.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(line -> BLANKS.splitAsStream(line).toList())
                .map(words -> new Topic(
                        words.get(0), Integer.parseInt(words.get(1)), settings(words.subList(2, words.size()))))
                .toList();
    }

    private static Map<String, String> settings(List<String> words) {
        Map<String, String> settings = new HashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            settings.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return settings;
    }
}
