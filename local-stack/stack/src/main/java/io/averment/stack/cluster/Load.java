package io.averment.stack.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.samples.Occurrences;
import io.averment.stack.samples.RecordList;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Reports that come at a steady rate, each in two revisions, and readers beside them, until it is stopped; then everything that was accepted
 * is looked for in the record.
 */
public final class Load {

    private static final int REVISIONS = 2;
    /** Articles under way at a time: while a service is away no more come, as with any sender that waits for its answers. */
    private static final int UNDER_WAY = 24;

    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PLACES = List.of("Keld", "Port Alda", "Tarsin", "Brannoch", "Elmsee");

    private final Endpoints endpoints;
    private final Caller caller;
    private final Caller checker;
    private final Tally tally;
    private final String name;
    private final Duration patience;
    private final PrintStream out;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final Semaphore places = new Semaphore(UNDER_WAY);
    /** What was accepted: the latest revision by the article's id. */
    private final Map<String, Integer> accepted = new ConcurrentHashMap<>();

    private final AtomicInteger revisions = new AtomicInteger();
    private final AtomicInteger givenUp = new AtomicInteger();
    private volatile int begun;

    /**
     * Of one run.
     *
     * @param caller what sends and reads
     * @param checker what looks for everything at the end
     * @param tally of the caller
     * @param name different for each run, since it is part of what the reports are known by
     * @param patience how long a request is sent again, and how long the record may take at the end
     */
    public Load(
            Endpoints endpoints,
            Caller caller,
            Caller checker,
            Tally tally,
            String name,
            Duration patience,
            PrintStream out) {
        this.endpoints = endpoints;
        this.caller = caller;
        this.checker = checker;
        this.tally = tally;
        this.name = name;
        this.patience = patience;
        this.out = out;
    }

    /** Makes {@link #run} end; returns at once. */
    public void stop() {
        stop.countDown();
    }

    /**
     * Sends until {@link #stop} or the longest time, looks for everything in the record, and says what came of it. True if nothing that was
     * accepted is missing.
     *
     * @param rate articles a second
     */
    public boolean run(int rate, Duration longest) throws InterruptedException {
        long step = TimeUnit.SECONDS.toNanos(1) / rate;
        long began = System.nanoTime();
        out.println("sending");
        int number = 0;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (number * step < longest.toNanos()
                    && !stop.await(began + number * step - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                if (places.tryAcquire()) {
                    int article = begun;
                    begun = article + 1;
                    senders.execute(() -> send(article));
                }
                number++;
            }
        }
        long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began);
        Map<String, Integer> missing = missing();
        out.println("load: " + begun + " articles in " + seconds + " s");
        tally.lines().forEach(line -> out.println("load: " + line));
        out.println("load: accepted " + accepted.size() + " articles, " + revisions + " revisions; in the record "
                + (accepted.size() - missing.size()) + "; given up " + givenUp);
        missing.entrySet().stream().limit(10).forEach(each -> out.println("load: missing " + each));
        out.println("verdict: " + (missing.isEmpty() ? "kept" : "lost") + " "
                + (tally.failures() == 0 && givenUp.get() == 0 ? "undisturbed" : "disturbed"));
        return missing.isEmpty();
    }

    private void send(int article) {
        try {
            String id = "";
            for (int revision = 1; revision <= REVISIONS; revision++) {
                String report = report(article, revision);
                Optional<Caller.Answer> answer = caller.call(
                        "ingest", () -> Caller.post(endpoints.ingest() + "/v1/articles", report), 0, patience);
                if (answer.isEmpty()) {
                    givenUp.incrementAndGet();
                    return;
                }
                id = answer.get().json().path("id").asText();
                accepted.merge(id, answer.get().json().path("revision").asInt(), Math::max);
                revisions.incrementAndGet();
            }
            String address = "/v1/articles/" + id;
            caller.call("query", () -> Caller.get(endpoints.query() + address), NOT_FOUND, patience);
            caller.call("query", () -> Caller.get(endpoints.query() + "/v1/statements?limit=10"), 0, patience);
            String report = report(article, 1);
            caller.call("analysis", () -> Caller.post(endpoints.analysis() + "/v1/analyses", report), 0, patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            givenUp.incrementAndGet();
        } finally {
            places.release();
        }
    }

    /** Revisions that were accepted so far. */
    public int revisions() {
        return revisions.get();
    }

    /** Requests that were sent again for as long as there was patience, and never answered. */
    public int givenUp() {
        return givenUp.get();
    }

    /**
     * What of all that was sent the record does not have just once, in lines for people; empty when nothing differs. Of statements the
     * quotation of each article is looked at, which every version of the analysis reads in the same way.
     *
     * @param articles the list of that name
     * @param statements the list of that name
     */
    public List<String> differences(RecordList articles, RecordList statements)
            throws IOException, InterruptedException {
        Occurrences sent = Occurrences.of(IntStream.range(0, begun)
                .mapToObj(article -> address(article) + " revision " + REVISIONS)
                .toList());
        List<String> differences = new ArrayList<>(Occurrences.of(articles.ofOutlet(outlet()).stream()
                        .map(article -> article.path("address").asText() + " revision "
                                + article.path("revision").asInt())
                        .toList())
                .differencesFrom(sent));
        Occurrences quoted = Occurrences.of(IntStream.range(0, begun)
                .mapToObj(article -> address(article) + " " + quotation(article))
                .toList());
        differences.addAll(Occurrences.of(statements.ofOutlet(outlet()).stream()
                        .filter(statement ->
                                !statement.at("/quoted/0/text").asText().isEmpty())
                        .map(statement -> statement.path("address").asText() + " "
                                + statement.at("/quoted/0/text").asText())
                        .toList())
                .differencesFrom(quoted));
        return differences;
    }

    private String outlet() {
        return "Load Gazette " + name;
    }

    private String address(int article) {
        return "https://load.example.org/" + name + "/" + article;
    }

    private static String quotation(int article) {
        return "We promised bridge " + article + " and we keep our word,";
    }

    private String report(int article, int revision) throws IOException {
        String place = PLACES.get(article % PLACES.size());
        return JSON.writeValueAsString(Map.of(
                "outlet",
                outlet(),
                "address",
                address(article),
                "headline",
                "Bridge " + article + " in " + place + " to open, mayor says",
                "body",
                "Bridge number " + article + " in " + place + " opens on " + (10 + revision)
                        + " October 2026, the mayor said on Monday.\n\n\"" + quotation(article)
                        + "\" Mayor Ada Lindqvist told reporters.\n\nThe council of " + place
                        + " will repay the loan by 30 June 2027.",
                "publishedAt",
                "2026-03-09T11:40:00+03:00",
                "language",
                "en"));
    }

    /** What the record does not have in its latest revision after a while. */
    private Map<String, Integer> missing() throws InterruptedException {
        Map<String, Integer> missing = new ConcurrentHashMap<>(accepted);
        CountDownLatch never = new CountDownLatch(1);
        long began = System.nanoTime();
        while (!missing.isEmpty() && System.nanoTime() - began < patience.toNanos()) {
            for (Map.Entry<String, Integer> entry : Map.copyOf(missing).entrySet()) {
                if (isRecorded(entry.getKey(), entry.getValue())) {
                    missing.remove(entry.getKey());
                }
            }
            never.await(missing.isEmpty() ? 0 : 1, TimeUnit.SECONDS);
        }
        return missing;
    }

    private boolean isRecorded(String id, int revision) throws InterruptedException {
        Optional<Caller.Answer> answer = checker.call(
                "query", () -> Caller.get(endpoints.query() + "/v1/articles/" + id), NOT_FOUND, Duration.ZERO);
        try {
            return answer.isPresent()
                    && answer.get().status() != NOT_FOUND
                    && answer.get().json().path("revision").asInt() == revision;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
