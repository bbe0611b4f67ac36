package io.averment.manifests.rule;

import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import io.averment.manifests.project.Settings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which of our services a pod runs is said by its label, whatever its image is called in somebody's registry; and the label is true. */
final class OwnService implements Rule {

    private static final String NAME = "app.kubernetes.io/name";
    private static final Pattern IMAGE = Pattern.compile("(?:.*/)?([a-z]+)-service(?:[:@].*)?");

    /** The service that a pod runs, to serve, to migrate or for upkeep; nothing for servers of an overlay. */
    static Optional<String> of(Pod pod) {
        return Optional.ofNullable(pod.labels().get(NAME)).filter(Settings.SERVICES::contains);
    }

    /** Whether a pod serves and consumes, and does not come to an end by itself. */
    static boolean serves(Pod pod) {
        return of(pod).isPresent() && pod.maker().kind().equals("Deployment");
    }

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> {
            String name = pod.labels().getOrDefault(NAME, "");
            if (name.isEmpty()) {
                findings.add(pod.maker(), "its pods have no label " + NAME + ", so nobody knows what they run");
            }
            Overlay.containers(pod.spec()).stream()
                    .map(container -> IMAGE.matcher(container.path("image").asText()))
                    .filter(Matcher::matches)
                    .map(image -> image.group(1))
                    .filter(service -> Settings.SERVICES.contains(service) && !service.equals(name))
                    .forEach(service -> findings.add(pod.maker(), "runs " + service + " under the name of " + name));
        });
    }
}
