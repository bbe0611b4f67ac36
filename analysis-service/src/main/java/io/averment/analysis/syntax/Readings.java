package io.averment.analysis.syntax;

/**
 * How wide the parts are that one product of a token's row is cut into: what the token says in each slot of a transition's
 * surroundings, as head and as dependent of a relation, as head and as dependent of an arc.
 *
 * @param slot width of each of {@link #SLOTS} slots
 * @param relation width of each of the two parts of a relation
 * @param arc width of each of the two parts of an arc
 */
public record Readings(int slot, int relation, int arc) {

    /** The tokens that a transition depends on: the three topmost of the stack and the first of the buffer. */
    public static final int SLOTS = 4;

    public int width() {
        return SLOTS * slot + 2 * relation + 2 * arc;
    }

    public int slotStart(int index) {
        return index * slot;
    }

    public int relationHeadStart() {
        return SLOTS * slot;
    }

    public int relationDependentStart() {
        return relationHeadStart() + relation;
    }

    public int arcHeadStart() {
        return relationDependentStart() + relation;
    }

    public int arcDependentStart() {
        return arcHeadStart() + arc;
    }

    /** The columns from {@code start} of the first {@code rows} rows. */
    public static float[][] cut(float[][] whole, int rows, int start, int width) {
        float[][] part = new float[rows][width];
        for (int t = 0; t < rows; t++) {
            System.arraycopy(whole[t], start, part[t], 0, width);
        }
        return part;
    }
}
