package io.averment.stack.configuration;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a person may set of one service, as its code has it.
 *
 * @param service its name, as {@code ingest}
 * @param groups frameworks' settings first, then those of its features by name
 * @param required the properties without which it does not start in production
 */
record ServiceSettings(String service, List<SettingGroup> groups, Set<String> required) {

    private static final Pattern INJECTED = Pattern.compile("@ConfigProperty\\(\\s*name = \"(averment\\.[^\"]+)\"");
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{(averment\\.[a-z.-]+)");
    private static final List<String> PROFILES = List.of("%prod.", "");
    private static final String REQUIRED = "REQUIRED";

    ServiceSettings {
        groups = List.copyOf(groups);
        required = Set.copyOf(required);
    }

    /**
     * Reads a service's code.
     *
     * @param root the repository
     * @throws IllegalArgumentException if the code has a property of Averment's that would not be in the reference
     */
    static ServiceSettings read(Path root, String service) throws IOException {
        Path main = root.resolve(service + "-service").resolve("src/main");
        Properties defaults = new Properties();
        Path file = main.resolve("resources/application.properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            defaults.load(reader);
        }
        List<SettingGroup> features = new ArrayList<>();
        Set<String> required = new TreeSet<>();
        Set<String> used = new TreeSet<>(found(EXPRESSION, Files.readString(file)));
        for (Path source : sources(main.resolve("java"))) {
            String text = Files.readString(source);
            used.addAll(found(INJECTED, text));
            if (text.contains("@ConfigMapping(") || text.contains(REQUIRED)) {
                JavaSource java = JavaSource.read(source);
                MappingSource.read(java).ifPresent(features::add);
                required.addAll(java.texts(REQUIRED));
            }
        }
        features.sort(Comparator.comparing(SettingGroup::title));
        List<SettingGroup> groups = new ArrayList<>(SettingsFile.of(service));
        groups.addAll(features);
        groups.replaceAll(group -> withDefaults(group, defaults));
        return new ServiceSettings(service, groups, required).complete(used);
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** What {@code application.properties} says for production holds before what a framework or an annotation says. */
    private static SettingGroup withDefaults(SettingGroup group, Properties defaults) {
        return new SettingGroup(
                group.title(),
                group.meaning(),
                group.settings().stream()
                        .map(setting -> PROFILES.stream()
                                .map(profile -> Optional.ofNullable(defaults.getProperty(profile + setting.name())))
                                .flatMap(Optional::stream)
                                .findFirst()
                                .map(value -> setting.withStandard(value.strip()))
                                .orElse(setting))
                        .toList());
    }

    private ServiceSettings complete(Set<String> used) {
        Set<String> missing = new TreeSet<>(used);
        missing.addAll(required);
        groups.forEach(group -> group.settings().forEach(setting -> missing.remove(setting.name())));
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException(
                    "settings.tsv has no line for what " + service + "-service reads: " + missing);
        }
        return this;
    }
}
