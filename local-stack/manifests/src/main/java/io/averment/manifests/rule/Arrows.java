package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.List;
import java.util.stream.Stream;

/** Policies let pods talk to those whose addresses they are told, at both ends. */
final class Arrows implements Rule {

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods()
                .forEach(pod -> addresses(pod, overlay)
                        .forEach(address -> overlay.backends().getOrDefault(address.service(), List.of()).stream()
                                .filter(target -> target.listensOn(IntNode.valueOf(address.port())))
                                .forEach(target -> check(pod, target, address, overlay, findings))));
    }

    private static Stream<Addresses.Address> addresses(Pod pod, Overlay overlay) {
        return Overlay.containers(pod.spec()).stream()
                .flatMap(container -> overlay.environment(container).values().stream())
                .flatMap(Addresses::in)
                .distinct();
    }

    private static void check(Pod pod, Pod target, Addresses.Address address, Overlay overlay, Findings findings) {
        if (isRefused(pod, target, "Egress", address.port(), overlay)) {
            findings.add(pod.maker(), "no policy lets it out to " + address.service() + ":" + address.port());
        }
        if (isRefused(target, pod, "Ingress", address.port(), overlay)) {
            findings.add(pod.maker(), "no policy lets it in at " + address.service() + ":" + address.port());
        }
        if (target.maker().kind().equals("Kafka") && !isPeerOfListener(pod, target, address.port())) {
            findings.add(pod.maker(), "the listener does not let it in at " + address.service() + ":" + address.port());
        }
    }

    /** Whether policies of a direction apply to a pod, and none of them allows the other one. */
    private static boolean isRefused(Pod pod, Pod other, String direction, int port, Overlay overlay) {
        List<JsonNode> policies = overlay.of("NetworkPolicy")
                .map(policy -> policy.spec())
                .filter(spec -> pod.isSelectedBy(spec.path("podSelector")))
                .filter(spec -> spec.path("policyTypes")
                        .valueStream()
                        .anyMatch(type -> type.asText().equals(direction)))
                .toList();
        boolean out = direction.equals("Egress");
        return !policies.isEmpty()
                && policies.stream()
                        .flatMap(spec -> spec.path(out ? "egress" : "ingress").valueStream())
                        .noneMatch(
                                rule -> allows(rule, rule.path(out ? "to" : "from"), other, out ? other : pod, port));
    }

    private static boolean allows(JsonNode rule, JsonNode peers, Pod other, Pod listening, int port) {
        boolean toPort = !rule.has("ports")
                || rule.path("ports")
                        .valueStream()
                        .anyMatch(allowed -> listening.ports().stream()
                                .anyMatch(own -> own.number() == port && own.is(allowed.path("port"))));
        return toPort && (peers.isMissingNode() || hasPeer(peers, other));
    }

    private static boolean hasPeer(JsonNode peers, Pod pod) {
        return peers.valueStream()
                .anyMatch(peer -> peer.has("podSelector")
                        && !peer.has("namespaceSelector")
                        && pod.isSelectedBy(peer.path("podSelector")));
    }

    /** The Kafka operator makes the policy of its brokers from what a listener says. */
    private static boolean isPeerOfListener(Pod pod, Pod brokers, int port) {
        return brokers.maker()
                .spec()
                .path("kafka")
                .path("listeners")
                .valueStream()
                .filter(listener -> listener.path("port").asInt() == port)
                .allMatch(listener ->
                        !listener.has("networkPolicyPeers") || hasPeer(listener.path("networkPolicyPeers"), pod));
    }
}
