package io.averment.analysis.time;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    private final Map<Subset, Integer> numbers = new HashMap<>();
    private final List<Subset> subsets = new ArrayList<>();
    private final List<Integer> firsts = new ArrayList<>();
    private final List<Integer> labels = new ArrayList<>();
    private final List<Integer> targets = new ArrayList<>();
    private final List<Integer> accepted = new ArrayList<>();

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
        int[][] next = new int[symbols.size()][];
        for (int i = 0; i < next.length; i++) {
            next[i] = ints(followers.get(i));
        }
        subsets.add(new Subset(new int[0]));
        for (int state = 0; state < subsets.size(); state++) {
            firsts.add(labels.size());
            accepted.add(acceptedBy(subsets.get(state)));
            addTransitions(
                    state == Automaton.START ? ints(starts) : subsets.get(state).union(next));
        }
        firsts.add(labels.size());
        return new Automaton(ints(firsts), ints(labels), ints(targets), ints(accepted));
    }

    /** Adds a transition for each symbol of the positions that may come next. */
    private void addTransitions(int[] positions) {
        long[] keys = new long[positions.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) symbols.get(positions[i]) << Integer.SIZE | positions[i];
        }
        Arrays.sort(keys);
        for (int from = 0; from < keys.length; ) {
            int symbol = (int) (keys[from] >>> Integer.SIZE);
            int[] run = new int[keys.length - from];
            int size = 0;
            int to = from;
            for (; to < keys.length && (int) (keys[to] >>> Integer.SIZE) == symbol; to++) {
                if (to == from || keys[to] != keys[to - 1]) {
                    run[size++] = (int) keys[to];
                }
            }
            labels.add(symbol);
            targets.add(number(new Subset(Arrays.copyOf(run, size))));
            from = to;
        }
    }

    private int number(Subset subset) {
        Integer known = numbers.get(subset);
        if (known != null) {
            return known;
        }
        if (subsets.size() == MOST) {
            throw new IllegalStateException("The patterns need more than " + MOST + " states");
        }
        numbers.put(subset, subsets.size());
        subsets.add(subset);
        return subsets.size() - 1;
    }

    private int acceptedBy(Subset subset) {
        int least = -1;
        for (int position : subset.positions) {
            if (accepts[position] && (least < 0 || rules.get(position) < least)) {
                least = rules.get(position);
            }
        }
        return least;
    }

    private static int[] ints(List<Integer> list) {
        int[] values = new int[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i);
        }
        return values;
    }

    /** Positions in ascending order. */
    private static final class Subset {

        private final int[] positions;

        Subset(int[] positions) {
            this.positions = positions;
        }

        /** What follows any of the positions; some may be there twice. */
        int[] union(int[][] next) {
            int size = 0;
            for (int position : positions) {
                size += next[position].length;
            }
            int[] all = new int[size];
            int to = 0;
            for (int position : positions) {
                System.arraycopy(next[position], 0, all, to, next[position].length);
                to += next[position].length;
            }
            return all;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Subset that && Arrays.equals(positions, that.positions);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(positions);
        }
    }
}
