package io.averment.stack.process;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for something outside this process to become true. */
public final class Waiting {

    private static final Duration STEP = Duration.ofMillis(50);

    private Waiting() {}

    /** Whether something holds; an exception means "not yet". */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** Waits until the process has ended; false if it still runs after {@code limit}. */
    public static boolean forEnd(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillRunning) {
            return false;
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Waits until a condition about a running process holds.
     *
     * @throws StackFailure if the process ends or {@code limit} passes first
     */
    public static void until(Running process, Duration limit, Condition condition)
            throws IOException, InterruptedException {
        until(process, limit, STEP, condition);
    }

    /** The same, looking as often as {@code step} says. */
    public static void until(Running process, Duration limit, Duration step, Condition condition)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holds(condition)) {
            process.requireAlive();
            if (System.nanoTime() - deadline > 0) {
                throw new StackFailure(
                        process.name() + " was not ready within " + limit.toSeconds() + " s; see " + process.log());
            }
            boolean ended = forEnd(process.handle(), step);
            if (ended) {
                process.requireAlive();
            }
        }
    }

    private static boolean holds(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (IOException notYet) {
            return false;
        }
    }
}
