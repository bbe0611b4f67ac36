package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Nothing that looks like a secret, by its name or by the words before it, stands in any object of what is built. Where demo credentials
 * are accepted, such do, and they say of themselves what they are.
 */
final class Secrets implements Rule {

    private static final String DEMO = "demo-";
    private static final String ACCEPTED = "demo-credentials";
    private static final String NAME = "username";

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        boolean demo = overlay.of("ConfigMap")
                .map(map -> map.content()
                        .path("data")
                        .path("AVERMENT_PRODUCTION_ACCEPTED_RISKS")
                        .asText())
                .anyMatch(risks -> risks.contains(ACCEPTED));
        overlay.of("Secret").forEach(secret -> {
            if (demo) {
                checkDemo(secret, findings);
            } else {
                findings.add(secret, "is a secret in plain text");
            }
        });
        overlay.resources().stream()
                .filter(resource -> !resource.kind().equals("Secret"))
                .forEach(resource -> new Search(resource, demo, findings).look(resource.content(), ""));
    }

    private static void checkDemo(Resource secret, Findings findings) {
        Resource.strings(secret.content().path("stringData"))
                .forEach((key, value) -> check(secret, key, value, findings));
        Resource.strings(secret.content().path("data")).forEach((key, value) -> {
            try {
                check(secret, key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8), findings);
            } catch (IllegalArgumentException broken) {
                findings.add(secret, "has a value that is not in base64: " + key);
            }
        });
    }

    private static void check(Resource secret, String key, String value, Findings findings) {
        if (!key.equals(NAME) && !value.startsWith(DEMO)) {
            findings.add(secret, "has a secret in plain text that is none of a demo: " + key);
        }
    }

    /** Goes through all texts of an object. */
    private record Search(Resource resource, boolean demo, Findings findings) {

        private static final Pattern SETTING = Pattern.compile("(?i).*(password|passwd|secret|jaas).*");

        /** In other places than settings, words such as {@code tlsSecret} lead to a secret and are none. */
        private static final Pattern FIELD = Pattern.compile(
                "(?i).*(password|passwd|secret_?(access_?)?key|private_?key|jaas[._]?config)|(client_?)?secret");

        private static final Pattern OPTION = Pattern.compile("(?i)-.*(password|passwd|secret)");
        private static final Pattern REFERENCE = Pattern.compile("\\$(\\(|\\w|\\{[\\w.-]+:?}).*", Pattern.DOTALL);

        /** The secret is the first group. */
        private static final List<Pattern> TOLD = List.of(
                Pattern.compile(
                        "(?i)(?:password|passwd|secret)[\"']?[ \\t]*[=:][ \\t]*[\"']?([^\\s\"'{\\[][^\\s\"']*)"),
                Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^\\s/:@]+:([^\\s/@]+)@"),
                Pattern.compile("(-----BEGIN [A-Z ]*PRIVATE KEY-----)"));

        /** @param path from the object on; elements of lists by their names, where they have any */
        void look(JsonNode node, String path) {
            if (node.isTextual() && tells(node.asText())) {
                add(path);
            }
            for (int i = 0; i < node.size() && node.isArray(); i++) {
                JsonNode element = node.path(i);
                String there = path + "[" + element.path("name").asText(Integer.toString(i)) + "]";
                if (OPTION.matcher(node.path(i - 1).asText()).matches() && isSecret(element.asText())) {
                    add(there);
                } else {
                    look(element, there);
                }
            }
            node.properties().forEach(property -> {
                String key = property.getKey();
                JsonNode value = property.getValue();
                String there = path.isEmpty() ? key : path + "." + key;
                if (isNamed(node, key, path) && isSecret(value)) {
                    add(there);
                } else {
                    look(value, there);
                }
            });
        }

        /** A value beside a name, as variables have it, or beside a type, as credentials have it, is called by that. */
        private boolean isNamed(JsonNode node, String key, String path) {
            if (key.equals("value")) {
                return SETTING.matcher(
                                node.path("name").asText(node.path("type").asText()))
                        .matches();
            }
            boolean setting = resource.kind().equals("ConfigMap") && path.equals("data");
            return (setting ? SETTING : FIELD).matcher(key).matches() && !(setting && isDashboard(key));
        }

        /** A file of titles and legends, whatever it is called by; its text is looked at nevertheless. */
        private boolean isDashboard(String key) {
            return resource.labels().containsKey("grafana_dashboard") && key.endsWith(".json");
        }

        private boolean tells(String text) {
            return TOLD.stream()
                    .flatMap(pattern -> pattern.matcher(text).results())
                    .anyMatch(told -> isSecret(told.group(1)));
        }

        private boolean isSecret(JsonNode value) {
            return (value.isTextual() || value.isNumber()) && isSecret(value.asText());
        }

        private boolean isSecret(String value) {
            return !value.isBlank() && !REFERENCE.matcher(value).matches() && !(demo && value.startsWith(DEMO));
        }

        private void add(String path) {
            findings.add(resource, "has what looks like a secret: " + path);
        }
    }
}
