package io.averment.manifests.rule;

import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** No secret stands in what is built. Where demo credentials are accepted, such do, and they say of themselves what they are. */
final class Secrets implements Rule {

    private static final String DEMO = "demo-";
    private static final String ACCEPTED = "demo-credentials";
    private static final String NAME = "username";
    private static final Pattern KEY = Pattern.compile("(?i).*(password|passwd|secret|jaas).*");
    private static final Pattern VALUE = Pattern.compile("(?is).*(password|secret)\"?\\s*[=:]\\s*\"?[^\\s$\"{].*");

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        boolean demo = overlay.of("ConfigMap")
                .map(map -> map.content()
                        .path("data")
                        .path("AVERMENT_PRODUCTION_ACCEPTED_RISKS")
                        .asText())
                .anyMatch(risks -> risks.contains(ACCEPTED));
        if (demo) {
            overlay.of("Secret").forEach(secret -> checkDemo(secret, findings));
            return;
        }
        overlay.of("Secret").forEach(secret -> findings.add(secret, "is a secret in plain text"));
        overlay.of("ConfigMap").forEach(map -> checkMap(map, findings));
    }

    private static void checkDemo(Resource secret, Findings findings) {
        Resource.strings(secret.content().path("stringData"))
                .forEach((key, value) -> check(secret, key, value, findings));
        Resource.strings(secret.content().path("data"))
                .forEach((key, value) -> check(
                        secret, key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8), findings));
    }

    private static void check(Resource secret, String key, String value, Findings findings) {
        if (!key.equals(NAME) && !value.startsWith(DEMO)) {
            findings.add(secret, "has a secret in plain text that is none of a demo: " + key);
        }
    }

    /** Dashboards are left out: they have titles and legends, and no settings. */
    private static void checkMap(Resource map, Findings findings) {
        if (map.labels().containsKey("grafana_dashboard")) {
            return;
        }
        for (Map.Entry<String, String> entry :
                Resource.strings(map.content().path("data")).entrySet()) {
            boolean byName =
                    KEY.matcher(entry.getKey()).matches() && !entry.getValue().isBlank();
            if (byName || VALUE.matcher(entry.getValue()).matches()) {
                findings.add(map, "has what looks like a secret: " + entry.getKey());
            }
        }
    }
}
