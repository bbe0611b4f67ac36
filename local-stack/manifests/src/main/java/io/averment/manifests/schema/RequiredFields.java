package io.averment.manifests.schema;

import io.averment.manifests.text.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields without which the API server refuses an object, by type, from the file {@code required-fields.txt}. */
final class RequiredFields {

    private static final Map<String, List<String>> BY_TYPE = read();

    private RequiredFields() {}

    /** Those of a type of the models; none for most. */
    static List<String> of(String type) {
        return BY_TYPE.getOrDefault(type, List.of());
    }

    private static Map<String, List<String>> read() {
        Map<String, List<String>> fields = new HashMap<>();
        for (String line : TextFile.lines(RequiredFields.class, "required-fields.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            fields.computeIfAbsent(words.getFirst(), type -> new ArrayList<>()).addAll(words.subList(1, words.size()));
        }
        return fields;
    }
}
