package io.averment.analysis.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes one automaton of many patterns: positions after Glushkov (1961), then the construction by subsets. Patterns have no repetition,
 * so the automaton has no cycle. For one thread.
 */
final class AutomatonBuilder {

    /** More states than this mean that a pattern has too many options to be kept apart. */
    private static final int MOST = 200_000;

    /** What may begin and end a piece, as positions. */
    private record Ends(boolean nullable, List<Integer> first, List<Integer> last) {}

    private final List<Integer> symbols = new ArrayList<>();
    private final List<Integer> rules = new ArrayList<>();
    private final List<List<Integer>> followers = new ArrayList<>();
    private final List<Integer> starts = new ArrayList<>();
    private final boolean[] accepts;

    private final Map<List<Integer>, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> subsets = new ArrayList<>();

    AutomatonBuilder(List<PatternReader.Piece> patterns) {
        List<Integer> ends = new ArrayList<>();
        for (int rule = 0; rule < patterns.size(); rule++) {
            Ends whole = build(patterns.get(rule), rule);
            starts.addAll(whole.first());
            ends.addAll(whole.last());
        }
        accepts = new boolean[symbols.size()];
        ends.forEach(position -> accepts[position] = true);
    }

    private Ends build(PatternReader.Piece piece, int rule) {
        return switch (piece) {
            case PatternReader.Piece.Symbol(int number) -> {
                symbols.add(number);
                rules.add(rule);
                followers.add(new ArrayList<>());
                List<Integer> self = List.of(symbols.size() - 1);
                yield new Ends(false, self, self);
            }
            case PatternReader.Piece.Option(PatternReader.Piece inner) -> {
                Ends ends = build(inner, rule);
                yield new Ends(true, ends.first(), ends.last());
            }
            case PatternReader.Piece.Choice(List<PatternReader.Piece> pieces) -> {
                boolean nullable = false;
                List<Integer> first = new ArrayList<>();
                List<Integer> last = new ArrayList<>();
                for (PatternReader.Piece each : pieces) {
                    Ends ends = build(each, rule);
                    nullable |= ends.nullable();
                    first.addAll(ends.first());
                    last.addAll(ends.last());
                }
                yield new Ends(nullable, first, last);
            }
            case PatternReader.Piece.Sequence(List<PatternReader.Piece> pieces) -> sequence(pieces, rule);
        };
    }

    private Ends sequence(List<PatternReader.Piece> pieces, int rule) {
        boolean nullable = true;
        List<Integer> first = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        for (PatternReader.Piece each : pieces) {
            Ends ends = build(each, rule);
            last.forEach(position -> followers.get(position).addAll(ends.first()));
            if (nullable) {
                first.addAll(ends.first());
            }
            if (!ends.nullable()) {
                last.clear();
            }
            last.addAll(ends.last());
            nullable &= ends.nullable();
        }
        return new Ends(nullable, first, last);
    }

    /** The automaton of all patterns. */
    Automaton build() {
        List<Integer> firsts = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        List<Integer> targets = new ArrayList<>();
        List<Integer> accepted = new ArrayList<>();
        subsets.add(List.of());
        for (int state = 0; state < subsets.size(); state++) {
            firsts.add(labels.size());
            accepted.add(acceptedBy(subsets.get(state)));
            Map<Integer, List<Integer>> bySymbol = new TreeMap<>();
            for (int position : reachable(state)) {
                bySymbol.computeIfAbsent(symbols.get(position), key -> new ArrayList<>())
                        .add(position);
            }
            bySymbol.forEach((symbol, positions) -> {
                labels.add(symbol);
                targets.add(number(positions));
            });
        }
        firsts.add(labels.size());
        return new Automaton(ints(firsts), ints(labels), ints(targets), ints(accepted));
    }

    private int[] reachable(int state) {
        List<Integer> all = state == Automaton.START
                ? starts
                : subsets.get(state).stream()
                        .flatMap(position -> followers.get(position).stream())
                        .toList();
        return all.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
    }

    private int number(List<Integer> positions) {
        return numbers.computeIfAbsent(positions, key -> {
            if (subsets.size() == MOST) {
                throw new IllegalStateException("The patterns need more than " + MOST + " states");
            }
            subsets.add(key);
            return subsets.size() - 1;
        });
    }

    private int acceptedBy(List<Integer> positions) {
        return positions.stream()
                .filter(position -> accepts[position])
                .mapToInt(rules::get)
                .min()
                .orElse(-1);
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
