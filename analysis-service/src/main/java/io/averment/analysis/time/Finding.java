package io.averment.analysis.time;

import io.averment.analysis.document.Span;

/**
 * A match before it is resolved.
 *
 * @param direction of its clause
 * @param sentence its number
 * @param first its first token in the sentence
 * @param end one past its last
 * @param source the number of the finding that it is reckoned from, because the sentence says so; {@link #NONE} where none does
 */
record Finding(Span span, Fields fields, Direction direction, int sentence, int first, int end, int source) {

    /** No other finding. */
    static final int NONE = -1;

    Finding(Span span, Fields fields, Direction direction, int sentence, int first, int end) {
        this(span, fields, direction, sentence, first, end, NONE);
    }

    /** The same, reckoned from another finding. */
    Finding from(int other, Direction when) {
        return new Finding(span, fields, when, sentence, first, end, other);
    }
}
