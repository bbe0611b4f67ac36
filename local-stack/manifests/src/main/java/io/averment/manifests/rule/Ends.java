package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Arrow;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the ends of arrows are called: pods by what they run, whichever operator or overlay made them. */
final class Ends {

    private static final String NAMESPACE = "kubernetes.io/metadata.name";

    private Ends() {}

    /** The name of pods. */
    static String of(Pod pod) {
        Resource maker = pod.maker();
        return switch (maker.kind()) {
            case "Cluster" -> "Cluster:" + database(maker);
            case "Kafka" ->
                pod.labels().getOrDefault("strimzi.io/name", "").endsWith("-exporter") ? "KafkaExporter" : "Kafka";
            case "Keycloak", "KeycloakRealmImport" -> maker.kind();
            default -> {
                String name = pod.labels().getOrDefault("app.kubernetes.io/name", maker.toString());
                boolean migrates = "migration".equals(pod.labels().get("app.kubernetes.io/component"));
                yield migrates ? name + "-migration" : name;
            }
        };
    }

    /** By the database that it has, so that a restored one may be called as one likes. */
    private static String database(Resource cluster) {
        JsonNode bootstrap = cluster.spec().path("bootstrap");
        return Stream.of("initdb", "recovery")
                .map(way -> bootstrap.path(way).path("database").asText())
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse(cluster.name());
    }

    /** The name of a namespace that a peer of a policy selects; nothing if it does not select one by its name. */
    static Optional<String> namespace(JsonNode peer) {
        JsonNode labels = peer.path("namespaceSelector").path("matchLabels");
        return labels.size() == 1 && labels.has(NAMESPACE)
                ? Optional.of(Arrow.namespace(labels.path(NAMESPACE).asText()))
                : Optional.empty();
    }

    /** The pods that a selector within the namespace means. */
    static List<Pod> selected(JsonNode selector, Overlay overlay) {
        return overlay.pods().stream().filter(pod -> pod.isSelectedBy(selector)).toList();
    }

    /** Their names, sorted. */
    static Set<String> names(List<Pod> pods) {
        Set<String> names = new TreeSet<>();
        pods.forEach(pod -> names.add(of(pod)));
        return names;
    }
}
