package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import java.util.List;
import java.util.stream.Stream;

/** What the policies of an overlay refuse. */
final class Policies {

    static final String EGRESS = "Egress";
    static final String INGRESS = "Ingress";

    private final Overlay overlay;

    Policies(Overlay overlay) {
        this.overlay = overlay;
    }

    /** Somebody whom pods talk to, or who talks to them. */
    sealed interface Peer {
        record Pods(Pod pod) implements Peer {}

        /** @param name as an end of an arrow */
        record Namespace(String name) implements Peer {}

        record Outside() implements Peer {}
    }

    /** Whether any policy holds pods in a direction; pods that none holds talk to everybody. */
    boolean hold(Pod pod, String direction) {
        return of(pod, direction).findAny().isPresent();
    }

    /** Whether policies of a direction hold pods, and none of them allows this peer. The port is that of whoever listens. */
    boolean refuse(Pod pod, String direction, Peer peer, int port, String protocol) {
        boolean out = direction.equals(EGRESS);
        List<JsonNode> policies = of(pod, direction).toList();
        return !policies.isEmpty()
                && policies.stream()
                        .flatMap(spec -> spec.path(out ? "egress" : "ingress").valueStream())
                        .noneMatch(rule -> isPeer(rule.path(out ? "to" : "from"), peer)
                                && isPort(rule, listeners(pod, peer, out), port, protocol));
    }

    private Stream<JsonNode> of(Pod pod, String direction) {
        return overlay.of("NetworkPolicy")
                .map(policy -> policy.spec())
                .filter(spec -> pod.isSelectedBy(spec.path("podSelector")))
                .filter(spec -> spec.path("policyTypes")
                        .valueStream()
                        .anyMatch(type -> type.asText().equals(direction)));
    }

    private static List<Pod.Port> listeners(Pod pod, Peer peer, boolean out) {
        if (!out) {
            return pod.ports();
        }
        return peer instanceof Peer.Pods(Pod other) ? other.ports() : List.of();
    }

    private static boolean isPort(JsonNode rule, List<Pod.Port> listeners, int port, String protocol) {
        return !rule.has("ports")
                || rule.path("ports")
                        .valueStream()
                        .filter(allowed ->
                                allowed.path("protocol").asText("TCP").equals(protocol))
                        .anyMatch(allowed -> !allowed.has("port")
                                || allowed.path("port").asInt() == port
                                || listeners.stream()
                                        .anyMatch(own -> own.number() == port && own.is(allowed.path("port"))));
    }

    /** Whether a list of peers, or none at all, which is everybody, has this one. */
    static boolean isPeer(JsonNode peers, Peer peer) {
        return peers.isMissingNode()
                || peers.valueStream().anyMatch(allowed -> switch (peer) {
                    case Peer.Pods(Pod pod) ->
                        allowed.has("podSelector")
                                && !allowed.has("namespaceSelector")
                                && pod.isSelectedBy(allowed.path("podSelector"));
                    case Peer.Namespace(String name) ->
                        Ends.namespace(allowed).filter(name::equals).isPresent();
                    case Peer.Outside() -> allowed.has("ipBlock");
                });
    }

    /** The Kafka operator makes the policy of its brokers from what a listener says. */
    static boolean isPeerOfListener(Peer peer, Pod brokers, int port) {
        return brokers.maker()
                .spec()
                .path("kafka")
                .path("listeners")
                .valueStream()
                .filter(listener -> listener.path("port").asInt() == port)
                .allMatch(listener ->
                        !listener.has("networkPolicyPeers") || isPeer(listener.path("networkPolicyPeers"), peer));
    }
}
