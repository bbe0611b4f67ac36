package io.averment.stack.bench;

import java.util.Arrays;
import java.util.Locale;

/** How long each of many like requests took. Thread-safe. */
final class Latencies {
    private long[] nanos = new long[1024];
    private int count;

    synchronized void add(long took) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = took;
    }

    synchronized int count() {
        return count;
    }

    /** In milliseconds; the smallest value that this share of the requests did not exceed, NaN without requests. */
    synchronized double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)] / 1e6;
    }

    /** Count, median, 95th and 99th percentile and the longest, in milliseconds. */
    String row(String name) {
        return String.format(
                Locale.ROOT,
                "  %-34s %7d %8.1f %8.1f %8.1f %8.1f",
                name,
                count(),
                percentile(0.5),
                percentile(0.95),
                percentile(0.99),
                percentile(1));
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "  %-34s %7s %8s %8s %8s %8s",
                "milliseconds",
                "count",
                "median",
                "95 %",
                "99 %",
                "longest");
    }
}
