package io.averment.query.representation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which fields of an item are given, written like {@code id,speaker.name}: a field is given whole unless fields below it are
 * named. Through lists a path goes as if they were their items. Immutable.
 */
public final class FieldSelection {
    /** Everything. */
    public static final FieldSelection ALL = new FieldSelection(Map.of());

    private final Map<String, FieldSelection> fields;

    private FieldSelection(Map<String, FieldSelection> fields) {
        this.fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** @throws ProblemException when a field is not in the shape; the first such is named */
    public static FieldSelection parse(String written, Shape shape) {
        List<List<String>> paths = new ArrayList<>();
        for (String path : written.split(",", -1)) {
            List<String> names = List.of(path.strip().split("\\.", -1));
            require(names, shape);
            paths.add(names);
        }
        return of(paths);
    }

    private static void require(List<String> names, Shape shape) {
        Shape at = shape;
        for (String name : names) {
            Shape below = at.fields().get(name);
            if (below == null) {
                throw new ProblemException(
                        ProblemType.INVALID_REQUEST,
                        "There is no field named '" + shown(String.join(".", names)) + "' here; the fields are "
                                + String.join(", ", shape.fields().keySet()) + ".");
            }
            at = below;
        }
    }

    /** A client's own word is never repeated with other characters than those of names. */
    private static String shown(String path) {
        String clean = path.replaceAll("[^A-Za-z0-9_.-]", "");
        return clean.substring(0, Math.min(clean.length(), 50));
    }

    private static FieldSelection of(List<List<String>> paths) {
        Map<String, List<List<String>>> below = new TreeMap<>();
        for (List<String> path : paths) {
            below.computeIfAbsent(path.getFirst(), any -> new ArrayList<>()).add(path.subList(1, path.size()));
        }
        Map<String, FieldSelection> fields = new TreeMap<>();
        below.forEach((name, rests) -> fields.put(name, rests.stream().anyMatch(List::isEmpty) ? ALL : of(rests)));
        return new FieldSelection(fields);
    }

    /** What is selected below a field; empty when it is left out. */
    Optional<FieldSelection> below(String name) {
        return fields.isEmpty() ? Optional.of(ALL) : Optional.ofNullable(fields.get(name));
    }

    public boolean isAll() {
        return fields.isEmpty();
    }

    /** Takes what is not selected out of a tree. */
    public void prune(JsonNode node) {
        if (isAll()) {
            return;
        }
        if (node instanceof ArrayNode items) {
            items.forEach(this::prune);
        } else if (node instanceof ObjectNode object) {
            object.properties().removeIf(field -> !fields.containsKey(field.getKey()));
            object.properties()
                    .forEach(field -> below(field.getKey()).ifPresent(selection -> selection.prune(field.getValue())));
        }
    }
}
