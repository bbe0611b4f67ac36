package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.List;

/** What runs on says when it has started and when it is ready; our services are asked all three questions, each where it is answered. */
final class Probes implements Rule {

    private static final int MANAGEMENT = 9000;
    private static final List<Question> QUESTIONS = List.of(
            new Question("startupProbe", "/q/health/started", false),
            new Question("livenessProbe", "/q/health/live", true),
            new Question("readinessProbe", "/q/health/ready", false));

    /**
     * A probe.
     *
     * @param path where our services answer it
     * @param oursOnly whether only they must have it
     */
    private record Question(String name, String path, boolean oursOnly) {}

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods()
                .filter(pod -> List.of("Deployment", "StatefulSet")
                        .contains(pod.maker().kind()))
                .forEach(pod -> {
                    for (JsonNode container : pod.spec().path("containers")) {
                        QUESTIONS.forEach(question -> check(pod, container, question, findings));
                    }
                });
    }

    private static void check(Pod pod, JsonNode container, Question question, Findings findings) {
        boolean ours = OwnService.of(pod).isPresent();
        JsonNode probe = container.path(question.name());
        if (probe.isMissingNode()) {
            if (ours || !question.oursOnly()) {
                findings.add(pod.maker(), "has no " + question.name());
            }
            return;
        }
        JsonNode asked = probe.path("httpGet");
        if (ours && !asked.path("path").asText().equals(question.path())) {
            findings.add(
                    pod.maker(),
                    "its " + question.name() + " asks " + asked.path("path").asText() + ", which is not "
                            + question.path());
        }
        boolean listens = pod.listensOn(asked.path("port"));
        if (ours
                && listens
                && pod.ports().stream().noneMatch(port -> port.number() == MANAGEMENT && port.is(asked.path("port")))) {
            findings.add(pod.maker(), "its " + question.name() + " asks a port that answers requests");
        }
    }
}
