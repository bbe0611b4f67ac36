package io.averment.analysis.commitment;

import io.averment.analysis.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who undertakes, or who announces it, as far as the text says.
 *
 * @param spans the words that stand for the party; empty when there are none
 * @param name the name, or the role when there is no name; null exactly when unresolved
 * @param description what the sentence says the named one is: a title or an apposition
 * @param entity id of the entity that a mention of these words stands for
 * @param unresolved what is missing; null when nothing is
 */
public record Party(
        List<Span> spans,
        @Nullable String name,
        @Nullable String description,
        @Nullable String entity,
        @Nullable Unresolved unresolved) {

    /** Why nobody is named. */
    public enum Reason {
        /** Something is to happen, and the text does not say by whom: {@code the bridge will be closed}. */
        NO_AGENT,
        /** A pronoun that stands for nobody certain. */
        PRONOUN,
        /** The text itself tells it, without saying who announced it. */
        NOT_ATTRIBUTED
    }

    /**
     * A gap, stated.
     *
     * @param candidates names of who it may be, the likeliest first
     */
    public record Unresolved(Reason reason, List<String> candidates) {

        public Unresolved {
            candidates = List.copyOf(candidates);
        }
    }

    public Party {
        spans = List.copyOf(spans);
        if ((name == null) == (unresolved == null)) {
            throw new IllegalArgumentException("A party is either named or unresolved");
        }
    }

    static Party unresolved(List<Span> spans, Reason reason, List<String> candidates) {
        return new Party(spans, null, null, null, new Unresolved(reason, candidates));
    }
}
