package io.averment.analysis.name;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Precision and recall of people, organisations and places, right only with the exact span and type. Not thread-safe. */
public final class NameScore {

    private final long[] gold = new long[NameType.values().length];
    private final long[] found = new long[gold.length];
    private final long[] right = new long[gold.length];

    void add(List<Name> expected, List<Name> predicted) {
        Set<Name> wanted = new HashSet<>(expected);
        expected.forEach(name -> gold[name.type().number()]++);
        for (Name name : predicted) {
            found[name.type().number()]++;
            right[name.type().number()] += wanted.remove(name) ? 1 : 0;
        }
    }

    void add(NameScore other) {
        for (int type = 0; type < gold.length; type++) {
            gold[type] += other.gold[type];
            found[type] += other.found[type];
            right[type] += other.right[type];
        }
    }

    /** Harmonic mean of precision and recall of a type, from 0 to 1. */
    public double f1(NameType type) {
        int i = type.number();
        return f1(right[i], found[i], gold[i]);
    }

    /** Of all types together. */
    public double f1() {
        return f1(sum(right), sum(found), sum(gold));
    }

    public double precision() {
        return sum(right) / (double) Math.max(1, sum(found));
    }

    public double recall() {
        return sum(right) / (double) Math.max(1, sum(gold));
    }

    /** How many names there are. */
    public long names() {
        return sum(gold);
    }

    private static double f1(long right, long found, long gold) {
        return found + gold == 0 ? 0 : 2.0 * right / (found + gold);
    }

    private static long sum(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum += value;
        }
        return sum;
    }
}
