package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that name who said something.
 *
 * @param spans what stands for the speaker; with a relative pronoun both that and what it refers to
 * @param named the name, or the role when there is no name
 * @param description what the sentence says the named one is
 * @param isPronoun whether only a pronoun stands there
 */
public record Source(List<Span> spans, Span named, @Nullable Span description, boolean isPronoun) {

    public Source {
        spans = List.copyOf(spans);
    }
}
