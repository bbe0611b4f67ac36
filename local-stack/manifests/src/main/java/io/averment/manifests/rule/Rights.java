package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.overlay.Right;
import io.averment.manifests.project.Project;
import io.averment.manifests.text.TextFile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Users of Kafka have the rights that {@code rights.txt} and the overlay's own file of that name say, no less and no more, and there are no
 * users of whom neither says anything.
 */
final class Rights implements Rule {

    private static final List<Right> COMMON = Right.parse(TextFile.read(Rights.class, "rights.txt"));

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        Map<String, Set<String>> expected = new TreeMap<>();
        Stream.concat(COMMON.stream(), overlay.rights().stream())
                .forEach(right -> expected.computeIfAbsent(right.user(), user -> new TreeSet<>())
                        .add(right.right()));
        Set<String> missing = new TreeSet<>(expected.keySet());
        overlay.of("KafkaUser").forEach(user -> {
            missing.remove(user.name());
            check(user, expected.getOrDefault(user.name(), Set.of()), findings);
        });
        overlay.of("Kafka").forEach(kafka -> missing.forEach(user -> findings.add(kafka, "has no user " + user)));
    }

    private static void check(Resource user, Set<String> expected, Findings findings) {
        if (expected.isEmpty()) {
            findings.add(user, "is a user of whom no rights.txt says anything");
            return;
        }
        Set<String> given = given(user);
        expected.stream()
                .filter(right -> !given.contains(right))
                .forEach(right -> findings.add(user, "lacks the right: " + right));
        given.stream()
                .filter(right -> !expected.contains(right))
                .forEach(right -> findings.add(user, "has a right that it does not need: " + right));
    }

    private static Set<String> given(Resource user) {
        Set<String> given = new TreeSet<>();
        for (JsonNode rule : user.spec().path("authorization").path("acls")) {
            JsonNode resource = rule.path("resource");
            boolean all = resource.path("patternType").asText().equals("prefix");
            String object =
                    resource.path("type").asText() + " " + resource.path("name").asText() + (all ? "*" : "");
            String effect = rule.path("type").asText("allow").equals("allow") ? "" : "not ";
            rule.path("operations").forEach(operation -> given.add(effect + operation.asText() + " " + object));
        }
        return given;
    }
}
