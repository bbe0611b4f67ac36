package io.averment.analysis.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.analysis.syntax.Transitions;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OracleTest {

    /** Follows the cheapest transitions; gives how much they cost. */
    private static int follow(Oracle oracle, Transitions state) {
        int cost = 0;
        while (!state.isFinal()) {
            int best = -1;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i < Transitions.COUNT; i++) {
                if (state.isAllowed(i) && oracle.cost(state, i) < least) {
                    least = oracle.cost(state, i);
                    best = i;
                }
            }
            cost += least;
            state.apply(best);
        }
        return cost;
    }

    private static int[] randomProjectiveTree(int length, Random random) {
        int[] heads = new int[length];
        attach(heads, 0, length, length, random);
        return heads;
    }

    /** Gives the tokens from {@code from} to {@code to} one head outside, by one of them that heads the others. */
    private static void attach(int[] heads, int from, int to, int head, Random random) {
        if (from >= to) {
            return;
        }
        int top = from + random.nextInt(to - from);
        heads[top] = head;
        int left = from + random.nextInt(top - from + 1);
        attach(heads, from, left, top, random);
        attach(heads, left, top, top, random);
        int right = top + 1 + random.nextInt(to - top);
        attach(heads, top + 1, right, top, random);
        attach(heads, right, to, top, random);
    }

    @Test
    void buildTreeWithoutCost() {
        int[] heads = {1, 3, 1, 5, 3};
        Transitions state = new Transitions(5);
        assertEquals(0, follow(new Oracle(heads), state));
        assertArrayEquals(heads, state.heads());
    }

    @Test
    void buildEveryProjectiveTree() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            int[] heads = randomProjectiveTree(1 + random.nextInt(12), random);
            Transitions state = new Transitions(heads.length);
            assertEquals(0, follow(new Oracle(heads), state));
            assertArrayEquals(heads, state.heads());
        }
    }

    /** From any state, the costs paid to the end are the arcs that the result lacks. */
    @Test
    void tellHowManyArcsAreLost() {
        Random random = new Random(2);
        for (int round = 0; round < 500; round++) {
            int[] heads = randomProjectiveTree(2 + random.nextInt(10), random);
            Oracle oracle = new Oracle(heads);
            Transitions state = new Transitions(heads.length);
            int cost = 0;
            for (int step = 0; step < 3 && !state.isFinal(); step++) {
                int transition = random.nextInt(Transitions.COUNT);
                if (state.isAllowed(transition)) {
                    cost += oracle.cost(state, transition);
                    state.apply(transition);
                }
            }
            cost += follow(oracle, state);
            int lost = 0;
            for (int i = 0; i < heads.length; i++) {
                lost += state.heads()[i] == heads[i] ? 0 : 1;
            }
            assertEquals(lost, cost);
        }
    }
}
