package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.List;

/** A selector selects something: one that selects nothing is a spelling mistake, and Kubernetes says nothing about it. */
final class Selectors implements Rule {

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> checkOwn(pod, findings));
        for (Resource resource : overlay.resources()) {
            JsonNode spec = resource.spec();
            switch (resource.kind()) {
                case "Service" -> {
                    if (overlay.pods().stream().noneMatch(pod -> pod.hasLabels(spec.path("selector")))) {
                        findings.add(resource, "its selector matches no pod");
                    }
                }
                case "PodDisruptionBudget", "PodMonitor" ->
                    checkSelector(resource, spec.path("selector"), overlay, findings);
                case "ServiceMonitor" -> checkServices(resource, overlay, findings);
                case "NetworkPolicy" -> checkPolicy(resource, overlay, findings);
                case "Kafka" ->
                    spec.path("kafka")
                            .path("listeners")
                            .forEach(listener ->
                                    checkPeers(resource, listener.path("networkPolicyPeers"), overlay, findings));
                default -> {}
            }
        }
    }

    /** What a controller selects, and what it counts when it spreads, are its own pods. */
    private static void checkOwn(Pod pod, Findings findings) {
        Resource maker = pod.maker();
        if (List.of("Deployment", "StatefulSet").contains(maker.kind())
                && !pod.isSelectedBy(maker.spec().path("selector"))) {
            findings.add(maker, "its selector does not match its own pods");
        }
        for (JsonNode constraint : pod.spec().path("topologySpreadConstraints")) {
            if (!pod.isSelectedBy(constraint.path("labelSelector"))) {
                findings.add(maker, "spreads by a selector that does not match its own pods");
            }
        }
    }

    private static void checkPolicy(Resource policy, Overlay overlay, Findings findings) {
        checkSelector(policy, policy.spec().path("podSelector"), overlay, findings);
        policy.spec().path("ingress").forEach(rule -> checkPeers(policy, rule.path("from"), overlay, findings));
        policy.spec().path("egress").forEach(rule -> checkPeers(policy, rule.path("to"), overlay, findings));
    }

    /** Peers in other namespaces are not ours to know. */
    private static void checkPeers(Resource resource, JsonNode peers, Overlay overlay, Findings findings) {
        for (JsonNode peer : peers) {
            if (peer.has("podSelector") && !peer.has("namespaceSelector")) {
                checkSelector(resource, peer.path("podSelector"), overlay, findings);
            }
        }
    }

    private static void checkSelector(Resource resource, JsonNode selector, Overlay overlay, Findings findings) {
        if (selector.has("matchExpressions")) {
            findings.add(resource, "has matchExpressions, which are not understood here; use matchLabels");
        }
        if (overlay.pods().stream().noneMatch(pod -> pod.isSelectedBy(selector))) {
            findings.add(resource, "selects pods that are not there: " + selector.path("matchLabels"));
        }
    }

    private static void checkServices(Resource monitor, Overlay overlay, Findings findings) {
        JsonNode wanted = monitor.spec().path("selector").path("matchLabels");
        boolean some = overlay.of("Service")
                .anyMatch(service -> Resource.strings(wanted).entrySet().stream()
                        .allMatch(label ->
                                label.getValue().equals(service.labels().get(label.getKey()))));
        if (!some) {
            findings.add(monitor, "selects Services that are not there: " + wanted);
        }
    }
}
