package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every image says which version it is, so that the same manifests mean the same programs tomorrow. */
final class Images implements Rule {

    private static final Pattern IMAGE = Pattern.compile(
            "(?<name>[a-z0-9./:_-]+?)(?::(?<version>[A-Za-z0-9_][A-Za-z0-9._-]*))?(?<digest>@sha256:[0-9a-f]{64})?");

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().forEach(pod -> {
            for (JsonNode container : Overlay.containers(pod.spec())) {
                checkImage(pod.maker(), container.path("image").asText(), findings);
            }
        });
    }

    private static void checkImage(Resource maker, String image, Findings findings) {
        Matcher parts = IMAGE.matcher(image);
        if (!parts.matches()) {
            findings.add(maker, "its image is not the name of one: " + image);
            return;
        }
        String version = parts.group("version") == null ? "" : parts.group("version");
        if (parts.group("digest") == null && (version.isEmpty() || version.equals("latest"))) {
            findings.add(maker, "its image has neither version nor digest: " + image);
        }
        // A Job cannot be changed, so each version needs one of its own. Which version a digest is, nobody sees.
        if (!(version.isEmpty() && parts.group("digest") != null)
                && maker.kind().equals("Job")
                && "migration".equals(maker.labels().get("app.kubernetes.io/component"))
                && !maker.name().endsWith("-" + version)) {
            findings.add(maker, "migrates to " + version + ", so its name must end in -" + version);
        }
    }
}
