package io.averment.manifests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.manifests.kubectl.Kubectl;
import io.averment.manifests.overlay.BuiltOverlay;
import io.averment.manifests.overlay.Overlay;
import io.averment.manifests.overlay.Pod;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How much memory the services get is said once, in query-service/OPERATING.md; the units for systemd are compared with it as well. */
class MemoryTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([a-z, ]+) \\| (\\d+) \\| (\\d+) \\| (\\d+) \\|$");
    private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)m");
    private static final int NATIVE = 3;
    private static final int JVM = 4;

    /** Heap and limit by process, as {@code 192 of 384}. */
    private static Map<String, Set<String>> table(int limit) throws Exception {
        Map<String, Set<String>> rows = new TreeMap<>();
        Matcher row = ROW.matcher(Files.readString(Tools.ROOT.resolve("query-service/OPERATING.md")));
        while (row.find()) {
            add(rows, row.group(1), row.group(2) + " of " + row.group(limit));
        }
        return rows;
    }

    private static void add(Map<String, Set<String>> rows, String process, String memory) {
        rows.computeIfAbsent(process, name -> new TreeSet<>()).add(memory);
    }

    private static Map<String, Set<String>> built(String name) throws Exception {
        Kubectl kubectl = Tools.kubectl();
        String yaml = kubectl.build(Tools.ROOT.resolve("k8s/overlays").resolve(name));
        Overlay overlay = BuiltOverlay.read(name, yaml, Map.of(), List.of(), List.of());
        Map<String, Set<String>> rows = new TreeMap<>();
        overlay.ownPods().forEach(pod -> addPod(rows, pod, overlay));
        return rows;
    }

    private static void addPod(Map<String, Set<String>> rows, Pod pod, Overlay overlay) {
        String service = pod.labels().getOrDefault("app.kubernetes.io/name", "");
        if (List.of("ingest", "analysis", "query").contains(service)) {
            JsonNode container = pod.spec().path("containers").path(0);
            Matcher heap = HEAP.matcher(
                    container.path("args") + overlay.environment(container).toString());
            String limit =
                    container.path("resources").path("limits").path("memory").asText();
            boolean serves = pod.maker().kind().equals("Deployment");
            add(
                    rows,
                    serves ? service : "migrations, months",
                    (heap.find() ? heap.group(1) : "?") + " of " + limit.replace("Mi", ""));
        }
    }

    @Test
    void holdsForNativeExecutables() throws Exception {
        assertEquals(table(NATIVE), built("production"));
    }

    @Test
    void holdsForJvm() throws Exception {
        assertEquals(table(JVM), built("local-jvm"));
    }
}
