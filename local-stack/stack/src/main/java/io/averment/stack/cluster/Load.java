package io.averment.stack.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.time.Duration;
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

/**
 * Reports that come at a steady rate, each in two revisions, and readers beside them, until it is stopped; then everything that was accepted
 * is looked for in the record.
 */
final class Load {

    private static final int REVISIONS = 2;
    /** Articles under way at a time: while a service is away no more come, as with any sender that waits for its answers. */
    private static final int UNDER_WAY = 24;

    private static final int NOT_FOUND = 404;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PLACES = List.of("Keld", "Port Alda", "Tarsin", "Brannoch", "Elmsee");

    private final Addresses addresses;
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

    /**
     * Of one run.
     *
     * @param caller what sends and reads
     * @param checker what looks for everything at the end
     * @param tally of the caller
     * @param name different for each run, since it is part of what the reports are known by
     * @param patience how long a request is sent again, and how long the record may take at the end
     */
    Load(
            Addresses addresses,
            Caller caller,
            Caller checker,
            Tally tally,
            String name,
            Duration patience,
            PrintStream out) {
        this.addresses = addresses;
        this.caller = caller;
        this.checker = checker;
        this.tally = tally;
        this.name = name;
        this.patience = patience;
        this.out = out;
    }

    /** Makes {@link #run} end; returns at once. */
    void stop() {
        stop.countDown();
    }

    /**
     * Sends until {@link #stop} or the longest time, looks for everything in the record, and says what came of it. True if nothing that was
     * accepted is missing.
     *
     * @param rate articles a second
     */
    boolean run(int rate, Duration longest) throws InterruptedException {
        long step = TimeUnit.SECONDS.toNanos(1) / rate;
        long began = System.nanoTime();
        out.println("sending");
        int number = 0;
        int begun = 0;
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            while (number * step < longest.toNanos()
                    && !stop.await(began + number * step - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                if (places.tryAcquire()) {
                    int article = begun++;
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
                Optional<Caller.Answer> answer = caller.call(
                        "ingest",
                        Caller.post(addresses.ingest() + "/v1/articles", report(article, revision)),
                        0,
                        patience);
                if (answer.isEmpty()) {
                    givenUp.incrementAndGet();
                    return;
                }
                id = answer.get().json().path("id").asText();
                accepted.merge(id, answer.get().json().path("revision").asInt(), Math::max);
                revisions.incrementAndGet();
            }
            caller.call("query", Caller.get(addresses.query() + "/v1/articles/" + id), NOT_FOUND, patience);
            caller.call("query", Caller.get(addresses.query() + "/v1/statements?limit=10"), 0, patience);
            caller.call(
                    "analysis", Caller.post(addresses.analysis() + "/v1/analyses", report(article, 1)), 0, patience);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException unreadable) {
            givenUp.incrementAndGet();
        } finally {
            places.release();
        }
    }

    private String report(int article, int revision) throws IOException {
        String place = PLACES.get(article % PLACES.size());
        return JSON.writeValueAsString(Map.of(
                "outlet",
                "Load Gazette " + name,
                "address",
                "https://load.example.org/" + name + "/" + article,
                "headline",
                "Bridge " + article + " in " + place + " to open, mayor says",
                "body",
                "Bridge number " + article + " in " + place + " opens on " + (10 + revision)
                        + " October 2026, the mayor said on Monday.\n\n\"We promised bridge " + article
                        + " and we keep our word,\" Mayor Ada Lindqvist told reporters.\n\nThe council of " + place
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
        HttpRequest.Builder question = Caller.get(addresses.query() + "/v1/articles/" + id);
        Optional<Caller.Answer> answer = checker.call("query", question, NOT_FOUND, Duration.ZERO);
        try {
            return answer.isPresent()
                    && answer.get().status() != NOT_FOUND
                    && answer.get().json().path("revision").asInt() == revision;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
