package io.averment.manifests.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.overlay.Findings;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import io.averment.manifests.project.Project;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A service has the time to end that its settings promise, and memory beside its heap. */
final class Margins implements Rule {

    private static final Pattern SECONDS = Pattern.compile("([0-9]+)S");
    private static final Pattern HEAP = Pattern.compile("-Xmx([0-9]+)m");
    private static final Pattern MEBIBYTES = Pattern.compile("([0-9]+)Mi");
    /** What else a process does when it ends. */
    private static final int ENDING_SECONDS = 10;
    /** How long a service with an audit log may take to write its last entries. */
    private static final int AUDIT_SECONDS = 15;

    private static final List<String> AUDITED = List.of("ingest", "query");
    /** Of the limit; the rest is for threads, buffers and the program itself. */
    private static final int HEAP_PERCENT = 70;

    @Override
    public void check(Overlay overlay, Project project, Findings findings) {
        overlay.ownPods().filter(pod -> OwnService.of(pod).isPresent()).forEach(pod -> {
            for (JsonNode container : Overlay.containers(pod.spec())) {
                checkTime(pod, overlay.environment(container), findings);
                checkMemory(pod, container, overlay.environment(container), findings);
            }
        });
    }

    private static void checkTime(Pod pod, Map<String, String> environment, Findings findings) {
        boolean audited = OwnService.serves(pod)
                && OwnService.of(pod).filter(AUDITED::contains).isPresent();
        int needed = ENDING_SECONDS + (audited ? AUDIT_SECONDS : 0);
        for (String setting : List.of("QUARKUS_SHUTDOWN_DELAY", "QUARKUS_SHUTDOWN_TIMEOUT")) {
            needed += number(SECONDS, environment.getOrDefault(setting, ""));
        }
        // Kubernetes' own default.
        int given = pod.spec().path("terminationGracePeriodSeconds").asInt(30);
        if (given < needed) {
            findings.add(pod.maker(), "is killed after " + given + " s and may need " + needed + " s to end");
        }
    }

    private static void checkMemory(Pod pod, JsonNode container, Map<String, String> environment, Findings findings) {
        String options =
                container.path("args").valueStream().map(JsonNode::asText).collect(Collectors.joining(" "));
        int heap = number(HEAP, options + " " + environment.getOrDefault("JAVA_TOOL_OPTIONS", ""));
        int limit = number(
                MEBIBYTES,
                container.path("resources").path("limits").path("memory").asText());
        if (heap == 0 || heap * 100 > limit * HEAP_PERCENT) {
            findings.add(pod.maker(), "has a heap of " + heap + " MiB within " + limit + " MiB");
        }
    }

    private static int number(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}
