package io.averment.system;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waiting for something to become true. */
final class Awaiting {

    private static final long STEP_MILLIS = 50;

    private Awaiting() {}

    /** Whether something holds; an exception means "not yet". */
    @FunctionalInterface
    interface Condition {
        boolean holds() throws IOException, InterruptedException;
    }

    /** Asks again and again until the condition holds; false after {@code limit}. */
    static boolean holds(Duration limit, Condition condition) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holdsNow(condition)) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            never.await(STEP_MILLIS, TimeUnit.MILLISECONDS);
        }
        return true;
    }

    private static boolean holdsNow(Condition condition) throws InterruptedException {
        try {
            return condition.holds();
        } catch (IOException notYet) {
            return false;
        }
    }
}
