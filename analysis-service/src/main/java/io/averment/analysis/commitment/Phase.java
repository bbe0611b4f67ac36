package io.averment.analysis.commitment;

import org.jspecify.annotations.Nullable;

/**
 * The place of an undertaking in a series.
 *
 * @param order counted from 1; null for a last phase whose number the text does not give
 * @param label the words of the text that name it: {@code The first stage}
 */
public record Phase(@Nullable Integer order, String label) {

    public Phase {
        if (order != null && order < 1) {
            throw new IllegalArgumentException("Phases are counted from 1, not " + order);
        }
    }
}
