package io.averment.manifests.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The pods that an object makes, or that an operator makes for it.
 *
 * @param maker the object
 * @param labels what they are selected by
 * @param ports what they listen on
 * @param spec their specification; a missing node where an operator writes it
 */
public record Pod(Resource maker, Map<String, String> labels, List<Port> ports, JsonNode spec) {

    /**
     * A port of a container, or of a Service.
     *
     * @param name its name; empty where it has none
     * @param number its number
     */
    public record Port(String name, int number) {

        /** Whether a reference, by number or by name, means this one. */
        public boolean is(JsonNode reference) {
            return reference.isInt()
                    ? reference.intValue() == number
                    : reference.asText().equals(name);
        }
    }

    public Pod {
        labels = Map.copyOf(labels);
        ports = List.copyOf(ports);
    }

    /** Whether a selector of the form {@code {matchLabels: ...}} means these pods; an empty one means all. */
    public boolean isSelectedBy(JsonNode selector) {
        return hasLabels(selector.path("matchLabels"));
    }

    /** Whether these pods have all of some labels. */
    public boolean hasLabels(JsonNode wanted) {
        return Resource.strings(wanted).entrySet().stream()
                .allMatch(label -> label.getValue().equals(labels.get(label.getKey())));
    }

    /** Whether any of its containers listens there. */
    public boolean listensOn(JsonNode port) {
        return ports.stream().anyMatch(own -> own.is(port));
    }
}
