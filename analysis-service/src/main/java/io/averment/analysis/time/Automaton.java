package io.averment.analysis.time;

/** A deterministic automaton over symbols: each state's transitions, ordered by symbol, and the rule that it accepts. Immutable. */
final class Automaton {

    static final int START = 0;

    private final int[] firsts;
    private final int[] symbols;
    private final int[] targets;
    private final int[] rules;

    /**
     * @param firsts where the transitions of each state begin, and one more
     * @param symbols of all transitions, ascending within a state
     * @param targets the state behind each transition
     * @param rules the first rule that each state accepts, -1 for none
     */
    Automaton(int[] firsts, int[] symbols, int[] targets, int[] rules) {
        this.firsts = firsts;
        this.symbols = symbols;
        this.targets = targets;
        this.rules = rules;
    }

    /** The state behind a symbol, or -1. */
    int next(int state, int symbol) {
        int low = firsts[state];
        int high = firsts[state + 1] - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (symbols[middle] == symbol) {
                return targets[middle];
            }
            if (symbols[middle] < symbol) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    /** The first rule that ends here, or -1. */
    int rule(int state) {
        return rules[state];
    }
}
