package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;

/** A node can be drained and a version replaced: neither a budget nor a strategy holds on to every pod. */
final class Availability implements Rule {

    private static final int WHOLE = 100;

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.of("PodDisruptionBudget")
                .forEach(budget -> overlay.ownPods()
                        .filter(pod -> pod.isSelectedBy(budget.spec().path("selector")))
                        .filter(pod -> blocks(budget.spec(), fewest(pod.maker(), overlay)))
                        .forEach(pod -> findings.add(
                                budget,
                                "lets none of the " + fewest(pod.maker(), overlay) + " pods of " + pod.maker()
                                        + " go")));
        overlay.of("Deployment")
                .filter(deployment -> {
                    JsonNode rolling = deployment.spec().path("strategy").path("rollingUpdate");
                    return rolling.has("maxUnavailable")
                            && rolling.has("maxSurge")
                            && isNothing(rolling.path("maxUnavailable"))
                            && isNothing(rolling.path("maxSurge"));
                })
                .forEach(deployment -> findings.add(deployment, "replaces no pod, neither before nor after a new one"));
    }

    private static boolean blocks(JsonNode budget, int pods) {
        if (budget.has("maxUnavailable")) {
            return isNothing(budget.path("maxUnavailable"));
        }
        JsonNode least = budget.path("minAvailable");
        return least.isInt()
                ? least.intValue() >= pods
                // Kubernetes rounds up.
                : Math.ceilDiv(percent(least) * pods, WHOLE) >= pods;
    }

    private static boolean isNothing(JsonNode amount) {
        return amount.isInt() ? amount.intValue() == 0 : percent(amount) == 0;
    }

    private static int percent(JsonNode amount) {
        return Integer.parseInt("0" + amount.asText().replaceAll("[^0-9].*", ""));
    }

    /** How few pods there may be when nothing fails. */
    static int fewest(Resource maker, Overlay overlay) {
        return overlay.of("ScaledObject")
                .filter(scaled -> scaled.spec()
                        .path("scaleTargetRef")
                        .path("name")
                        .asText()
                        .equals(maker.name()))
                .findFirst()
                .map(scaled -> scaled.spec().path("minReplicaCount").asInt())
                .orElse(maker.spec().path("replicas").asInt(1));
    }
}
