package io.averment.manifests.overlay;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A built overlay: its objects, and what will be there with them because operators or people make it.
 *
 * @param name the overlay's folder
 * @param resources its objects, in the order of the build
 * @param pods all pods, those of operators included
 * @param services ports by the name of the Service, those of operators included
 * @param backends the pods behind a Service, by its name, those of operators included
 * @param secrets keys by name, those that operators and people make included
 * @param arrows what its policies may let through beside what is common to all overlays
 * @param rights what its users of Kafka may do beside what is common to all overlays
 */
public record Overlay(
        String name,
        List<Resource> resources,
        List<Pod> pods,
        Map<String, List<Pod.Port>> services,
        Map<String, List<Pod>> backends,
        Map<String, Set<String>> secrets,
        List<Arrow> arrows,
        List<Right> rights) {

    public Overlay {
        resources = List.copyOf(resources);
        pods = List.copyOf(pods);
        services = Map.copyOf(services);
        backends = Map.copyOf(backends);
        secrets = Map.copyOf(secrets);
        arrows = List.copyOf(arrows);
        rights = List.copyOf(rights);
    }

    /** Objects of a kind. */
    public Stream<Resource> of(String kind) {
        return resources.stream().filter(resource -> resource.kind().equals(kind));
    }

    /** The object of a kind and name. */
    public Optional<Resource> find(String kind, String name) {
        return of(kind).filter(resource -> resource.name().equals(name)).findFirst();
    }

    /** Pods whose specification is in the overlay. */
    public Stream<Pod> ownPods() {
        return pods.stream().filter(pod -> !pod.spec().isMissingNode());
    }

    /** What a container of the overlay sees as its environment, by name; a value from a secret is empty. */
    public Map<String, String> environment(JsonNode container) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode source : container.path("envFrom")) {
            find("ConfigMap", source.path("configMapRef").path("name").asText())
                    .ifPresent(map ->
                            environment.putAll(Resource.strings(map.content().path("data"))));
        }
        for (JsonNode variable : container.path("env")) {
            JsonNode reference = variable.path("valueFrom").path("configMapKeyRef");
            String value = find("ConfigMap", reference.path("name").asText())
                    .map(map -> map.content()
                            .path("data")
                            .path(reference.path("key").asText())
                            .asText())
                    .orElse(variable.path("value").asText());
            environment.put(variable.path("name").asText(), value);
        }
        return environment;
    }

    /** All containers of pods, those that run first included. */
    public static List<JsonNode> containers(JsonNode podSpec) {
        List<JsonNode> containers = new ArrayList<>();
        podSpec.path("initContainers").forEach(containers::add);
        podSpec.path("containers").forEach(containers::add);
        return containers;
    }
}
