package io.averment.stack.cluster;

import io.averment.stack.commandline.UsageFailure;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Tries connections of which some are to be made and all others refused, until it is so or the time is over. */
final class Connections {

    private static final int LIMIT_MILLIS = 2_000;

    private final List<Attempt> attempts;

    private Connections(List<Attempt> attempts) {
        this.attempts = attempts;
    }

    /**
     * One connection.
     *
     * @param name what is tried, for people
     * @param expected whether it is to be made
     */
    private record Attempt(String name, String host, int port, boolean expected) {

        boolean succeeds() {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), LIMIT_MILLIS);
                return true;
            } catch (IOException refused) {
                return false;
            }
        }
    }

    /** @param words each {@code +NAME=HOST:PORT} for one that is to be made, {@code %NAME=HOST:PORT} for one that is not */
    static Connections parse(List<String> words) throws UsageFailure {
        List<Attempt> attempts = new ArrayList<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            int colon = word.lastIndexOf(':');
            boolean signed = word.startsWith("+") || word.startsWith("%");
            if (!signed
                    || equals < 2
                    || colon < equals
                    || !word.substring(colon + 1).matches("[0-9]{1,5}")) {
                throw new UsageFailure("not an attempt like +ingest=HOST:PORT or %ingest=HOST:PORT: " + word);
            }
            attempts.add(new Attempt(
                    word.substring(1, equals),
                    word.substring(equals + 1, colon),
                    Integer.parseInt(word.substring(colon + 1)),
                    word.charAt(0) == '+'));
        }
        return new Connections(attempts);
    }

    /** Tries all at once, again and again. True if at the last everything was as expected. */
    boolean run(Duration limit, PrintStream out) throws InterruptedException {
        long began = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        while (true) {
            List<Boolean> made = attempt();
            boolean right = true;
            for (int i = 0; i < attempts.size(); i++) {
                right &= made.get(i) == attempts.get(i).expected();
            }
            if (right || System.nanoTime() - began > limit.toNanos()) {
                for (int i = 0; i < attempts.size(); i++) {
                    Attempt attempt = attempts.get(i);
                    out.println("connection: " + attempt.name() + " " + (made.get(i) ? "made" : "refused")
                            + (made.get(i) == attempt.expected() ? "" : ", which it must not be"));
                }
                out.println("verdict: " + (right ? "as drawn" : "not as drawn"));
                return right;
            }
            never.await(1, TimeUnit.SECONDS);
        }
    }

    private List<Boolean> attempt() throws InterruptedException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Boolean> made = new ArrayList<>();
            for (Future<Boolean> answer : threads.invokeAll(attempts.stream()
                    .map(each -> (Callable<Boolean>) each::succeeds)
                    .toList())) {
                made.add(answer.get());
            }
            return made;
        } catch (ExecutionException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
