package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import io.averment.manifests.project.Topic;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A broker that an overlay runs has the declared topics with their settings, and no others; what is allowed to a user, or looked at by a
 * scaler, is one of them.
 */
final class Topics implements Rule {

    private static final int COPIES = 3;
    private static final String COPIES_IN_SYNC = "2";
    private static final String FILE = "topics.txt";

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        Map<String, Topic> declared = project.topics().stream().collect(Collectors.toMap(Topic::name, topic -> topic));
        List<Resource> topics = overlay.of("KafkaTopic").toList();
        topics.forEach(topic -> check(topic, declared.get(topic.name()), findings));
        overlay.of("Kafka").forEach(kafka -> {
            Set<String> missing = new TreeSet<>(declared.keySet());
            topics.forEach(topic -> missing.remove(topic.name()));
            missing.forEach(name -> findings.add(kafka, "has no topic " + name));
        });
        overlay.of("KafkaUser").forEach(user -> checkUser(user, declared.keySet(), findings));
        overlay.of("ConfigMap")
                .filter(map -> map.content().path("data").has(FILE))
                .forEach(map -> checkFile(map, project.topics(), findings));
    }

    private static void check(Resource topic, @Nullable Topic declared, Findings findings) {
        if (declared == null) {
            findings.add(topic, "is not declared in local-stack");
            return;
        }
        JsonNode spec = topic.spec();
        if (spec.path("partitions").asInt() < declared.partitions()) {
            findings.add(topic, "has fewer partitions than are declared: " + declared.partitions());
        }
        if (spec.path("replicas").asInt() != COPIES
                || !spec.path("config").path("min.insync.replicas").asText().equals(COPIES_IN_SYNC)) {
            findings.add(topic, "must have 3 replicas, of which 2 are in sync");
        }
        declared.settings().forEach((setting, value) -> {
            String own = spec.path("config").path(setting).asText();
            if (!own.equals(value)) {
                findings.add(topic, setting + " is declared as " + value + ", not as " + own);
            }
        });
    }

    private static void checkUser(Resource user, Set<String> declared, Findings findings) {
        for (JsonNode rule : user.spec().path("authorization").path("acls")) {
            JsonNode resource = rule.path("resource");
            String name = resource.path("name").asText();
            if (resource.path("type").asText().equals("topic")
                    && resource.path("patternType").asText("literal").equals("literal")
                    && !declared.contains(name)) {
                findings.add(user, "is allowed a topic that is not declared: " + name);
            }
        }
    }

    private static void checkFile(Resource map, List<Topic> declared, Findings findings) {
        List<Topic> own = Topic.parse(map.content().path("data").path(FILE).asText());
        if (!new HashSet<>(own).equals(new HashSet<>(declared))) {
            findings.add(map, FILE + " is not that of local-stack");
        }
    }
}
