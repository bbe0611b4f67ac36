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

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> {
            checkPod(pod, findings);
            for (JsonNode container : Overlay.containers(pod.spec())) {
                checkContainer(pod.maker(), container, findings);
            }
        });
        overlay.of("Keycloak").forEach(keycloak -> checkKeycloak(keycloak, findings));
    }

    /** Keycloak's operator adds nothing to what its template says of rights, and the namespace refuses pods that keep any. */
    private static void checkKeycloak(Resource keycloak, Findings findings) {
        JsonNode spec = keycloak.spec().path("unsupported").path("podTemplate").path("spec");
        JsonNode container = spec.path("containers").path(0).path("securityContext");
        must(isTrue(spec.path("securityContext").path("runAsNonRoot")), keycloak, "may run as root", findings);
        must(
                isDefault(spec.path("securityContext").path("seccompProfile")),
                keycloak,
                "may make any call of the kernel",
                findings);
        must(isFalse(container.path("allowPrivilegeEscalation")), keycloak, "may gain rights", findings);
        must(dropsAll(container), keycloak, "keeps capabilities", findings);
    }

    private static boolean dropsAll(JsonNode security) {
        return security.path("capabilities")
                .path("drop")
                .valueStream()
                .anyMatch(drop -> drop.asText().equals("ALL"));
    }

    private static void checkPod(Pod pod, Findings findings) {
        JsonNode spec = pod.spec();
        Resource maker = pod.maker();
        must(isFalse(spec.path("automountServiceAccountToken")), maker, "has a token for Kubernetes' API", findings);
        must(isFalse(spec.path("enableServiceLinks")), maker, "is told of Services by variables", findings);
        JsonNode security = spec.path("securityContext");
        must(isTrue(security.path("runAsNonRoot")), maker, "may run as root", findings);
        checkIdentity(maker, security, findings);
        must(isDefault(security.path("seccompProfile")), maker, "may make any call of the kernel", findings);
        must(!isTrue(spec.path("hostNetwork")), maker, "uses the node's network", findings);
        must(!isTrue(spec.path("hostPID")), maker, "sees the node's processes", findings);
        must(!isTrue(spec.path("hostIPC")), maker, "shares the node's memory", findings);
        for (JsonNode volume : spec.path("volumes")) {
            must(!volume.has("hostPath"), maker, "uses the node's disk", findings);
        }
    }

    private static void checkIdentity(Resource maker, JsonNode security, Findings findings) {
        for (String id : List.of("runAsUser", "runAsGroup")) {
            must(!security.has(id) || security.path(id).asLong() != 0, maker, "runs as root (" + id + ")", findings);
        }
    }

    /** What a container says of itself goes before what its pod says. */
    private static void checkOwn(Resource maker, JsonNode container, Findings findings) {
        JsonNode security = container.path("securityContext");
        checkIdentity(maker, security, findings);
        must(!isFalse(security.path("runAsNonRoot")), maker, "may run as root", findings);
        must(
                !security.has("seccompProfile") || isDefault(security.path("seccompProfile")),
                maker,
                "may make any call of the kernel",
                findings);
        must(!isTrue(security.path("privileged")), maker, "is privileged", findings);
        must(security.path("capabilities").path("add").isEmpty(), maker, "adds capabilities", findings);
        for (JsonNode port : container.path("ports")) {
            must(!port.has("hostPort"), maker, "takes a port of the node", findings);
        }
    }

    private static void checkContainer(Resource maker, JsonNode container, Findings findings) {
        checkOwn(maker, container, findings);
        JsonNode security = container.path("securityContext");
        must(isFalse(security.path("allowPrivilegeEscalation")), maker, "may gain rights", findings);
        must(isTrue(security.path("readOnlyRootFilesystem")), maker, "may write to its root", findings);
        must(dropsAll(security), maker, "keeps capabilities", findings);
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

    private static boolean isDefault(JsonNode seccompProfile) {
        return seccompProfile.path("type").asText().equals("RuntimeDefault");
    }

    private static boolean isTrue(JsonNode value) {
        return value.isBoolean() && value.booleanValue();
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
