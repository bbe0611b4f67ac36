package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import io.averment.manifests.text.TextFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Users of Kafka have the rights that {@code rights.txt} says, no less and no more. Users whom it does not know are somebody else's. */
final class Rights implements Rule {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Map<String, Set<String>> BY_USER = read();

    private static Map<String, Set<String>> read() {
        Map<String, Set<String>> rights = new HashMap<>();
        for (String line : TextFile.lines(Rights.class, "rights.txt")) {
            List<String> words = BLANKS.splitAsStream(line).toList();
            List<String> operations = new ArrayList<>(List.of("Describe"));
            if (words.size() > 3) {
                operations.addAll(List.of(words.get(3).split(",", -1)));
            }
            operations.forEach(operation -> rights.computeIfAbsent(words.get(0), user -> new TreeSet<>())
                    .add(operation + " " + words.get(1) + " " + words.get(2)));
        }
        return rights;
    }

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        Set<String> missing = new TreeSet<>(BY_USER.keySet());
        overlay.of("KafkaUser").forEach(user -> {
            missing.remove(user.name());
            check(user, findings);
        });
        overlay.of("Kafka").forEach(kafka -> missing.forEach(user -> findings.add(kafka, "has no user " + user)));
    }

    private static void check(Resource user, Findings findings) {
        Set<String> expected = BY_USER.getOrDefault(user.name(), new TreeSet<>());
        Set<String> given = given(user);
        if (!expected.isEmpty()) {
            expected.stream()
                    .filter(right -> !given.contains(right))
                    .forEach(right -> findings.add(user, "lacks the right: " + right));
            given.stream()
                    .filter(right -> !expected.contains(right))
                    .forEach(right -> findings.add(user, "has a right that it does not need: " + right));
        }
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
