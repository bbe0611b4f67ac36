package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import io.averment.manifests.project.Topic;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What scales consumers looks at the group that they are; and there are never more of them than the topics have partitions. */
final class Scaling implements Rule {

    private static final Map<String, String> READS = Map.of("analysis", "articles", "query", "analyses");

    /**
     * A deployment that consumes.
     *
     * @param reads what, as its topics and its channel are called
     * @param lanes of which it has consumers, of each as many
     * @param each how many consumers a pod has of a lane
     */
    private record Consumers(Pod pod, String service, String reads, List<String> lanes, int each) {

        static Optional<Consumers> of(Pod pod, Overlay overlay, Project project) {
            String service = OwnService.serves(pod) ? OwnService.of(pod).orElse("") : "";
            String reads = READS.get(service);
            if (reads == null) {
                return Optional.empty();
            }
            Map<String, String> environment =
                    overlay.environment(pod.spec().path("containers").path(0));
            String told = environment.getOrDefault(
                    "MP_MESSAGING_INCOMING_" + reads.toUpperCase(Locale.ROOT) + "_CONCURRENCY", "");
            int each = told.isEmpty() ? project.consumers().getOrDefault(service, 1) : Integer.parseInt(told);
            String lanes = environment.getOrDefault("AVERMENT_LANES", "live");
            return Optional.of(new Consumers(pod, service, reads, List.of(lanes.split(",", -1)), each));
        }

        String topic(String lane) {
            return "averment." + reads + "." + lane + ".v1";
        }
    }

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods()
                .flatMap(pod -> Consumers.of(pod, overlay, project).stream())
                .forEach(consumers -> checkNumber(consumers, overlay, project, findings));
        overlay.of("ScaledObject").forEach(scaled -> {
            String name = scaled.spec().path("scaleTargetRef").path("name").asText();
            overlay.ownPods()
                    .filter(pod -> pod.maker().kind().equals("Deployment")
                            && pod.maker().name().equals(name))
                    .forEach(pod -> checkScaled(scaled, pod, overlay, project, findings));
        });
    }

    private static void checkScaled(Resource scaled, Pod pod, Overlay overlay, Project project, Findings findings) {
        if (pod.maker().spec().has("replicas")) {
            findings.add(pod.maker(), "says how many pods it has, which " + scaled + " decides");
        }
        Consumers.of(pod, overlay, project)
                .ifPresent(consumers -> scaled.spec()
                        .path("triggers")
                        .valueStream()
                        .filter(trigger -> trigger.path("type").asText().equals("kafka"))
                        .forEach(trigger -> checkLag(scaled, consumers, trigger.path("metadata"), overlay, findings)));
    }

    private static void checkLag(
            Resource scaled, Consumers consumers, JsonNode trigger, Overlay overlay, Findings findings) {
        String lane = String.join(",", consumers.lanes());
        String group = "averment-" + consumers.service() + "-" + lane;
        if (!trigger.path("consumerGroup").asText().equals(group)) {
            findings.add(
                    scaled, "looks at another group than " + consumers.pod().maker() + " is: " + group);
        }
        String topic = trigger.path("topic").asText();
        if (!topic.equals(consumers.topic(lane))
                || overlay.find("KafkaTopic", topic).isEmpty()) {
            findings.add(scaled, "looks at a topic that " + consumers.pod().maker() + " does not read: " + topic);
        }
    }

    /** Consumers beyond the partitions have nothing to do. */
    private static void checkNumber(Consumers consumers, Overlay overlay, Project project, Findings findings) {
        Resource maker = consumers.pod().maker();
        Optional<Resource> scaled = overlay.of("ScaledObject")
                .filter(object -> object.spec()
                        .path("scaleTargetRef")
                        .path("name")
                        .asText()
                        .equals(maker.name()))
                .findFirst();
        int pods = scaled.map(object -> object.spec().path("maxReplicaCount").asInt())
                .orElse(maker.spec().path("replicas").asInt(1));
        for (String lane : consumers.lanes()) {
            int partitions = partitions(consumers.topic(lane), overlay, project);
            if (pods * consumers.each() > partitions) {
                findings.add(
                        scaled.orElse(maker),
                        pods + " pods of " + consumers.each() + " consumers are more than " + partitions
                                + " partitions");
            }
        }
    }

    /** Of a broker elsewhere it is known only that it has what is declared. */
    private static int partitions(String topic, Overlay overlay, Project project) {
        return overlay.find("KafkaTopic", topic)
                .map(made -> made.spec().path("partitions").asInt())
                .orElseGet(() -> project.topics().stream()
                        .filter(declared -> declared.name().equals(topic))
                        .mapToInt(Topic::partitions)
                        .findFirst()
                        .orElse(0));
    }
}
