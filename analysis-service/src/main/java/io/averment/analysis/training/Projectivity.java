package io.averment.analysis.training;

/** Makes trees projective, as transition-based parsers need them. */
final class Projectivity {

    private Projectivity() {}

    /**
     * The heads with the smallest non-projective arcs lifted to the head's head until none is left (Nivre and Nilsson 2005, without
     * their labels); relations stay as they are. Quadratic in the sentence, for training only.
     *
     * @param heads counted from 0, -1 for the root
     * @return heads where the number of tokens stands for the root
     */
    static int[] lifted(int[] heads) {
        int length = heads.length;
        int[] result = new int[length];
        for (int i = 0; i < length; i++) {
            result[i] = heads[i] < 0 ? length : heads[i];
        }
        int worst = smallestCrossing(result);
        while (worst >= 0) {
            result[worst] = result[result[worst]];
            worst = smallestCrossing(result);
        }
        return result;
    }

    /** The dependent of the shortest arc over a token that does not descend from the arc's head; -1 when there is none. */
    private static int smallestCrossing(int[] heads) {
        int length = heads.length;
        int best = -1;
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < length; i++) {
            int span = Math.abs(heads[i] - i);
            if (heads[i] < length && span < shortest && crosses(heads, i)) {
                best = i;
                shortest = span;
            }
        }
        return best;
    }

    private static boolean crosses(int[] heads, int dependent) {
        int head = heads[dependent];
        for (int i = Math.min(head, dependent) + 1; i < Math.max(head, dependent); i++) {
            int up = i;
            while (up < heads.length && up != head) {
                up = heads[up];
            }
            if (up != head) {
                return true;
            }
        }
        return false;
    }
}
