package io.averment.manifests.overlay;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What operators make of the objects that they watch, as far as something else in the manifests leans on it.
 *
 * @param pods pods, by labels and ports
 * @param services ports by name
 * @param secrets keys by name
 */
record OperatorMade(List<Pod> pods, Map<String, List<Pod.Port>> services, Map<String, Set<String>> secrets) {

    private static final OperatorMade NOTHING = new OperatorMade(List.of(), Map.of(), Map.of());

    /** What follows from one object; nothing for most. */
    static OperatorMade of(Resource resource) {
        return switch (resource.kind()) {
            case "Kafka" -> kafka(resource);
            case "KafkaUser" -> secret(resource.name(), Set.of("password", "sasl.jaas.config"));
            case "Cluster" -> cluster(resource);
            case "Keycloak" -> keycloak(resource);
            case "KeycloakRealmImport" ->
                new OperatorMade(
                        List.of(pod(resource, Map.of("app", "keycloak-realm-import"), List.of())), Map.of(), Map.of());
            case "Certificate" ->
                secret(resource.spec().path("secretName").asText(), Set.of("tls.crt", "tls.key", "ca.crt"));
            default -> NOTHING;
        };
    }

    private static OperatorMade kafka(Resource kafka) {
        String name = kafka.name();
        List<Pod.Port> listeners = kafka.spec()
                .path("kafka")
                .path("listeners")
                .valueStream()
                .map(listener -> new Pod.Port(
                        listener.path("name").asText(), listener.path("port").asInt()))
                .toList();
        Pod brokers = pod(kafka, Map.of("strimzi.io/cluster", name, "strimzi.io/name", name + "-kafka"), listeners);
        Pod exporter = pod(
                kafka,
                Map.of("strimzi.io/cluster", name, "strimzi.io/name", name + "-kafka-exporter"),
                List.of(new Pod.Port("tcp-prometheus", 9404)));
        boolean exports = kafka.spec().has("kafkaExporter");
        return new OperatorMade(
                exports ? List.of(brokers, exporter) : List.of(brokers),
                Map.of(name + "-kafka-bootstrap", listeners),
                Map.of(name + "-cluster-ca-cert", Set.of("ca.crt")));
    }

    private static OperatorMade cluster(Resource cluster) {
        String name = cluster.name();
        List<Pod.Port> postgresql = List.of(new Pod.Port("postgresql", 5432));
        Pod instances = pod(
                cluster,
                Map.of("cnpg.io/cluster", name, "cnpg.io/podRole", "instance"),
                List.of(new Pod.Port("postgresql", 5432), new Pod.Port("metrics", 9187), new Pod.Port("status", 8000)));
        return new OperatorMade(
                List.of(instances),
                Map.of(name + "-rw", postgresql, name + "-ro", postgresql, name + "-r", postgresql),
                Map.of(name + "-ca", Set.of("ca.crt", "ca.key")));
    }

    private static OperatorMade keycloak(Resource keycloak) {
        List<Pod.Port> served =
                List.of(new Pod.Port("https", 8443), new Pod.Port("http", 8080), new Pod.Port("management", 9000));
        Pod instances = pod(
                keycloak,
                Map.of("app", "keycloak", "app.kubernetes.io/instance", keycloak.name()),
                List.of(
                        new Pod.Port("https", 8443),
                        new Pod.Port("http", 8080),
                        new Pod.Port("management", 9000),
                        new Pod.Port("jgroups", 7800),
                        new Pod.Port("jgroups-fd", 57800)));
        return new OperatorMade(List.of(instances), Map.of(keycloak.name() + "-service", served), Map.of());
    }

    private static OperatorMade secret(String name, Set<String> keys) {
        return new OperatorMade(List.of(), Map.of(), Map.of(name, keys));
    }

    private static Pod pod(Resource maker, Map<String, String> labels, List<Pod.Port> ports) {
        return new Pod(maker, labels, ports, MissingNode.getInstance());
    }
}
