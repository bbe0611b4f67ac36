package io.averment.stack.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Clients who read lists by their usual filters, each thinking a second between requests. */
final class Readers {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final long THINKING_MILLIS = 1000;
    private static final int VALUES = 200;
    private static final List<String> COUNTRIES = List.of("USA", "FRA", "IRQ", "JPN", "ISL");

    private final HttpClient client;
    private final String address;
    private final Supplier<String> token;
    private final Map<String, List<String>> requests = new LinkedHashMap<>();
    private final Map<String, Latencies> latencies = new LinkedHashMap<>();
    private final AtomicInteger failures = new AtomicInteger();

    Readers(HttpClient client, String address, Supplier<String> token) {
        this.client = client;
        this.address = address;
        this.token = token;
    }

    /** Takes the values of the filters from the record: outlets, entities and words as frequent as they are there. */
    void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> outlets = GeneratedRecord.strings(
                    statement,
                    "select name from generate_series(1, " + VALUES
                            + ") as i join bench.outlet o on o.n = bench.rank(i, 51, 300)");
            List<String> entities = GeneratedRecord.strings(
                    statement,
                    "select key from generate_series(1, " + VALUES
                            + ") as i join bench.entity e on e.n = bench.rank(i, 101, 20000)");
            List<String> names = GeneratedRecord.strings(
                    statement,
                    "select name from generate_series(1, " + VALUES
                            + ") as i join bench.entity e on e.n = bench.rank(i, 101, 20000)");
            List<String> words = GeneratedRecord.strings(
                    statement,
                    "select bench.word(bench.common(i, 3, 2560)) from generate_series(1, " + VALUES + ") as i");
            List<String> days = GeneratedRecord.strings(
                    statement,
                    "select date '2026-11-28' - bench.pick(i, 4, 1000)::int from generate_series(1, " + VALUES
                            + ") as i");
            List<String> ids = GeneratedRecord.strings(
                    statement,
                    "select md5('article ' || bench.pick(i, 5, (select articles from bench.generated)))::uuid from generate_series(1, "
                            + VALUES + ") as i");
            List<String> stories = GeneratedRecord.strings(
                    statement,
                    "select 's' || encode(substr(sha256(convert_to((md5('article ' || n - n % 8)::uuid)::text, 'UTF8')), 1, 10), 'hex')"
                            + " from (select bench.pick(i, 7, (select articles from bench.generated)) as n from generate_series(1, "
                            + VALUES + ") as i) as picked");
            add("statements, newest", "/v1/statements", List.of(""), "");
            add("statements of an outlet", "/v1/statements?outlet=", outlets, "");
            add("statements of a speaker by name", "/v1/statements?speaker=", names, "");
            add("statements of an entity", "/v1/statements?entity=", entities, "");
            add("statements that deny", "/v1/statements?act=DENIES", List.of(""), "");
            add("statements of a day", "/v1/statements?validAt=", days, "");
            add("statements of a country", "/v1/statements?country=", COUNTRIES, "");
            add("statements as of a day", "/v1/statements?asOf=", days, "T12:00:00Z");
            add("words in statements", "/v1/statements?words=", words, "");
            add("words in articles", "/v1/articles?words=", words, "");
            add("articles that name an entity", "/v1/articles?entity=", entities, "");
            add("articles published on a day", "/v1/articles?publishedFrom=", days, "&publishedTo=");
            add("commitments, due next", "/v1/commitments?sort=DUE&due=2026-12/..", List.of(""), "");
            add("commitments of an entity", "/v1/commitments?entity=", entities, "");
            add("commitments reported met", "/v1/commitments?outcome=MET", List.of(""), "");
            add("threads of commitments, newest", "/v1/threads?kind=COMMITMENT", List.of(""), "");
            add("threads of an entity", "/v1/threads?entity=", entities, "");
            add("threads that are open", "/v1/threads?kind=COMMITMENT&state=OPEN", List.of(""), "");
            add("threads due in a month", "/v1/threads?due=2026-12", List.of(""), "");
            add("stories, newest", "/v1/stories", List.of(""), "");
            add("stories of an entity", "/v1/stories?entity=", entities, "");
            add(
                    "stories told in a month",
                    "/v1/stories?publishedFrom=2026-05-01&publishedTo=2026-05-31",
                    List.of(""),
                    "");
            add("one story with its reports", "/v1/stories/", stories, "");
            add("timeline of a story", "/v1/stories/", stories, "/timeline");
            addPaths(
                    "what changed in an hour",
                    days.stream()
                            .map(day -> "/v1/changes?from=" + day + "T12:00:00Z&to=" + day + "T13:00:00Z")
                            .toList());
            add("times of a day", "/v1/times?validAt=", days, "");
            add(
                    "entities as one types",
                    "/v1/entities?name=",
                    words.stream().map(w -> w.substring(0, 3)).toList(),
                    "");
            add("best of a word", "/v1/statements?sort=RELEVANCE&words=", words, "");
            add("facets of an entity's statements", "/v1/statements/facets?by=ACT,OUTLET&entity=", entities, "");
            add("months in which a word is said", "/v1/statements/histogram?unit=MONTH&words=", words, "");
            add("outlets", "/v1/outlets", List.of(""), "");
            add("one article with its facts", "/v1/articles/", ids, "");
            add("one statement", "/v1/statements/", ids, ":s1");
        }
    }

    private void add(String name, String begin, List<String> values, String end) {
        addPaths(
                name,
                values.stream()
                        .map(value -> begin
                                + URLEncoder.encode(value, StandardCharsets.UTF_8)
                                + (end.endsWith("=") ? end + value : end))
                        .toList());
    }

    private void addPaths(String name, List<String> paths) {
        requests.put(name, paths);
        latencies.put(name, new Latencies());
    }

    /** Lets them read for a while; what they wait for counts only when {@code measured}. */
    void read(int clients, Duration duration, boolean measured) {
        long end = System.nanoTime() + duration.toNanos();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int number = 0; number < clients; number++) {
                SplittableRandom random = new SplittableRandom(number);
                threads.execute(() -> readUntil(end, random, measured));
            }
        }
    }

    private void readUntil(long end, SplittableRandom random, boolean measured) {
        CountDownLatch never = new CountDownLatch(1);
        try {
            never.await(random.nextLong(THINKING_MILLIS), TimeUnit.MILLISECONDS);
            while (System.nanoTime() < end) {
                readOne(random, measured);
                never.await(THINKING_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void readOne(SplittableRandom random, boolean measured) {
        List<String> names = new ArrayList<>(requests.keySet());
        String name = names.get(random.nextInt(names.size()));
        List<String> variants = requests.getOrDefault(name, List.of());
        long began = System.nanoTime();
        boolean answered = isAnswered(variants.get(random.nextInt(variants.size())));
        Latencies waited = latencies.get(name);
        if (!answered) {
            failures.incrementAndGet();
        } else if (measured && waited != null) {
            waited.add(System.nanoTime() - began);
        }
    }

    boolean isAnswered(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token.get())
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException failure) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    Map<String, Latencies> latencies() {
        return latencies;
    }

    int failures() {
        return failures.get();
    }
}
