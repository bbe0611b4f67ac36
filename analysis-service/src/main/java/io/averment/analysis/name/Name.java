package io.averment.analysis.name;

import io.averment.analysis.document.Span;

/**
 * A stretch of the text that names something.
 *
 * @param span without a title, an article or a possessive ending
 * @param type of the thing named
 */
public record Name(Span span, NameType type) {

    public Name {
        if (span.isEmpty()) {
            throw new IllegalArgumentException("A name has at least one character");
        }
    }
}
