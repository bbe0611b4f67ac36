package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.util.Map;
import java.util.Optional;

/** What scales consumers looks at the group that they are, and makes no more of them than the topic has partitions. */
final class Scaling implements Rule {

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.of("ScaledObject").forEach(scaled -> {
            Optional<Resource> target = overlay.find(
                    "Deployment",
                    scaled.spec().path("scaleTargetRef").path("name").asText());
            target.ifPresent(deployment -> {
                if (deployment.spec().has("replicas")) {
                    findings.add(deployment, "says how many pods it has, which " + scaled + " decides");
                }
                scaled.spec()
                        .path("triggers")
                        .valueStream()
                        .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                        .forEach(trigger -> checkLag(scaled, deployment, trigger.path("metadata"), overlay, findings));
            });
        });
    }

    private static void checkLag(
            Resource scaled, Resource deployment, JsonNode trigger, Overlay overlay, Findings findings) {
        JsonNode container = deployment
                .spec()
                .path("template")
                .path("spec")
                .path("containers")
                .path(0);
        Map<String, String> environment = overlay.environment(container);
        String service = Variables.service(container).orElse("");
        String lane = environment.getOrDefault("AVERMENT_LANES", "");
        String group = "averment-" + service + "-" + lane;
        if (!trigger.path("consumerGroup").asText().equals(group)) {
            findings.add(scaled, "looks at another group than " + deployment + " is: " + group);
        }
        String name = trigger.path("topic").asText();
        Optional<Resource> topic = overlay.find("KafkaTopic", name);
        if (topic.isEmpty() || !name.contains("." + lane + ".")) {
            findings.add(scaled, "looks at a topic that " + deployment + " does not read: " + name);
            return;
        }
        int partitions = topic.get().spec().path("partitions").asInt();
        int consumers = environment.entrySet().stream()
                .filter(variable -> variable.getKey().matches("MP_MESSAGING_INCOMING_(ARTICLES|ANALYSES)_CONCURRENCY"))
                .mapToInt(variable -> Integer.parseInt(variable.getValue()))
                .findFirst()
                .orElse(1);
        int pods = scaled.spec().path("maxReplicaCount").asInt();
        if (pods * consumers > partitions) {
            findings.add(
                    scaled, pods + " pods of " + consumers + " consumers are more than " + partitions + " partitions");
        }
    }
}
