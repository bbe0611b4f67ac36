package io.averment.stack.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;

/**
 * Shows what is waited for, and how long what is there has taken. On a terminal one line moves; elsewhere each event is a line.
 * Thread-safe.
 */
final class Progress implements AutoCloseable {

    private static final Duration STEP = Duration.ofMillis(250);
    private static final String BACK = "\r\033[K";

    private final PrintStream out;
    private final boolean terminal;
    private final long began = System.nanoTime();
    private final Set<String> awaited = new LinkedHashSet<>();
    private final Timer ticks = new Timer("progress", true);

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        if (terminal) {
            ticks.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            show();
                        }
                    },
                    STEP.toMillis(),
                    STEP.toMillis());
        }
    }

    /** Adds something to what is waited for. */
    synchronized void await(Set<String> names) {
        awaited.addAll(names);
        if (terminal) {
            show();
        } else {
            out.println("  waiting for " + String.join(", ", awaited));
        }
    }

    /** Something is there. */
    synchronized void ready(String name, Duration took) {
        awaited.remove(name);
        out.printf(Locale.ROOT, "%s  %-18s %5.1f s%n", terminal ? BACK : "", name, took.toMillis() / 1000.0);
        if (terminal) {
            show();
        }
    }

    private synchronized void show() {
        if (awaited.isEmpty()) {
            return;
        }
        out.printf(
                Locale.ROOT,
                "%s  waiting for %s (%d s)",
                BACK,
                String.join(", ", awaited),
                elapsed().toSeconds());
        out.flush();
    }

    /** Since this was made. */
    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Takes the moving line away. */
    @Override
    public synchronized void close() {
        ticks.cancel();
        awaited.clear();
        if (terminal) {
            out.print(BACK);
            out.flush();
        }
    }
}
