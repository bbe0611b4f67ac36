package io.averment.stack.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads {@code settings.tsv}, which says its format itself. A bad line is refused by file name and line number. */
final class SettingsFile {

    private static final String NAME = "settings.tsv";
    private static final int FIELDS = 6;
    private static final Set<String> SERVICES = Set.of("ingest", "analysis", "query");
    private static final String NONE = "-";

    private SettingsFile() {}

    /** The groups of a service, in the order of the file. */
    static List<SettingGroup> of(String service) throws IOException {
        try (InputStream file = SettingsFile.class.getResourceAsStream(NAME)) {
            if (file == null) {
                throw new IllegalStateException(NAME + " is not on the class path");
            }
            return parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), service);
        }
    }

    static List<SettingGroup> parse(String content, String service) {
        Map<String, List<Setting>> groups = new LinkedHashMap<>();
        List<String> lines = content.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> fields = List.of(line.split("\t", -1));
            if (fields.size() != FIELDS || fields.stream().anyMatch(String::isBlank)) {
                throw new IllegalArgumentException(NAME + ", line " + (i + 1) + ": not " + FIELDS + " fields");
            }
            List<String> services = List.of(fields.getFirst().split(",", -1));
            if (!SERVICES.containsAll(services)) {
                throw new IllegalArgumentException(NAME + ", line " + (i + 1) + ": no services: " + services);
            }
            if (services.contains(service)) {
                groups.computeIfAbsent(fields.get(1), title -> new ArrayList<>())
                        .add(setting(fields));
            }
        }
        return groups.entrySet().stream()
                .map(group -> new SettingGroup(group.getKey(), "", group.getValue()))
                .toList();
    }

    private static Setting setting(List<String> fields) {
        String standard = fields.get(4);
        return new Setting(fields.get(2), fields.get(3), standard.equals(NONE) ? "" : standard, fields.get(5));
    }
}
