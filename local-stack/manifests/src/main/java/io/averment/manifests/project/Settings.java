package io.averment.manifests.project;

import io.averment.manifests.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each service can be told by environment variables: what its {@code application.properties} sets or asks for, its own
 * configuration interfaces, and of the frameworks' settings those that {@code settings.txt} names.
 *
 * @param known variables by service
 * @param required variables without which a service refuses to start in production, by service
 */
public record Settings(Map<String, Set<String>> known, Map<String, Set<String>> required) {

    /** The services, by the names that their folders begin with. */
    public static final List<String> SERVICES = List.of("ingest", "analysis", "query");

    private static final String FRAMEWORKS = "settings.txt";
    private static final Pattern KEY = Pattern.compile("^(?:%[a-z,]+\\.)?([A-Za-z][^=\\s]*)\\s*=", Pattern.MULTILINE);
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([A-Za-z][A-Za-z0-9._-]*)");
    private static final Pattern MAPPING = Pattern.compile("@ConfigMapping\\(prefix = \"([a-z.-]+)\"\\)");
    private static final Pattern METHOD =
            Pattern.compile("^    (?:[A-Z][\\w.]*(?:<.*>)?|int|long|boolean|double) (\\w+)\\(\\);", Pattern.MULTILINE);
    private static final Pattern PROPERTY = Pattern.compile("@ConfigProperty\\(name = \"([a-z.-]+)\"");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    public Settings {
        known = Map.copyOf(known);
        required = Map.copyOf(required);
    }

    static Settings read(Path root) throws IOException {
        Map<String, Set<String>> known = new HashMap<>();
        Map<String, Set<String>> required = new HashMap<>();
        for (String service : SERVICES) {
            Set<String> variables = new HashSet<>();
            String properties = properties(root, service);
            addAll(KEY, properties, variables);
            addAll(EXPRESSION, properties, variables);
            for (String source : Sources.of(root, service)) {
                addAll(PROPERTY, source, variables);
                Matcher mapping = MAPPING.matcher(source);
                if (mapping.find()) {
                    METHOD.matcher(source)
                            .results()
                            .forEach(method ->
                                    variables.add(variable(mapping.group(1) + "." + dashed(method.group(1)))));
                }
            }
            known.put(service, variables);
            required.put(service, new HashSet<>());
        }
        readFrameworks(known, required);
        return new Settings(known, required);
    }

    /** What a service's {@code application.properties} says. */
    static String properties(Path root, String service) throws IOException {
        return Files.readString(root.resolve(service + "-service/src/main/resources/application.properties"));
    }

    private static void addAll(Pattern pattern, String text, Set<String> variables) {
        pattern.matcher(text).results().forEach(found -> variables.add(variable(found.group(1))));
    }

    /** As MicroProfile Config turns the name of a property into that of a variable. */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static String dashed(String method) {
        return method.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static void readFrameworks(Map<String, Set<String>> known, Map<String, Set<String>> required) {
        for (String line : TextFile.lines(Settings.class, FRAMEWORKS)) {
            List<String> words = BLANKS.splitAsStream(line).toList();
            for (String word : words.subList(1, words.size())) {
                boolean must = word.endsWith("!");
                String service = must ? word.substring(0, word.length() - 1) : word;
                set(known, service).add(words.getFirst());
                if (must) {
                    set(required, service).add(words.getFirst());
                }
            }
        }
    }

    private static Set<String> set(Map<String, Set<String>> sets, String service) {
        Set<String> set = sets.get(service);
        if (set == null) {
            throw new IllegalStateException(FRAMEWORKS + " names a service that there is not: " + service);
        }
        return set;
    }

    /** Whether a service knows a variable. */
    public boolean knows(String service, String variable) {
        return known.getOrDefault(service, Set.of()).contains(variable);
    }

    /** The variables without which a service refuses to start in production. */
    public Set<String> required(String service) {
        return required.getOrDefault(service, Set.of());
    }
}
