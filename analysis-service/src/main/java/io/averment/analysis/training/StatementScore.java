package io.averment.analysis.training;

import io.averment.analysis.statement.Statement;
import io.averment.analysis.statement.Statement.Kind;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How well the statements of texts were found, summed over texts. A marked statement is found when {@link Pairing} pairs
 * it; end-to-end is found with the right speaker. All figures are percentages. Not thread-safe.
 */
final class StatementScore {

    private final Map<Kind, Count> counts = new EnumMap<>(Kind.class);
    private long statements;
    private long goldCharacters;
    private long foundCharacters;
    private long sharedCharacters;
    private final ReadingScore readings = new ReadingScore();
    private final SaidAtScore times = new SaidAtScore();

    /** Of the marked statements of one kind. */
    private static final class Count {
        private long gold;
        private long paired;
        private long right;
    }

    void add(GoldReport report, List<Statement> found) {
        add(new StatementComparison(report, found));
    }

    private void add(StatementComparison comparison) {
        addCharacters(comparison);
        Pairing pairing = comparison.pairing();
        statements += comparison.found().size();
        List<GoldStatement> marked = comparison.gold().statements();
        for (int i = 0; i < marked.size(); i++) {
            Count count = count(comparison.kind(i));
            count.gold++;
            if (pairing.isGoldPaired(i)) {
                count.paired++;
                count.right += comparison.isSpeakerRight(i) ? 1 : 0;
            }
        }
        readings.add(comparison);
        times.add(comparison);
    }

    private void addCharacters(StatementComparison comparison) {
        BitSet ofGold = new BitSet();
        comparison.goldContents().forEach(content -> content.addTo(ofGold));
        BitSet ofFound = new BitSet();
        comparison.foundContents().forEach(content -> content.addTo(ofFound));
        goldCharacters += ofGold.cardinality();
        foundCharacters += ofFound.cardinality();
        ofGold.and(ofFound);
        sharedCharacters += ofGold.cardinality();
    }

    /** The share of marked statements of a kind that were found. */
    double found(Kind kind) {
        return percent(count(kind).paired, count(kind).gold);
    }

    /** The share of marked statements of a kind that were found with the right speaker. */
    double endToEndRecall(Kind kind) {
        return percent(count(kind).right, count(kind).gold);
    }

    /** F1 of statements found with the right speaker. */
    double endToEndF1() {
        long gold = counts.values().stream().mapToLong(count -> count.gold).sum();
        long right = counts.values().stream().mapToLong(count -> count.right).sum();
        return percent(2 * right, statements + gold);
    }

    /** F1 of characters that are part of the content of any statement. */
    double charactersF1() {
        return percent(2 * sharedCharacters, goldCharacters + foundCharacters);
    }

    /** What else was read of the statements found. */
    ReadingScore readings() {
        return readings;
    }

    /** When they were said. */
    SaidAtScore times() {
        return times;
    }

    private Count count(Kind kind) {
        return counts.computeIfAbsent(kind, key -> new Count());
    }

    /** A share; nothing of nothing is 0. */
    static double percent(long part, long whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
