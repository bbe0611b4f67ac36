package io.averment.analysis.commitment;

/**
 * The place of an undertaking in a series.
 *
 * @param order counted from 1
 * @param count how many there are in all, as far as the text has said so; else 0
 * @param label the words of the text that name it: {@code The first stage}
 */
public record Phase(int order, int count, String label) {

    public Phase {
        if (order < 1 || count < 0) {
            throw new IllegalArgumentException("Phases are counted from 1, not " + order + " of " + count);
        }
    }
}
