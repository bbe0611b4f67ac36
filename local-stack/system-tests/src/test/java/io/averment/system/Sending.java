package io.averment.system;

import io.averment.stack.samples.Api;
import io.averment.stack.samples.GeneratedReports;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A client that wants all of its reports accepted: it sends each until ingest-service says that it has it, whatever fails on the
 * way. How many it may send is given out in portions. Thread-safe.
 */
final class Sending implements AutoCloseable {

    private static final int THREADS = 4;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final String token;
    private final int count;
    private final Semaphore allowed = new Semaphore(0);
    private final AtomicInteger next = new AtomicInteger();
    private final Map<Integer, Api.Acceptance> accepted = new ConcurrentHashMap<>();
    private final CountDownLatch stopped = new CountDownLatch(1);

    Sending(Api api, String token, int count) {
        this.api = api;
        this.token = token;
        this.count = count;
        for (int i = 0; i < THREADS; i++) {
            Thread.ofPlatform().daemon().name("sending-" + i).start(this::send);
        }
    }

    void allow(int reports) {
        allowed.release(reports);
    }

    /** What was answered to each report so far. */
    Map<Integer, Api.Acceptance> accepted() {
        return Map.copyOf(accepted);
    }

    /** Waits until so many are accepted; false if that takes longer than {@code limit}. */
    boolean awaitAccepted(int reports, Duration limit) throws InterruptedException {
        return Awaiting.holds(limit, () -> accepted.size() >= reports);
    }

    private void send() {
        try {
            while (true) {
                allowed.acquire();
                int number = next.getAndIncrement();
                if (number >= count) {
                    return;
                }
                while (!sent(number)) {
                    if (stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                        return;
                    }
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean sent(int number) throws InterruptedException {
        try {
            accepted.put(number, api.send(token, GeneratedReports.report(number)));
            return true;
        } catch (IOException notAccepted) {
            return false;
        }
    }

    @Override
    public void close() {
        stopped.countDown();
        allowed.release(THREADS);
        next.set(count);
    }
}
