package io.averment.analysis.training;

import io.averment.analysis.syntax.Transitions;

/**
 * The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013): how many arcs of the gold tree can no longer be reached
 * after a transition, from any state. The tree must be projective. A call is linear in stack and buffer.
 */
final class Oracle {

    private final int[] heads;

    /** @param heads of a projective tree; the number of tokens stands for the root */
    Oracle(int[] heads) {
        this.heads = heads;
    }

    /** Arcs that a transition, which must be allowed, makes unreachable. */
    int cost(Transitions state, int transition) {
        return switch (transition) {
            case Transitions.SHIFT -> shiftCost(state);
            case Transitions.LEFT -> leftCost(state);
            case Transitions.RIGHT -> rightCost(state);
            default -> throw new IllegalArgumentException("There is no transition " + transition);
        };
    }

    private int shiftCost(Transitions state) {
        int token = state.next();
        int cost = 0;
        for (int place = 0; place < state.depth(); place++) {
            int stacked = state.stack(place);
            if (heads[stacked] == token || (place > 0 && heads[token] == stacked)) {
                cost++;
            }
        }
        return cost;
    }

    private int leftCost(Transitions state) {
        int token = state.stack(0);
        int head = heads[token];
        int cost = childrenFrom(state.next(), token);
        if (head == state.stack(1) || head > state.next()) {
            cost++;
        }
        return cost;
    }

    private int rightCost(Transitions state) {
        int token = state.stack(0);
        int cost = childrenFrom(state.next(), token);
        return heads[token] >= state.next() ? cost + 1 : cost;
    }

    private int childrenFrom(int from, int head) {
        int children = 0;
        for (int i = from; i < heads.length; i++) {
            if (heads[i] == head) {
                children++;
            }
        }
        return children;
    }
}
