package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** A file that a variable names is mounted there: authorities of certificates, without which a service does not start. */
final class MountedFiles implements Rule {

    private static final Pattern FILE = Pattern.compile("/etc/averment/[a-z0-9./-]+");

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> {
            for (JsonNode container : Overlay.containers(pod.spec())) {
                Set<String> mounted = mounted(pod, container);
                overlay.environment(container).values().stream()
                        .flatMap(value -> FILE.matcher(value).results())
                        .map(found -> found.group())
                        .filter(file -> !mounted.contains(file))
                        .forEach(file -> findings.add(pod.maker(), "is told of a file that it has not: " + file));
            }
        });
    }

    private static Set<String> mounted(Pod pod, JsonNode container) {
        Set<String> files = new HashSet<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            for (JsonNode volume : pod.spec().path("volumes")) {
                if (volume.path("name").equals(mount.path("name"))) {
                    String folder = mount.path("mountPath").asText() + "/";
                    volume.path("secret")
                            .path("items")
                            .forEach(
                                    item -> files.add(folder + item.path("path").asText()));
                }
            }
        }
        return files;
    }
}
