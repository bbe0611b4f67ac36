package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.BuiltOverlay;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.overlay.Resource;
import io.averment.manifests.project.Project;
import io.averment.manifests.text.TextFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is named is there. Where names stand, and of what, is in {@code references.txt}. */
final class References implements Rule {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final List<Place> PLACES = TextFile.lines(References.class, "references.txt").stream()
            .map(line -> BLANKS.split(line, 3))
            .map(words -> new Place(words[0], List.of(words[1].split("\\.", -1)), words[2]))
            .toList();

    /**
     * Where something is named.
     *
     * @param kind of the object, or {@code Pod} for everything that makes pods
     * @param path fields from {@code spec} on, those that end in {@code []} for each of a list
     * @param target a kind, for a name; {@code SecretKey}, {@code ConfigMapKey}, {@code SecretFiles} or {@code ConfigMapFiles}, for an
     *     object with a name and keys
     */
    private record Place(String kind, List<String> path, String target) {}

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        for (Place place : PLACES) {
            if (place.kind().equals("Pod")) {
                overlay.ownPods().forEach(pod -> check(place, pod.maker(), pod.spec(), overlay, findings));
            } else {
                overlay.of(place.kind())
                        .forEach(resource -> check(place, resource, resource.spec(), overlay, findings));
            }
        }
        overlay.ownPods().forEach(pod -> checkMounts(pod, findings));
    }

    private static void check(Place place, Resource resource, JsonNode spec, Overlay overlay, Findings findings) {
        for (JsonNode named : at(spec, place.path())) {
            if (named.path("optional").asBoolean()) {
                continue;
            }
            switch (place.target()) {
                case "SecretKey", "ConfigMapKey" ->
                    checkKeys(
                            resource,
                            place.target().replace("Key", ""),
                            named.path("name").asText(),
                            Stream.of(named.path("key").asText()),
                            overlay,
                            findings);
                case "SecretFiles", "ConfigMapFiles" -> {
                    String kind = place.target().replace("Files", "");
                    JsonNode name = kind.equals("Secret") ? named.path("secretName") : named.path("name");
                    checkKeys(
                            resource,
                            kind,
                            name.asText(),
                            named.path("items")
                                    .valueStream()
                                    .map(item -> item.path("key").asText()),
                            overlay,
                            findings);
                }
                default -> checkKeys(resource, place.target(), named.asText(), Stream.of(), overlay, findings);
            }
        }
    }

    private static void checkKeys(
            Resource resource, String kind, String name, Stream<String> keys, Overlay overlay, Findings findings) {
        @Nullable Set<String> there = keysOf(kind, name, overlay);
        if (there == null) {
            findings.add(resource, "names a " + kind + " that is not there: " + name);
            return;
        }
        keys.filter(key -> !there.contains(key))
                .forEach(key -> findings.add(resource, "names a key that " + kind + " " + name + " has not: " + key));
    }

    private static @Nullable Set<String> keysOf(String kind, String name, Overlay overlay) {
        return kind.equals("Secret")
                ? overlay.secrets().get(name)
                : overlay.find(kind, name).map(BuiltOverlay::keys).orElse(null);
    }

    private static List<JsonNode> at(JsonNode spec, List<String> path) {
        List<JsonNode> found = List.of(spec);
        for (String step : path) {
            boolean each = step.endsWith("[]");
            String field = each ? step.substring(0, step.length() - 2) : step;
            List<JsonNode> next = new ArrayList<>();
            for (JsonNode node : found) {
                JsonNode value = node.path(field);
                if (each) {
                    value.forEach(next::add);
                } else if (!value.isMissingNode()) {
                    next.add(value);
                }
            }
            found = next;
        }
        return found;
    }

    private static void checkMounts(Pod pod, Findings findings) {
        List<String> volumes = new ArrayList<>();
        pod.spec()
                .path("volumes")
                .forEach(volume -> volumes.add(volume.path("name").asText()));
        pod.maker()
                .spec()
                .path("volumeClaimTemplates")
                .forEach(
                        claim -> volumes.add(claim.path("metadata").path("name").asText()));
        for (JsonNode container : Overlay.containers(pod.spec())) {
            for (JsonNode mount : container.path("volumeMounts")) {
                if (!volumes.contains(mount.path("name").asText())) {
                    findings.add(
                            pod.maker(),
                            "mounts a volume that is not there: "
                                    + mount.path("name").asText());
                }
            }
        }
    }
}
