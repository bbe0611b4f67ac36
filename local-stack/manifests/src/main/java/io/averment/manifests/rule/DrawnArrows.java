package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Arrow;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import io.averment.manifests.rule.Policies.Peer;
import io.averment.manifests.text.TextFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Policies let through the arrows that {@code arrows.txt} and the overlay's own file of that name draw, and nothing else. Whom Kafka's
 * listeners let in counts as a policy.
 */
final class DrawnArrows implements Rule {

    private static final List<Arrow> COMMON = Arrow.parse(TextFile.read(DrawnArrows.class, "arrows.txt"));

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        List<Arrow> drawn = new ArrayList<>(COMMON);
        drawn.addAll(overlay.arrows());
        Policies policies = new Policies(overlay);
        overlay.ownPods().forEach(pod -> {
            if (!policies.hold(pod, Policies.EGRESS)) {
                findings.add(pod.maker(), "no policy holds whom it talks to");
            }
            if (!policies.hold(pod, Policies.INGRESS)) {
                findings.add(pod.maker(), "no policy holds who talks to it");
            }
        });
        new Surplus(overlay, new HashSet<>(drawn), findings).check();
        drawn.forEach(arrow -> checkDrawn(arrow, overlay, policies, findings));
    }

    private static void checkDrawn(Arrow arrow, Overlay overlay, Policies policies, Findings findings) {
        List<Pod> from = named(arrow.from(), overlay);
        List<Pod> to = named(arrow.to(), overlay);
        for (Pod pod : from) {
            for (Peer peer : peers(to, arrow.to())) {
                if (policies.refuse(pod, Policies.EGRESS, peer, arrow.port(), arrow.protocol())) {
                    findings.add(pod.maker(), "no policy draws the beginning of the arrow " + arrow);
                }
            }
        }
        for (Pod pod : to) {
            for (Peer peer : peers(from, arrow.from())) {
                boolean brokers = pod.maker().kind().equals("Kafka");
                if (policies.refuse(pod, Policies.INGRESS, peer, arrow.port(), arrow.protocol())
                        || (brokers && !Policies.isPeerOfListener(peer, pod, arrow.port()))) {
                    findings.add(pod.maker(), "no policy draws the end of the arrow " + arrow);
                }
            }
        }
    }

    private static List<Pod> named(String end, Overlay overlay) {
        return overlay.pods().stream().filter(pod -> Ends.of(pod).equals(end)).toList();
    }

    /** Pods, or the namespace. Where something is outside is known from addresses alone, so it is not asked for here. */
    private static List<Peer> peers(List<Pod> pods, String end) {
        if (end.startsWith(Arrow.namespace(""))) {
            return List.of(new Peer.Namespace(end));
        }
        return pods.stream().<Peer>map(Peer.Pods::new).toList();
    }

    /** Looks for what policies let through beside what is drawn. */
    private record Surplus(Overlay overlay, Set<Arrow> drawn, Findings findings) {

        private static final Pattern BITS = Pattern.compile("[0-9a-fA-F.:]+/([0-9]{1,3})");

        void check() {
            overlay.of("NetworkPolicy").forEach(policy -> {
                List<Pod> pods = Ends.selected(policy.spec().path("podSelector"), overlay);
                for (JsonNode rule : policy.spec().path("ingress")) {
                    check(policy, pods, rule, rule.path("from"), false);
                }
                for (JsonNode rule : policy.spec().path("egress")) {
                    check(policy, pods, rule, rule.path("to"), true);
                }
            });
            overlay.of("Kafka").forEach(this::checkListeners);
        }

        private void checkListeners(Resource kafka) {
            for (JsonNode listener : kafka.spec().path("kafka").path("listeners")) {
                JsonNode peers = listener.path("networkPolicyPeers");
                if (peers.isEmpty()) {
                    findings.add(
                            kafka,
                            "lets everybody in at its listener "
                                    + listener.path("name").asText());
                }
                for (JsonNode peer : peers) {
                    for (String from : ends(kafka, peer)) {
                        require(
                                kafka,
                                new Arrow(from, "Kafka", listener.path("port").asInt(), "TCP"));
                    }
                }
            }
        }

        private void check(Resource policy, List<Pod> pods, JsonNode rule, JsonNode peers, boolean out) {
            JsonNode ports = rule.path("ports");
            boolean every = ports.isEmpty() || ports.valueStream().anyMatch(port -> !port.has("port"));
            if (peers.isEmpty() || every) {
                findings.add(
                        policy,
                        "lets " + (peers.isEmpty() ? "everybody" : "somebody") + (out ? " out to" : " in at")
                                + (every ? " every port" : " a port"));
                return;
            }
            if (ports.valueStream().anyMatch(port -> port.has("endPort"))) {
                findings.add(policy, "names a range of ports");
            }
            for (JsonNode peer : peers) {
                if (out && (peer.has("ipBlock") || peer.has("namespaceSelector"))) {
                    checkNumbers(policy, ports);
                }
                for (String end : ends(policy, peer)) {
                    List<Pod> listeners = out ? named(end, overlay) : pods;
                    for (String own : Ends.names(pods)) {
                        for (JsonNode port : ports) {
                            require(policy, out ? own : end, out ? end : own, port, listeners);
                        }
                    }
                }
            }
        }

        /** A name means whatever pods elsewhere call so, which nobody here can know. */
        private void checkNumbers(Resource policy, JsonNode ports) {
            ports.valueStream()
                    .filter(port -> !port.path("port").isInt())
                    .forEach(port -> findings.add(
                            policy,
                            "lets somebody out to a port that only has a name: "
                                    + port.path("port").asText()));
        }

        private void require(Resource policy, String from, String to, JsonNode port, List<Pod> listeners) {
            String protocol = port.path("protocol").asText("TCP");
            if (port.path("port").isInt()) {
                require(policy, new Arrow(from, to, port.path("port").asInt(), protocol));
                return;
            }
            TreeSet<Integer> numbers = new TreeSet<>();
            listeners.stream()
                    .flatMap(pod -> pod.ports().stream())
                    .filter(own -> own.is(port.path("port")))
                    .forEach(own -> numbers.add(own.number()));
            numbers.forEach(number -> require(policy, new Arrow(from, to, number, protocol)));
        }

        private void require(Resource where, Arrow arrow) {
            if (!drawn.contains(arrow)) {
                findings.add(where, "lets through what is not drawn: " + arrow);
            }
        }

        /** The names of those whom a peer means. */
        private Set<String> ends(Resource where, JsonNode peer) {
            if (peer.has("ipBlock")) {
                String network = peer.path("ipBlock").path("cidr").asText();
                if (!isNarrow(network)) {
                    findings.add(where, "lets the whole world through, or much of it: " + network);
                }
                return Set.of(Arrow.OUTSIDE);
            }
            if (peer.has("namespaceSelector")) {
                return Ends.namespace(peer).map(Set::of).orElseGet(() -> {
                    findings.add(where, "lets namespaces through that it does not name");
                    return Set.of();
                });
            }
            return Ends.names(Ends.selected(peer.path("podSelector"), overlay));
        }

        /** The widest private network of IPv4 has 8 bits, what a provider is given of IPv6 at most 16. */
        private static boolean isNarrow(String network) {
            Matcher bits = BITS.matcher(network);
            return bits.matches() && Integer.parseInt(bits.group(1)) >= (network.contains(":") ? 16 : 8);
        }
    }
}
