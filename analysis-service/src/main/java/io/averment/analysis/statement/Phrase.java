package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import org.jspecify.annotations.Nullable;

/**
 * A noun phrase that may stand for a speaker.
 *
 * @param from first token
 * @param to one past the last
 * @param named the span of the name, or of the whole phrase when it is a role or a pronoun
 * @param description the span of a title or an apposition
 */
record Phrase(int from, int to, Span named, @Nullable Span description, boolean isPronoun) {

    Phrase withDescription(@Nullable Span apposition) {
        return description != null || apposition == null ? this : new Phrase(from, to, named, apposition, isPronoun);
    }
}
