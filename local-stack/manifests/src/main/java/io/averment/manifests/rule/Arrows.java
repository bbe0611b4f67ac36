package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.node.IntNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import io.averment.manifests.rule.Policies.Peer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Policies let pods talk to those whose addresses they are told, at both ends; outside the cluster, at their own. */
final class Arrows implements Rule {

    private static final String TCP = "TCP";

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        Policies policies = new Policies(overlay);
        overlay.ownPods().forEach(pod -> {
            addresses(pod, overlay, Addresses::in)
                    .forEach(address -> overlay.backends().getOrDefault(address.service(), List.of()).stream()
                            .filter(target -> target.listensOn(IntNode.valueOf(address.port())))
                            .forEach(target -> check(pod, target, address, policies, findings)));
            addresses(pod, overlay, Addresses::outside)
                    .filter(address -> policies.refuse(pod, Policies.EGRESS, new Peer.Outside(), address.port(), TCP))
                    .forEach(address -> findings.add(
                            pod.maker(),
                            "no policy lets it out of the cluster to " + address.service() + ":" + address.port()));
        });
    }

    private static Stream<Addresses.Address> addresses(
            Pod pod, Overlay overlay, Function<String, Stream<Addresses.Address>> in) {
        return Overlay.containers(pod.spec()).stream()
                .flatMap(container -> overlay.environment(container).values().stream())
                .flatMap(in)
                .distinct();
    }

    private static void check(Pod pod, Pod target, Addresses.Address address, Policies policies, Findings findings) {
        String named = address.service() + ":" + address.port();
        if (policies.refuse(pod, Policies.EGRESS, new Peer.Pods(target), address.port(), TCP)) {
            findings.add(pod.maker(), "no policy lets it out to " + named);
        }
        if (policies.refuse(target, Policies.INGRESS, new Peer.Pods(pod), address.port(), TCP)) {
            findings.add(pod.maker(), "no policy lets it in at " + named);
        }
        if (target.maker().kind().equals("Kafka")
                && !Policies.isPeerOfListener(new Peer.Pods(pod), target, address.port())) {
            findings.add(pod.maker(), "the listener does not let it in at " + named);
        }
    }
}
