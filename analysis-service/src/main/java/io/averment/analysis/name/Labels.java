package io.averment.analysis.name;

import java.util.ArrayList;
import java.util.List;

/**
 * The labels of tokens: outside, or begin, inside, last or only token of a name of some type (BILOU; Ratinov and Roth 2009). A label
 * is an int: 0 outside, {@code 1 + 4 * type + position} otherwise.
 */
public final class Labels {

    /** Outside every name. */
    public static final int OUTSIDE = 0;

    /** First of several tokens. */
    public static final int BEGIN = 0;

    /** Between first and last. */
    public static final int INSIDE = 1;

    /** Last of several tokens. */
    public static final int LAST = 2;

    /** The only token. */
    public static final int ONLY = 3;

    private static final int POSITIONS = 4;
    private static final NameType[] TYPES = NameType.values();

    /** How many labels there are. */
    public static final int COUNT = 1 + TYPES.length * POSITIONS;

    private static final int[][] PREDECESSORS = predecessors();

    private Labels() {}

    /** The label of a position within a name. */
    public static int of(NameType type, int position) {
        return 1 + type.number() * POSITIONS + position;
    }

    /** The type of the name that a token with this label, not {@link #OUTSIDE}, belongs to. */
    public static NameType type(int label) {
        return TYPES[(label - 1) / POSITIONS];
    }

    /** The position of a label that is not {@link #OUTSIDE}. */
    public static int position(int label) {
        return (label - 1) % POSITIONS;
    }

    /** Whether a name goes on after this label. */
    public static boolean isOpen(int label) {
        return label != OUTSIDE && position(label) <= INSIDE;
    }

    /** Whether a name starts at this label, or there is none. */
    public static boolean isFresh(int label) {
        return label == OUTSIDE || position(label) == BEGIN || position(label) == ONLY;
    }

    /** Whether {@code next} may follow {@code label}. */
    public static boolean mayFollow(int label, int next) {
        return isOpen(label) ? !isFresh(next) && type(label) == type(next) : isFresh(next);
    }

    /** The labels after which this one may stand, ascending. Not to be changed. */
    static int[] predecessors(int label) {
        return PREDECESSORS[label];
    }

    private static int[][] predecessors() {
        int[][] all = new int[COUNT][];
        for (int next = 0; next < COUNT; next++) {
            List<Integer> before = new ArrayList<>();
            for (int label = 0; label < COUNT; label++) {
                if (mayFollow(label, next)) {
                    before.add(label);
                }
            }
            all[next] = before.stream().mapToInt(Integer::intValue).toArray();
        }
        return all;
    }
}
