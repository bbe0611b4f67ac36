package io.averment.analysis.time;

import io.averment.analysis.knowledge.KnowledgeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The patterns as one deterministic automaton over symbols: classes and words. Immutable; a {@link Matcher} of it is for one thread. A
 * match has at most {@link #LONGEST} items, so matching at every item is linear.
 */
final class Grammar {

    /** The most items that a match may have. */
    static final int LONGEST = 16;

    /** The most ways of reading a stretch that are followed at once; what is beyond is not read. */
    private static final int WIDEST = 64;

    final KnowledgeFile file;
    private final Phrases phrases;
    private final Map<String, Integer> literals;
    private final List<Reading> readings = new ArrayList<>();
    private final Automaton automaton;

    /** @throws io.averment.analysis.knowledge.KnowledgeException if the file breaks its format */
    Grammar(KnowledgeFile file, Phrases phrases) {
        this.file = file;
        this.phrases = phrases;
        PatternReader reader = new PatternReader(file);
        List<PatternReader.Rule> all = new ArrayList<>();
        phrases.all().forEach(phrase -> all.add(reader.phrase(phrase.words())));
        all.addAll(reader.rules());
        all.forEach(rule -> readings.add(rule.reading()));
        literals = Map.copyOf(reader.literals());
        automaton =
                new AutomatonBuilder(all.stream().map(PatternReader.Rule::piece).toList()).build();
    }

    /** The words that patterns name, with their numbers. */
    Map<String, Integer> literals() {
        return literals;
    }

    /** Finds the longest match from an item. Reused for all items of a text; for one thread. */
    final class Matcher {

        private final int[] states = new int[LONGEST * WIDEST];
        private final int[] from = new int[states.length];
        private final int[] senses = new int[states.length];
        private int count;
        private int best = -1;
        private int bestRule;

        /** Sense of each item of the last match: an index for {@link Items#kind} and {@link Items#value}. */
        private final int[] path = new int[LONGEST];

        private int length;

        /** How many items the longest match from {@code item} has, {@code limit} at most; 0 when nothing matches. */
        int match(Items items, int item, int limit) {
            best = -1;
            length = 0;
            count = 0;
            extend(items, item, -1, Automaton.START, 1);
            int begin = 0;
            for (int depth = 1; depth < limit && item + depth < items.size() && begin < count; depth++) {
                int end = count;
                for (int i = begin; i < end; i++) {
                    extend(items, item + depth, i, states[i], depth + 1);
                }
                begin = end;
            }
            trace();
            return length;
        }

        private void extend(Items items, int item, int before, int state, int depth) {
            int end = items.firstSense(item + 1);
            for (int s = items.firstSense(item); s < end && count < states.length; s++) {
                int next = automaton.next(state, items.symbol(s));
                if (next < 0) {
                    continue;
                }
                states[count] = next;
                from[count] = before;
                senses[count] = s;
                int rule = automaton.rule(next);
                if (rule >= 0 && (depth > length || rule < bestRule)) {
                    best = count;
                    bestRule = rule;
                    length = depth;
                }
                count++;
            }
        }

        private void trace() {
            int at = best;
            for (int i = length - 1; i >= 0; i--) {
                path[i] = senses[at];
                at = from[at];
            }
        }

        /** The phrase that matched, where the reading is {@link Reading#FIXED}. */
        Phrases.Phrase phrase() {
            return phrases.all().get(bestRule);
        }

        Reading reading() {
            return readings.get(bestRule);
        }

        int sense(int index) {
            return path[index];
        }
    }
}
