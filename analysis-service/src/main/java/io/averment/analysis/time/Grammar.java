package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The patterns as one automaton whose states are the symbols of the patterns (Glushkov 1961): a state says which states may come
 * next and whether its pattern may end here. Immutable; a {@link Matcher} of it is for one thread. A match reads at most
 * {@link #LONGEST} items, so matching at every item is linear.
 */
final class Grammar {

    /** The most items that a match may have. */
    static final int LONGEST = 16;

    private static final int[] NONE = {};

    /** A piece as the construction sees it. */
    private record Ends(boolean nullable, List<Integer> first, List<Integer> last) {}

    final KnowledgeFile file;
    private final Phrases phrases;
    private final int firstPhrase;
    private final Map<String, Integer> literals;
    private final List<Reading> readings = new ArrayList<>();
    private final List<Integer> symbols = new ArrayList<>();
    private final List<Integer> rules = new ArrayList<>();
    private final List<List<Integer>> followers = new ArrayList<>();
    private final int[] symbolOf;
    private final int[] ruleOf;
    private final boolean[] isLast;
    private final int[][] next;
    private final int[][] starts;

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file breaks its format */
    Grammar(KnowledgeFile file, Phrases phrases) {
        this.file = file;
        this.phrases = phrases;
        PatternReader reader = new PatternReader(file);
        List<Integer> ends = new ArrayList<>();
        Map<Integer, List<Integer>> begins = new HashMap<>();
        List<PatternReader.Rule> all = new ArrayList<>(reader.rules());
        firstPhrase = all.size();
        phrases.all().forEach(phrase -> all.add(reader.phrase(phrase.words())));
        literals = Map.copyOf(reader.literals());
        for (PatternReader.Rule rule : all) {
            Ends whole = build(rule.piece());
            readings.add(rule.reading());
            whole.first().forEach(state -> begins.computeIfAbsent(symbols.get(state), key -> new ArrayList<>())
                    .add(state));
            ends.addAll(whole.last());
        }
        symbolOf = ints(symbols);
        ruleOf = ints(rules);
        isLast = new boolean[symbolOf.length];
        ends.forEach(state -> isLast[state] = true);
        next = new int[symbolOf.length][];
        for (int i = 0; i < next.length; i++) {
            next[i] = ints(followers.get(i));
        }
        starts = new int[Kind.values().length + literals.size()][];
        Arrays.fill(starts, NONE);
        begins.forEach((symbol, states) -> starts[symbol] = ints(states));
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    private Ends build(PatternReader.Piece piece) {
        return switch (piece) {
            case PatternReader.Piece.Symbol(int number) -> {
                symbols.add(number);
                rules.add(readings.size());
                followers.add(new ArrayList<>());
                List<Integer> self = List.of(symbols.size() - 1);
                yield new Ends(false, self, self);
            }
            case PatternReader.Piece.Option(PatternReader.Piece inner) -> {
                Ends ends = build(inner);
                yield new Ends(true, ends.first(), ends.last());
            }
            case PatternReader.Piece.Choice(List<PatternReader.Piece> pieces) -> {
                boolean nullable = false;
                List<Integer> first = new ArrayList<>();
                List<Integer> last = new ArrayList<>();
                for (PatternReader.Piece each : pieces) {
                    Ends ends = build(each);
                    nullable |= ends.nullable();
                    first.addAll(ends.first());
                    last.addAll(ends.last());
                }
                yield new Ends(nullable, first, last);
            }
            case PatternReader.Piece.Sequence(List<PatternReader.Piece> pieces) -> sequence(pieces);
        };
    }

    private Ends sequence(List<PatternReader.Piece> pieces) {
        boolean nullable = true;
        List<Integer> first = new ArrayList<>();
        List<Integer> last = new ArrayList<>();
        for (PatternReader.Piece each : pieces) {
            Ends ends = build(each);
            last.forEach(state -> followers.get(state).addAll(ends.first()));
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

    /** The words that patterns name, with their numbers. */
    Map<String, Integer> literals() {
        return literals;
    }

    /** Finds the longest match from an item. Reused for all items of a text; for one thread. */
    final class Matcher {

        private final int[] states = new int[LONGEST * 512];
        private final int[] from = new int[states.length];
        private final int[] senses = new int[states.length];
        private final int[] seen = new int[symbolOf.length];
        private int stamp;
        private int best = -1;

        /** Sense of each item of the last match: an index for {@link Items#kind} and {@link Items#value}. */
        private final int[] path = new int[LONGEST];

        private int length;
        private Reading reading = Reading.FIXED;

        /** How many items the longest match from {@code item} has, {@code limit} at most; 0 when nothing matches. */
        int match(Items items, int item, int limit) {
            best = -1;
            length = 0;
            int count = 0;
            stamp++;
            for (int s = items.firstSense(item); s < items.firstSense(item + 1); s++) {
                for (int state : starts[items.symbol(s)]) {
                    count = add(state, -1, s, count, 1);
                }
            }
            int begin = 0;
            for (int depth = 1; depth < limit && item + depth < items.size() && begin < count; depth++) {
                int end = count;
                stamp++;
                for (int i = begin; i < end; i++) {
                    count = step(items, item + depth, i, count, depth + 1);
                }
                begin = end;
            }
            trace();
            return length;
        }

        private int step(Items items, int item, int at, int count, int depth) {
            int grown = count;
            for (int state : next[states[at]]) {
                for (int s = items.firstSense(item); s < items.firstSense(item + 1); s++) {
                    if (items.symbol(s) == symbolOf[state]) {
                        grown = add(state, at, s, grown, depth);
                    }
                }
            }
            return grown;
        }

        private int add(int state, int before, int sense, int count, int depth) {
            if (seen[state] == stamp || count == states.length) {
                return count;
            }
            seen[state] = stamp;
            states[count] = state;
            from[count] = before;
            senses[count] = sense;
            if (isLast[state] && (depth > length || ruleOf[state] < ruleOf[states[best]])) {
                best = count;
                length = depth;
            }
            return count + 1;
        }

        private void trace() {
            if (best < 0) {
                return;
            }
            reading = readings.get(ruleOf[states[best]]);
            int at = best;
            for (int i = length - 1; i >= 0; i--) {
                path[i] = senses[at];
                at = from[at];
            }
        }

        /** The phrase that matched, where the reading is {@link Reading#FIXED}. */
        Phrases.Phrase phrase() {
            return phrases.all().get(ruleOf[states[best]] - firstPhrase);
        }

        Reading reading() {
            return reading;
        }

        int sense(int index) {
            return path[index];
        }
    }
}
