package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service is told nothing that it does not know, and all that it does not start without. */
final class Variables implements Rule {

    private static final Pattern SERVICE = Pattern.compile("(?:.*/)?averment/([a-z]+)-service[:@].*");

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> {
            for (JsonNode container : Overlay.containers(pod.spec())) {
                service(container).ifPresent(service -> check(pod, service, container, overlay, project, findings));
            }
        });
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

    /** Which of our services a container runs. */
    static Optional<String> service(JsonNode container) {
        Matcher image = SERVICE.matcher(container.path("image").asText());
        return image.matches() ? Optional.of(image.group(1)) : Optional.empty();
    }
}
