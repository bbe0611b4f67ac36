package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.Set;

/** A service is told nothing that it does not know, and all that it does not start without. */
final class Variables implements Rule {

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods()
                .forEach(pod -> OwnService.of(pod).ifPresent(service -> {
                    for (JsonNode container : Overlay.containers(pod.spec())) {
                        check(pod, service, container, overlay, project, findings);
                    }
                }));
    }

    private static void check(
            Pod pod, String service, JsonNode container, Overlay overlay, Project project, Findings findings) {
        Set<String> told = overlay.environment(container).keySet();
        told.stream()
                .filter(variable -> !project.settings().knows(service, variable))
                .forEach(variable -> findings.add(pod.maker(), service + " does not know the variable " + variable));
        if (pod.maker().kind().equals("Deployment")) {
            project.settings().required(service).stream()
                    .filter(variable -> !told.contains(variable))
                    .forEach(variable ->
                            findings.add(pod.maker(), service + " does not start without the variable " + variable));
        }
    }
}
