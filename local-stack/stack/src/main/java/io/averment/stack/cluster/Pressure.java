package io.averment.stack.cluster;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Texts as long as they may be, several at a time, for a service that is to run out of memory. */
final class Pressure {

    private static final int SENDERS = 4;
    private static final int LONGEST = 240_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private Pressure() {}

    /** Sends until the time is over; how often it was answered does not matter. */
    static void run(Endpoints endpoints, Caller caller, Duration duration, PrintStream out)
            throws IOException, InterruptedException {
        String paragraph =
                "\"We promised the bridge and we keep our word,\" Mayor Ada Lindqvist told reporters in Port Alda on Monday."
                        + " The council of Keld, which paid for it, said that the loan would be repaid by 30 June 2027.\n\n";
        String report = JSON.writeValueAsString(Map.of(
                "body", paragraph.repeat(LONGEST / paragraph.length()), "publishedAt", "2026-03-09", "language", "en"));
        long began = System.nanoTime();
        out.println("sending");
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            senders.invokeAll(IntStream.range(0, SENDERS)
                    .mapToObj(sender -> Executors.callable(() -> {
                        try {
                            while (System.nanoTime() - began < duration.toNanos()) {
                                caller.call(
                                        "analysis",
                                        () -> Caller.post(endpoints.analysis() + "/v1/analyses", report),
                                        0,
                                        Duration.ZERO);
                            }
                        } catch (InterruptedException interrupted) {
                            Thread.currentThread().interrupt();
                        }
                    }))
                    .toList());
        }
    }
}
