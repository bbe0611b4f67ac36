package io.averment.analysis.syntax;

import java.util.Arrays;

/**
 * A state of the arc-hybrid transition system (Kuhlmann, Gomez-Rodriguez and Satta 2011): a stack of tokens, the buffer of those
 * that follow, and the heads found so far. The root stands behind the last token. Not thread-safe. A sentence takes exactly twice
 * as many transitions as it has tokens.
 */
public final class Transitions {

    /** Pushes the first token of the buffer. */
    public static final int SHIFT = 0;
    /** Makes the first of the buffer the head of the topmost of the stack, which is popped. */
    public static final int LEFT = 1;
    /** Makes the second of the stack the head of the topmost, which is popped. */
    public static final int RIGHT = 2;

    public static final int COUNT = 3;

    private final int[] stack;
    private final int[] heads;
    private final int length;
    private int depth;
    private int next;

    public Transitions(int length) {
        this.length = length;
        this.stack = new int[length + 1];
        this.heads = new int[length];
        Arrays.fill(heads, -1);
    }

    /** Whether nothing but the root is left. */
    public boolean isFinal() {
        return depth == 0 && next == length;
    }

    public boolean isAllowed(int transition) {
        return switch (transition) {
            case SHIFT -> next < length;
            // The root takes one token only.
            case LEFT -> depth == 1 || (depth > 0 && next < length);
            case RIGHT -> depth > 1;
            default -> throw new IllegalArgumentException("There is no transition " + transition);
        };
    }

    public void apply(int transition) {
        switch (transition) {
            case SHIFT -> stack[depth++] = next++;
            case LEFT -> heads[stack[--depth]] = next;
            case RIGHT -> {
                heads[stack[depth - 1]] = stack[depth - 2];
                depth--;
            }
            default -> throw new IllegalArgumentException("There is no transition " + transition);
        }
    }

    /** The token at a place of the stack, 0 the topmost; -1 when there is none. */
    public int stack(int place) {
        return place < depth ? stack[depth - 1 - place] : -1;
    }

    /** The token at a place of the buffer, 0 the first, the root behind the last; -1 when there is none. */
    public int buffer(int place) {
        return next + place <= length ? next + place : -1;
    }

    public int depth() {
        return depth;
    }

    /** The first token of the buffer, or the number of tokens, which stands for the root. */
    public int next() {
        return next;
    }

    /** The heads so far: the number of tokens stands for the root, -1 for none yet. The state's own array. */
    public int[] heads() {
        return heads;
    }
}
