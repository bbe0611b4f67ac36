package io.averment.manifests.schema;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.text.TextFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What texts the API server takes in a field of which the models know only that it is a text, from the file {@code enumerations.txt}. */
final class Enumerations {

    private static final Map<String, List<String>> BY_FIELD = read();

    private Enumerations() {}

    private static Map<String, List<String>> read() {
        Map<String, List<String>> values = new HashMap<>();
        for (String line : TextFile.lines(Enumerations.class, "enumerations.txt")) {
            List<String> words = List.of(line.split(" ", -1));
            values.put(words.get(0) + " " + words.get(1), words.subList(2, words.size()));
        }
        return values;
    }

    /** Says what is wrong with the value of a field of a type of the models; nothing where any text is right, or what is there is none. */
    static void check(String type, String field, JsonNode value, String path, BiConsumer<String, String> wrong) {
        List<String> known = BY_FIELD.get(type + " " + field);
        if (known == null) {
            return;
        }
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                check(known, value.get(i), path + "[" + i + "]", wrong);
            }
        } else {
            check(known, value, path, wrong);
        }
    }

    /** Says that a text is none of those known. */
    static void check(List<String> known, JsonNode value, String path, BiConsumer<String, String> wrong) {
        if (value.isTextual() && !known.contains(value.asText())) {
            wrong.accept(path, "expected one of " + String.join(", ", known) + ", found " + value);
        }
    }
}
