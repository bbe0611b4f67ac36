package io.averment.analysis.command;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Reference;
import io.averment.analysis.coreference.Unresolved;
import io.averment.analysis.document.Span;
import java.util.List;

/** Who may be meant where the text leaves it open, as far as it is worth showing to people. */
final class Candidates {

    private Candidates() {}

    /**
     * Of a pronoun those that co-reference leaves open, which agree with it in number and kind; of anything else the given ones.
     *
     * @param words that stand for somebody; empty when none do
     */
    static List<String> of(List<Span> words, List<String> given, Cast cast) {
        if (words.isEmpty()) {
            return given;
        }
        Unresolved open =
                cast.referenceOf(words.getFirst()).map(Reference::unresolved).orElse(null);
        return open == null ? List.of() : open.candidates();
    }
}
