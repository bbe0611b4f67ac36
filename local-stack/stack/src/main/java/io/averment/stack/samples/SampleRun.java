package io.averment.stack.samples;

import io.averment.stack.samples.SampleReport.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sends the sample reports and waits until they can be queried.
 *
 * @param api the services
 * @param folder the folder of the samples
 * @param memory a file that remembers which reports were sent to the data at hand, to go when the data goes
 */
public record SampleRun(Api api, Path folder, Path memory) {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final long STEP_MILLIS = 100;

    /** Fails when waiting has become pointless. */
    @FunctionalInterface
    public interface Health {
        void require() throws IOException;
    }

    /**
     * What came out.
     *
     * @param articles the articles by source, in the order of first sending
     * @param outcomes how many reports had each outcome
     * @param missing sources of which the record does not hold the latest revision
     */
    public record Outcome(Map<Source, RecordedArticle> articles, Map<String, Integer> outcomes, List<Source> missing) {}

    /** Sends all and waits; a report that a later one revises is sent only once to the same data. */
    public Outcome run(Health health) throws IOException, InterruptedException {
        Map<String, Integer> outcomes = new LinkedHashMap<>();
        Map<Source, Api.Acceptance> latest = send(outcomes);
        Map<Source, RecordedArticle> articles = new LinkedHashMap<>();
        Map<Source, Api.Acceptance> missing = new LinkedHashMap<>(latest);
        String token = api.token();
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            for (Map.Entry<Source, Api.Acceptance> entry : Map.copyOf(missing).entrySet()) {
                Optional<RecordedArticle> found =
                        api.find(token, entry.getValue().id());
                if (found.isPresent()
                        && found.get().revision() >= entry.getValue().revision()) {
                    articles.put(entry.getKey(), found.get());
                    missing.remove(entry.getKey());
                }
            }
            if (missing.isEmpty() || System.nanoTime() - deadline > 0) {
                return new Outcome(inOrder(latest, articles), outcomes, List.copyOf(missing.keySet()));
            }
            health.require();
            never.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private Map<Source, Api.Acceptance> send(Map<String, Integer> outcomes) throws IOException, InterruptedException {
        List<SampleReport> reports = SampleReport.allIn(folder);
        Map<Source, SampleReport> last = new HashMap<>();
        reports.forEach(report -> last.put(report.source(), report));
        Properties sent = remembered();
        String token = api.token();
        Map<Source, Api.Acceptance> latest = new LinkedHashMap<>();
        for (SampleReport report : reports) {
            // Sent again after its revision, an earlier text would rightly become a third revision.
            boolean superseded = !report.equals(last.get(report.source()));
            if (superseded && report.body().equals(sent.getProperty(report.name()))) {
                continue;
            }
            Api.Acceptance acceptance = api.send(token, report);
            outcomes.merge(acceptance.outcome(), 1, Integer::sum);
            latest.put(report.source(), acceptance);
            sent.put(report.name(), report.body());
        }
        remember(sent);
        return latest;
    }

    private Properties remembered() throws IOException {
        Properties sent = new Properties();
        if (Files.exists(memory)) {
            try (var file = Files.newBufferedReader(memory, StandardCharsets.UTF_8)) {
                sent.load(file);
            }
        }
        return sent;
    }

    private void remember(Properties sent) throws IOException {
        try (var file = Files.newBufferedWriter(memory, StandardCharsets.UTF_8)) {
            sent.store(file, "Sample reports that this data has seen.");
        }
    }

    private static Map<Source, RecordedArticle> inOrder(
            Map<Source, Api.Acceptance> order, Map<Source, RecordedArticle> articles) {
        Map<Source, RecordedArticle> ordered = new LinkedHashMap<>();
        for (Source source : order.keySet()) {
            if (articles.containsKey(source)) {
                ordered.put(source, articles.get(source));
            }
        }
        return ordered;
    }

    /** What is missing from the expected record or differs from it, in lines for people; empty when it came out whole. */
    public List<String> shortfalls(Outcome outcome) throws IOException {
        List<String> shortfalls = new ArrayList<>();
        Map<Source, RecordedArticle> found = outcome.articles();
        for (RecordedArticle expected : RecordedArticle.expectedIn(folder)) {
            RecordedArticle article = found.get(expected.source());
            if (article == null) {
                shortfalls.add(expected.source().outlet() + ", " + expected.headline() + ": not in the record");
            } else {
                article.differencesFrom(expected)
                        .forEach(difference -> shortfalls.add(
                                expected.source().outlet() + ", " + expected.headline() + ": " + difference));
            }
        }
        for (Source source : outcome.missing()) {
            shortfalls.add(
                    source.outlet() + ", " + source.address() + ": not queryable within " + LIMIT.toSeconds() + " s");
        }
        return shortfalls;
    }
}
