package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever is sent to a port finds somebody listening there. */
final class Ports implements Rule {

    private static final List<String> PROBES = List.of("startupProbe", "livenessProbe", "readinessProbe");

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> checkProbes(pod, findings));
        for (Resource resource : overlay.resources()) {
            JsonNode spec = resource.spec();
            switch (resource.kind()) {
                case "Service" -> checkService(resource, overlay, findings);
                case "Ingress" -> checkIngress(resource, overlay, findings);
                case "HTTPRoute" ->
                    spec.path("rules")
                            .forEach(rule -> rule.path("backendRefs")
                                    .forEach(backend -> checkBackend(
                                            resource,
                                            backend.path("name").asText(),
                                            backend.path("port"),
                                            overlay,
                                            findings)));
                case "NetworkPolicy" -> checkPolicy(resource, overlay, findings);
                case "ServiceMonitor" -> checkServiceMonitor(resource, overlay, findings);
                case "PodMonitor" ->
                    spec.path("podMetricsEndpoints")
                            .forEach(endpoint -> checkListening(
                                    resource, endpoint.path("port"), spec.path("selector"), overlay, findings));
                default -> {}
            }
        }
    }

    private static void checkProbes(Pod pod, Findings findings) {
        for (JsonNode container : Overlay.containers(pod.spec())) {
            for (String name : PROBES) {
                JsonNode probe = container.path(name);
                JsonNode port = probe.path("httpGet").path("port");
                JsonNode asked = port.isMissingNode() ? probe.path("tcpSocket").path("port") : port;
                if (!asked.isMissingNode() && !pod.listensOn(asked)) {
                    findings.add(pod.maker(), "its " + name + " asks a port that is not there: " + asked.asText());
                }
            }
        }
    }

    private static void checkService(Resource service, Overlay overlay, Findings findings) {
        for (JsonNode port : service.spec().path("ports")) {
            JsonNode target = port.has("targetPort") ? port.path("targetPort") : port.path("port");
            overlay.pods().stream()
                    .filter(pod -> pod.hasLabels(service.spec().path("selector")))
                    .filter(pod -> !pod.listensOn(target))
                    .forEach(pod -> findings.add(
                            service, "leads to a port that " + pod.maker() + " has not: " + target.asText()));
        }
    }

    private static void checkIngress(Resource ingress, Overlay overlay, Findings findings) {
        for (JsonNode rule : ingress.spec().path("rules")) {
            for (JsonNode path : rule.path("http").path("paths")) {
                JsonNode service = path.path("backend").path("service");
                JsonNode port = service.path("port");
                checkBackend(
                        ingress,
                        service.path("name").asText(),
                        port.has("name") ? port.path("name") : port.path("number"),
                        overlay,
                        findings);
            }
        }
    }

    private static void checkBackend(
            Resource resource, String service, JsonNode port, Overlay overlay, Findings findings) {
        @Nullable List<Pod.Port> ports = overlay.services().get(service);
        if (ports == null) {
            findings.add(resource, "leads to a Service that is not there: " + service);
        } else if (ports.stream().noneMatch(own -> own.is(port))) {
            findings.add(resource, "leads to a port that Service " + service + " has not: " + port.asText());
        }
    }

    /** What is let in must be listened to by the pods themselves; what is let out, by those whom it goes to. */
    private static void checkPolicy(Resource policy, Overlay overlay, Findings findings) {
        for (JsonNode rule : policy.spec().path("ingress")) {
            for (JsonNode port : said(rule)) {
                checkListening(policy, port, policy.spec().path("podSelector"), overlay, findings);
            }
        }
        for (JsonNode rule : policy.spec().path("egress")) {
            List<JsonNode> ours = new ArrayList<>();
            rule.path("to").forEach(peer -> {
                if (peer.has("podSelector") && !peer.has("namespaceSelector")) {
                    ours.add(peer.path("podSelector"));
                }
            });
            for (JsonNode port : said(rule)) {
                ours.forEach(peer -> checkListening(policy, port, peer, overlay, findings));
            }
        }
    }

    /** The ports that a rule says; one that says only a protocol means all, of which others take care. */
    private static List<JsonNode> said(JsonNode rule) {
        return rule.path("ports")
                .valueStream()
                .map(port -> port.path("port"))
                .filter(port -> !port.isMissingNode())
                .toList();
    }

    private static void checkListening(
            Resource resource, JsonNode port, JsonNode selector, Overlay overlay, Findings findings) {
        if (overlay.pods().stream().noneMatch(pod -> pod.isSelectedBy(selector) && pod.listensOn(port))) {
            findings.add(resource, "names a port on which none of its pods listens: " + port.asText());
        }
    }

    private static void checkServiceMonitor(Resource monitor, Overlay overlay, Findings findings) {
        var wanted = Resource.strings(monitor.spec().path("selector").path("matchLabels"))
                .entrySet();
        List<Pod.Port> offered = overlay.of("Service")
                .filter(service -> service.labels().entrySet().containsAll(wanted))
                .flatMap(service -> overlay.services().getOrDefault(service.name(), List.of()).stream())
                .toList();
        for (JsonNode endpoint : monitor.spec().path("endpoints")) {
            if (offered.stream().noneMatch(port -> port.is(endpoint.path("port")))) {
                findings.add(
                        monitor,
                        "asks a port that its Services have not: "
                                + endpoint.path("port").asText());
            }
        }
    }
}
