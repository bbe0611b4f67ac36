package io.averment.manifests.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the repository says beside its manifests.
 *
 * @param settings what the services can be told
 * @param topics the declared topics
 * @param realm the realm of the local stack
 * @param meters the services' own meters by their names in Prometheus, without the suffixes that say what is measured
 * @param runbook headings of the runbook
 * @param consumers how many consumers of a lane a service has that is told nothing of it, by service
 */
public record Project(
        Settings settings,
        List<Topic> topics,
        JsonNode realm,
        Set<String> meters,
        Set<String> runbook,
        Map<String, Integer> consumers) {

    private static final String TOPICS = "local-stack/stack/src/main/resources/io/averment/stack/kafka/topics.txt";
    private static final String REALM = "local-stack/realm/averment-realm.json";
    private static final String RUNBOOK = "k8s/RUNBOOK.md";
    private static final Pattern METER = Pattern.compile("\"(averment\\.(?:ingest|analysis|query)\\.[a-z.]+)\"");
    private static final Pattern CONSUMERS = Pattern.compile(
            "^mp\\.messaging\\.incoming\\.(?:articles|analyses)\\.concurrency=([0-9]+)$", Pattern.MULTILINE);
    private static final Pattern HEADING = Pattern.compile("^#+ (\\S+)$", Pattern.MULTILINE);
    private static final Pattern SUFFIX = Pattern.compile("(_total|_seconds(_count|_sum|_max)?)$");

    public Project {
        topics = List.copyOf(topics);
        meters = Set.copyOf(meters);
        runbook = Set.copyOf(runbook);
        consumers = Map.copyOf(consumers);
    }

    /**
     * Reads it.
     *
     * @param root the repository's folder
     */
    public static Project read(Path root) throws IOException {
        Set<String> meters = new HashSet<>();
        Map<String, Integer> consumers = new HashMap<>();
        for (String service : Settings.SERVICES) {
            CONSUMERS
                    .matcher(Settings.properties(root, service))
                    .results()
                    .forEach(found -> consumers.put(service, Integer.parseInt(found.group(1))));
            for (String source : Sources.of(root, service)) {
                METER.matcher(source)
                        .results()
                        .forEach(name -> meters.add(name.group(1).replace('.', '_')));
            }
        }
        return new Project(
                Settings.read(root),
                Topic.parse(Files.readString(root.resolve(TOPICS))),
                new ObjectMapper().readTree(Files.readString(root.resolve(REALM), StandardCharsets.UTF_8)),
                meters,
                headings(Files.readString(root.resolve(RUNBOOK))),
                consumers);
    }

    private static Set<String> headings(String text) {
        return HEADING.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** Whether a service measures what Prometheus calls so. */
    public boolean hasMeter(String name) {
        return meters.contains(SUFFIX.matcher(name).replaceFirst(""));
    }
}
