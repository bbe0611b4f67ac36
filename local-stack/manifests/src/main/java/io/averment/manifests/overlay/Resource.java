package io.averment.manifests.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One object of a built overlay.
 *
 * @param content the object as it would be sent to a cluster
 */
public record Resource(JsonNode content) {

    /** Group and version, such as {@code apps/v1}; empty where it says none. */
    public String apiVersion() {
        return content.path("apiVersion").asText();
    }

    /** Its kind; empty where it says none. */
    public String kind() {
        return content.path("kind").asText();
    }

    /** Its name; empty where it has none. */
    public String name() {
        return content.path("metadata").path("name").asText();
    }

    /** Its {@code spec}; a missing node where it has none. */
    public JsonNode spec() {
        return content.path("spec");
    }

    /** Its labels. */
    public Map<String, String> labels() {
        return strings(content.path("metadata").path("labels"));
    }

    /** The template of the pods that it makes, for the kinds that make any. */
    public Optional<JsonNode> podTemplate() {
        return switch (kind()) {
            case "Deployment", "StatefulSet", "Job" -> Optional.of(spec().path("template"));
            case "CronJob" ->
                Optional.of(spec().path("jobTemplate").path("spec").path("template"));
            default -> Optional.empty();
        };
    }

    /** An object of strings as a map in its order. */
    public static Map<String, String> strings(JsonNode object) {
        Map<String, String> strings = new LinkedHashMap<>();
        object.properties()
                .forEach(property ->
                        strings.put(property.getKey(), property.getValue().asText()));
        return strings;
    }

    /** As it is named in findings. */
    @Override
    public String toString() {
        return kind() + " " + name();
    }
}
