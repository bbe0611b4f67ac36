package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Precision and recall of spans, exact at both ends, summed over texts. Not thread-safe. */
final class SpanScore {

    private long expected;
    private long found;
    private long right;

    void add(List<Span> gold, List<Span> predicted) {
        Set<Span> wanted = new HashSet<>(gold);
        expected += gold.size();
        found += predicted.size();
        right += predicted.stream().filter(wanted::contains).count();
    }

    /** Harmonic mean of precision and recall, in percent. */
    double f1() {
        return expected + found == 0 ? 100 : 200.0 * right / (expected + found);
    }
}
