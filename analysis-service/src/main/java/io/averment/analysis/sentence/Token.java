package io.averment.analysis.sentence;

import io.averment.analysis.document.Span;

/**
 * A word, number or other visible character.
 *
 * @param start first UTF-16 code unit
 * @param end one past the last
 * @param isWord whether it has a letter or digit; a word keeps its inner apostrophes, hyphens and periods, and the final period of
 *     an abbreviation
 */
public record Token(int start, int end, boolean isWord) {

    public Span span() {
        return new Span(start, end);
    }

    public String of(String text) {
        return text.substring(start, end);
    }
}
