package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import io.averment.analysis.time.TimeExpression;
import java.util.ArrayList;
import java.util.List;

/**
 * How many time expressions are found and read, as TempEval-3 counts: marked and found ones are paired one to one where they overlap,
 * equal spans first. Not thread-safe; quadratic in the expressions of one text.
 */
final class TimeScore {

    private int marked;
    private int found;
    private int paired;
    private int exact;
    private int valued;
    private int typed;

    void add(List<GoldTime> gold, List<TimeExpression> times) {
        marked += gold.size();
        found += times.size();
        boolean[] used = new boolean[times.size()];
        List<GoldTime> left = new ArrayList<>();
        for (GoldTime each : gold) {
            int match = firstFree(times, used, each.span(), true);
            if (match < 0) {
                left.add(each);
            } else {
                exact++;
                pair(each, times.get(match));
            }
        }
        for (GoldTime each : left) {
            int match = firstFree(times, used, each.span(), false);
            if (match >= 0) {
                pair(each, times.get(match));
            }
        }
    }

    private static int firstFree(List<TimeExpression> times, boolean[] used, Span span, boolean isExact) {
        for (int i = 0; i < used.length; i++) {
            Span other = times.get(i).span();
            boolean overlaps = other.start() < span.end() && span.start() < other.end();
            if (!used[i] && (isExact ? other.equals(span) : overlaps)) {
                used[i] = true;
                return i;
            }
        }
        return -1;
    }

    private void pair(GoldTime gold, TimeExpression time) {
        paired++;
        valued += gold.value().equals(time.value()) ? 1 : 0;
        typed += gold.type().equals(time.type().name()) ? 1 : 0;
    }

    /** Same span, in percent. */
    double strictF1() {
        return f1(exact);
    }

    /** Overlapping. */
    double relaxedF1() {
        return f1(paired);
    }

    /** Overlapping and of the same value. */
    double valueF1() {
        return f1(valued);
    }

    double valueRecall() {
        return marked == 0 ? 100 : 100.0 * valued / marked;
    }

    /** Of the pairs, how many have the same type. */
    double types() {
        return paired == 0 ? 100 : 100.0 * typed / paired;
    }

    private double f1(int right) {
        return marked + found == 0 ? 100 : 200.0 * right / (marked + found);
    }
}
