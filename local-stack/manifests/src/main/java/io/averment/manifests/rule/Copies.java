package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Lanes of a service run what the service runs, and what is done monthly is its migration again: what is changed in one of them is changed
 * in all. How many there are, what they are told by ConfigMaps and how much they may have are their own.
 */
final class Copies implements Rule {

    private static final List<String> OF_POD = List.of(
            "securityContext",
            "serviceAccountName",
            "automountServiceAccountToken",
            "enableServiceLinks",
            "terminationGracePeriodSeconds",
            "volumes");
    private static final List<String> OF_CONTAINER = List.of(
            "image",
            "args",
            "env",
            "startupProbe",
            "livenessProbe",
            "readinessProbe",
            "securityContext",
            "volumeMounts");

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        Map<String, Pod> originals = new HashMap<>();
        // Of a service the deployment that is called as the service is; of migrations the Job.
        overlay.ownPods().filter(Copies::isOriginal).forEach(pod -> originals.put(Ends.of(pod), pod));
        overlay.ownPods().filter(pod -> OwnService.of(pod).isPresent()).forEach(pod -> {
            Pod original = originals.get(Ends.of(pod));
            if (original != null && !original.equals(pod)) {
                compare(pod, original, findings);
            }
        });
    }

    private static boolean isOriginal(Pod pod) {
        return pod.maker().kind().equals("Job")
                || OwnService.of(pod).filter(pod.maker().name()::equals).isPresent();
    }

    private static void compare(Pod pod, Pod original, Findings findings) {
        compare(pod.spec(), original.spec(), OF_POD, pod, original, findings);
        JsonNode container = pod.spec().path("containers").path(0);
        compare(container, original.spec().path("containers").path(0), OF_CONTAINER, pod, original, findings);
    }

    private static void compare(
            JsonNode own, JsonNode other, List<String> fields, Pod pod, Pod original, Findings findings) {
        fields.stream()
                .filter(field -> !own.path(field).equals(other.path(field)))
                .forEach(field -> findings.add(pod.maker(), "differs from " + original.maker() + " in " + field));
    }
}
