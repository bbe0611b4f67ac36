package io.averment.analysis.syntax;

/**
 * For each token of a sentence the probability of each head, and what follows for a transition: how many arcs of the tree it can be
 * expected to put out of reach, which is the dynamic oracle's cost with probabilities for the unknown tree. Not thread-safe.
 * Quadratic in the sentence, which is why the parser bounds its length.
 */
public final class ArcChances {

    private final float[][] chances;
    private final float[][] headsFrom;
    private final float[][] childrenFrom;

    /** @param chances a row to each token, an element to each token and one to the root */
    public ArcChances(float[][] chances) {
        int length = chances.length;
        this.chances = chances;
        this.headsFrom = new float[length][length + 2];
        this.childrenFrom = new float[length + 1][length + 1];
        for (int i = 0; i < length; i++) {
            for (int head = length; head >= 0; head--) {
                headsFrom[i][head] = headsFrom[i][head + 1] + chances[i][head];
            }
        }
        for (int i = length - 1; i >= 0; i--) {
            for (int head = 0; head <= length; head++) {
                childrenFrom[head][i] = childrenFrom[head][i + 1] + chances[i][head];
            }
        }
    }

    /** Turns scores into probabilities that add up to 1. */
    public static void normalise(float[] scores) {
        float greatest = scores[Vectors.greatest(scores)];
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            double mass = StrictMath.exp(scores[i] - greatest);
            scores[i] = (float) mass;
            sum += mass;
        }
        float scale = (float) (1 / sum);
        for (int i = 0; i < scores.length; i++) {
            scores[i] *= scale;
        }
    }

    /** The expected costs of shift, left and right; 0 for what is not allowed. Linear in the stack. */
    public void costs(Transitions state, float[] costs, int offset) {
        int next = state.next();
        costs[offset] = state.isAllowed(Transitions.SHIFT) ? shiftCost(state, next) : 0;
        costs[offset + 1] = 0;
        costs[offset + 2] = 0;
        if (state.depth() > 0) {
            int top = state.stack(0);
            float children = childrenFrom[top][next];
            float under = state.depth() > 1 ? chances[top][state.stack(1)] : 0;
            costs[offset + 1] = under + headsFrom[top][next + 1] + children;
            costs[offset + 2] = state.depth() > 1 ? headsFrom[top][next] + children : 0;
        }
    }

    private float shiftCost(Transitions state, int next) {
        if (state.depth() == 0) {
            return 0;
        }
        float cost = chances[state.stack(0)][next];
        for (int place = 1; place < state.depth(); place++) {
            int token = state.stack(place);
            cost += chances[token][next] + chances[next][token];
        }
        return cost;
    }
}
