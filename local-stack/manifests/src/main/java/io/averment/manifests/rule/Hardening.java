package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.List;

/** What every pod of ours forgoes: rights, tokens, a root that it could write to, and more memory than it says. */
final class Hardening implements Rule {

    private static final String DEMO = "demo-credentials";

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> {
            checkPod(pod, findings);
            for (JsonNode container : Overlay.containers(pod.spec())) {
                checkContainer(pod.maker(), container, findings);
            }
        });
        checkSecrets(overlay, findings);
    }

    private static void checkPod(Pod pod, Findings findings) {
        JsonNode spec = pod.spec();
        Resource maker = pod.maker();
        must(isFalse(spec.path("automountServiceAccountToken")), maker, "has a token for Kubernetes' API", findings);
        must(isFalse(spec.path("enableServiceLinks")), maker, "is told of Services by variables", findings);
        must(spec.path("securityContext").path("runAsNonRoot").asBoolean(), maker, "may run as root", findings);
        must(
                spec.path("securityContext")
                        .path("seccompProfile")
                        .path("type")
                        .asText()
                        .equals("RuntimeDefault"),
                maker,
                "may make any call of the kernel",
                findings);
        must(!spec.path("hostNetwork").asBoolean(), maker, "uses the node's network", findings);
        for (JsonNode volume : spec.path("volumes")) {
            must(!volume.has("hostPath"), maker, "uses the node's disk", findings);
        }
        if (List.of("Deployment", "StatefulSet").contains(maker.kind())) {
            for (JsonNode container : spec.path("containers")) {
                must(container.has("readinessProbe"), maker, "does not say when it is ready", findings);
                must(container.has("startupProbe"), maker, "does not say when it has started", findings);
            }
        }
    }

    private static void checkContainer(Resource maker, JsonNode container, Findings findings) {
        JsonNode security = container.path("securityContext");
        must(isFalse(security.path("allowPrivilegeEscalation")), maker, "may gain rights", findings);
        must(security.path("readOnlyRootFilesystem").asBoolean(), maker, "may write to its root", findings);
        must(
                security.path("capabilities")
                        .path("drop")
                        .valueStream()
                        .anyMatch(drop -> drop.asText().equals("ALL")),
                maker,
                "keeps capabilities",
                findings);
        JsonNode resources = container.path("resources");
        must(resources.path("requests").has("cpu"), maker, "does not say what processors it needs", findings);
        must(
                resources.path("limits").has("memory")
                        && resources
                                .path("limits")
                                .path("memory")
                                .equals(resources.path("requests").path("memory")),
                maker,
                "does not say what memory it needs, as request and as limit",
                findings);
    }

    /** Where demo credentials are refused, no secret stands in what is built. */
    private static void checkSecrets(Overlay overlay, Findings findings) {
        boolean demo = overlay.of("ConfigMap")
                .map(map -> map.content()
                        .path("data")
                        .path("AVERMENT_PRODUCTION_ACCEPTED_RISKS")
                        .asText())
                .anyMatch(risks -> risks.contains(DEMO));
        if (!demo) {
            overlay.of("Secret").forEach(secret -> findings.add(secret, "is a secret in plain text"));
        }
    }

    private static boolean isFalse(JsonNode value) {
        return value.isBoolean() && !value.booleanValue();
    }

    private static void must(boolean holds, Resource where, String otherwise, Findings findings) {
        if (!holds) {
            findings.add(where, otherwise);
        }
    }
}
