package io.averment.manifests.overlay;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns the text that kubectl built into an {@link Overlay}. */
public final class BuiltOverlay {

    /** A key that comes twice is an error, not the later one; an empty text is a text. */
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private BuiltOverlay() {}

    /**
     * Reads the documents of a build.
     *
     * @param given the secrets that people make
     * @param arrows that the overlay draws itself
     * @param rights that the overlay gives itself
     * @throws IOException if it is no YAML
     */
    public static Overlay read(
            String name, String yaml, Map<String, Set<String>> given, List<Arrow> arrows, List<Right> rights)
            throws IOException {
        List<Resource> resources = new ArrayList<>();
        try (MappingIterator<JsonNode> documents =
                YAML.readerFor(JsonNode.class).readValues(yaml)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                if (document.isObject()) {
                    resources.add(new Resource(document));
                }
            }
        }
        List<Pod> pods = new ArrayList<>();
        Map<String, List<Pod.Port>> services = new HashMap<>();
        Map<String, List<Pod>> backends = new HashMap<>();
        Map<String, Set<String>> secrets = new HashMap<>(given);
        for (Resource resource : resources) {
            resource.podTemplate().ifPresent(template -> pods.add(pod(resource, template)));
            switch (resource.kind()) {
                case "Service" ->
                    services.put(resource.name(), ports(resource.spec().path("ports"), "port"));
                case "Secret" -> secrets.put(resource.name(), keys(resource));
                default -> {
                    OperatorMade made = OperatorMade.of(resource);
                    pods.addAll(made.pods());
                    services.putAll(made.services());
                    made.services().keySet().forEach(service -> backends.put(service, made.pods()));
                    secrets.putAll(made.secrets());
                }
            }
        }
        for (Resource resource : resources) {
            if (resource.kind().equals("Service")) {
                JsonNode selector = resource.spec().path("selector");
                backends.put(
                        resource.name(),
                        pods.stream().filter(pod -> pod.hasLabels(selector)).toList());
            }
        }
        return new Overlay(name, resources, pods, services, backends, secrets, arrows, rights);
    }

    private static Pod pod(Resource maker, JsonNode template) {
        List<Pod.Port> ports = new ArrayList<>();
        for (JsonNode container : Overlay.containers(template.path("spec"))) {
            ports.addAll(ports(container.path("ports"), "containerPort"));
        }
        return new Pod(maker, Resource.strings(template.path("metadata").path("labels")), ports, template.path("spec"));
    }

    private static List<Pod.Port> ports(JsonNode list, String number) {
        return list.valueStream()
                .map(port -> new Pod.Port(
                        port.path("name").asText(), port.path(number).asInt()))
                .toList();
    }

    /** The keys of a Secret or of a ConfigMap that stands in the overlay. */
    public static Set<String> keys(Resource resource) {
        Set<String> keys = new HashSet<>();
        for (String field : List.of("data", "stringData", "binaryData")) {
            resource.content().path(field).fieldNames().forEachRemaining(keys::add);
        }
        return keys;
    }
}
