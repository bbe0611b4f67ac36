package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.Locale;
import java.util.regex.Pattern;

/** Every alert says what to do, and alerts and dashboards ask for figures that the services have. */
final class Alerts implements Rule {

    private static final Pattern METER = Pattern.compile("\\baverment_(?!io_)[a-z_]+");
    private static final Pattern ALL_LABELS = Pattern.compile("\\b(unless|and)\\s+(?!on\\b|ignoring\\b)");
    private static final String RUNBOOK = "k8s/RUNBOOK.md#";

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        for (Resource rules : overlay.of("PrometheusRule").toList()) {
            rules.spec()
                    .path("groups")
                    .forEach(group -> group.path("rules").forEach(rule -> {
                        checkRunbook(rules, rule, project, findings);
                        checkMeters(rules, rule.path("expr").asText(), project, findings);
                        if (ALL_LABELS.matcher(rule.path("expr").asText()).find()) {
                            findings.add(rules, rule.path("alert").asText() + " compares by all labels; say on which");
                        }
                    }));
        }
        overlay.of("ConfigMap")
                .filter(map -> map.labels().containsKey("grafana_dashboard"))
                .forEach(map -> Resource.strings(map.content().path("data"))
                        .values()
                        .forEach(dashboard -> checkMeters(map, dashboard, project, findings)));
    }

    private static void checkRunbook(Resource rules, JsonNode rule, Project project, Findings findings) {
        String alert = rule.path("alert").asText();
        if (!project.runbook().contains(alert)) {
            findings.add(rules, "k8s/RUNBOOK.md has no section on " + alert);
        }
        if (!rule.path("annotations").path("runbook").asText().equals(RUNBOOK + alert.toLowerCase(Locale.ROOT))) {
            findings.add(rules, alert + " does not lead to its section of the runbook");
        }
    }

    private static void checkMeters(Resource where, String text, Project project, Findings findings) {
        METER.matcher(text)
                .results()
                .map(found -> found.group())
                .distinct()
                .filter(meter -> !project.hasMeter(meter))
                .forEach(meter -> findings.add(where, "asks for a figure that no service has: " + meter));
    }
}
