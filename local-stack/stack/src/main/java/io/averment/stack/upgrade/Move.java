package io.averment.stack.upgrade;

import io.averment.stack.cluster.BrokerView;
import io.averment.stack.cluster.Caller;
import io.averment.stack.cluster.Load;
import io.averment.stack.cluster.Tally;
import io.averment.stack.process.StackFailure;
import io.averment.stack.run.ServiceProgram;
import io.averment.stack.samples.Api;
import io.averment.stack.samples.GeneratedReports;
import io.averment.stack.samples.RecordList;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** All three services moved from one version to the other while reports arrive and readers read; then everything is looked for. */
final class Move {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** For a group to share its partitions anew, on a machine that is busy starting services. */
    private static final Duration SHARE_LIMIT = Duration.ofMinutes(3);

    private static final Duration LOOK = Duration.ofMillis(100);
    /** Each service is seen with both versions beside each other, and then in the other one alone. */
    static final int STATES = 2 * ServiceProgram.values().length;

    private static final int NOT_FOUND = 404;
    /** Reports whose every statement is known, sent in each state and awaited there. */
    private static final int PROBES = 3;

    private final Fleet fleet;
    private final BrokerView broker;
    private final Api api;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final Caller caller;
    private final Load load;
    private final List<String> wrong = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private int probes;

    /**
     * Prepares one.
     *
     * @param api the services at any address; only its tokens are asked for here
     * @param name tells its reports from those of others
     * @param probes the number of its first probe, which is how many there were before
     */
    Move(Fleet fleet, BrokerView broker, Api api, String name, int probes, PrintStream out)
            throws IOException, InterruptedException {
        this.fleet = fleet;
        this.broker = broker;
        this.api = api;
        this.out = out;
        this.probes = probes;
        this.caller = new Caller(api, tally);
        this.load = new Load(fleet, caller, new Caller(api, new Tally()), tally, name, PATIENCE, out);
    }

    /**
     * Moves the services in the order in which a report passes them, so that each reads what the other version of the one before it wrote.
     *
     * @param rate articles a second
     * @param articles how many are accepted in each state before the next one, each in two revisions
     * @return what was not as it must be, in lines for people
     */
    List<String> run(Version from, Version to, int rate, int articles) throws IOException, InterruptedException {
        try (ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Boolean> sending = thread.submit(() -> load.run(rate, Duration.ofHours(1)));
            boolean moved = false;
            try {
                for (ServiceProgram service : ServiceProgram.values()) {
                    move(service, from, to, articles);
                }
                moved = true;
            } finally {
                load.stop();
                if (!moved) {
                    // What was accepted need not be looked for.
                    sending.cancel(true);
                }
            }
            require(result(sending), "not everything that was accepted is in the record");
        }
        require(tally.failures() == 0, tally.failures() + " requests failed without being told to come again");
        require(load.givenUp() == 0, load.givenUp() + " requests were given up");
        awaitQuiet();
        lookForEverything();
        return wrong;
    }

    /** How many probes there are with those of this move. */
    int probes() {
        return probes;
    }

    private static boolean result(Future<Boolean> sending) throws InterruptedException {
        try {
            return sending.get();
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug.getCause());
        }
    }

    private void move(ServiceProgram service, Version from, Version to, int articles)
            throws IOException, InterruptedException {
        Duration start = fleet.join(service, to);
        say(service, to.label() + " beside " + from.label() + ", ready after " + seconds(start));
        Optional<Consumption> consumption = Consumption.of(service);
        if (consumption.isPresent()) {
            requireShared(consumption.get(), 2 * Fleet.CONSUMERS);
        }
        stay(service, articles);
        String under = underWay();
        Duration end = fleet.leave(service, from);
        say(service, from.label() + " ended after " + seconds(end) + ", while " + under);
        if (consumption.isPresent()) {
            requireShared(consumption.get(), Fleet.CONSUMERS);
        }
        stay(service, articles);
    }

    private void requireShared(Consumption consumption, int members) throws IOException, InterruptedException {
        require(
                broker.shares(consumption.group(), consumption.topic(), members, SHARE_LIMIT, out),
                consumption.topic() + " is not shared by " + members + " members of " + consumption.group());
    }

    private String underWay() throws IOException, InterruptedException {
        List<String> waiting = new ArrayList<>();
        for (ServiceProgram service : ServiceProgram.values()) {
            Optional<Consumption> consumption = Consumption.of(service);
            if (consumption.isPresent()) {
                waiting.add(broker.waiting(
                                consumption.get().group(), consumption.get().topic()) + " messages on "
                        + consumption.get().topic());
            }
        }
        return String.join(" and ", waiting) + " were not done with";
    }

    /** Until so many articles more were accepted, and what was sent now is in the record. */
    private void stay(ServiceProgram service, int articles) throws IOException, InterruptedException {
        int enough = load.revisions() + 2 * articles;
        long began = System.nanoTime();
        List<String> sent = new ArrayList<>();
        for (int probe = 0; probe < PROBES; probe++) {
            sent.add(sendProbe());
        }
        for (String id : sent) {
            awaitProbe(id, began);
        }
        long through = System.nanoTime() - began;
        while (load.revisions() < enough) {
            requireGoingOn(began, "fewer reports than asked for were accepted");
            pause();
        }
        say(
                service,
                "reports of this state are in the record after " + seconds(Duration.ofNanos(through))
                        + "; accepted so far " + load.revisions() + " revisions");
    }

    private String sendProbe() throws IOException, InterruptedException {
        String report = GeneratedReports.report(probes++).body();
        return caller.call("ingest", () -> Caller.post(fleet.ingest() + "/v1/articles", report), 0, PATIENCE)
                .orElseThrow(() -> new StackFailure("ingest-service accepts nothing any more"))
                .json()
                .path("id")
                .asText();
    }

    private void awaitProbe(String id, long began) throws IOException, InterruptedException {
        while (true) {
            Optional<Caller.Answer> answer = caller.call(
                    "query", () -> Caller.get(fleet.query() + "/v1/articles/" + id), NOT_FOUND, Duration.ZERO);
            if (answer.isPresent() && answer.get().status() != NOT_FOUND) {
                return;
            }
            requireGoingOn(began, "a report of this state is not in the record");
            pause();
        }
    }

    private void pause() throws InterruptedException {
        never.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void requireGoingOn(long began, String otherwise) throws StackFailure {
        fleet.requireAlive();
        if (System.nanoTime() - began > PATIENCE.toNanos()) {
            throw new StackFailure("After " + PATIENCE.toMinutes() + " min " + otherwise + ".");
        }
    }

    /** Until both groups are done with everything. */
    private void awaitQuiet() throws IOException, InterruptedException {
        long began = System.nanoTime();
        for (ServiceProgram service : ServiceProgram.values()) {
            Optional<Consumption> consumption = Consumption.of(service);
            while (consumption.isPresent()
                    && broker.waiting(
                                    consumption.get().group(), consumption.get().topic())
                            > 0) {
                requireGoingOn(began, consumption.get().group() + " is not done with everything");
                pause();
            }
        }
    }

    private void lookForEverything() throws IOException, InterruptedException {
        String token = Caller.patiently(api::token);
        RecordList articles = new RecordList(api.client(), fleet.query() + "/v1/articles", token);
        RecordList statements = new RecordList(api.client(), fleet.query() + "/v1/statements", token);
        wrong.addAll(Caller.patiently(() -> GeneratedReports.differences(probes, articles, statements)));
        wrong.addAll(Caller.patiently(() -> load.differences(articles, statements)));
        require(broker.deadLetters(out), "there are dead letters");
        require(broker.order(Consumption.ANALYSES, out), "analyses of an article are out of order");
        out.println("broker: analyses by pipeline: " + broker.pipelines(Consumption.ANALYSES));
        fleet.requireAlive();
    }

    private void require(boolean right, String otherwise) {
        if (!right) {
            wrong.add(otherwise);
        }
    }

    private void say(ServiceProgram service, String what) {
        out.println(service.module() + ": " + what);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
