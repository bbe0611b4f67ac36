package io.averment.analysis.statement;

import io.averment.analysis.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who said it, as far as the sentence says so.
 *
 * @param spans the words that stand for the speaker: a name, a role, a pronoun; empty when there are none
 * @param name the name, or the role when there is no name; null exactly when unresolved
 * @param description what the sentence says the named one is: a title before the name or an apposition after it
 * @param unresolved what is missing; null when nothing is
 */
public record Speaker(
        List<Span> spans,
        @Nullable String name,
        @Nullable String description,
        @Nullable Unresolved unresolved) {

    /** Why nobody is named. */
    public enum Reason {
        NO_SPEAKER_IN_SENTENCE,
        PRONOUN,
        /** The sentence reports without saying whose words they are: "is expected", "it was announced". */
        IMPERSONAL
    }

    /**
     * A gap, stated.
     *
     * @param candidates names of who spoke shortly before, the latest first
     */
    public record Unresolved(Reason reason, List<String> candidates) {

        public Unresolved {
            candidates = List.copyOf(candidates);
        }
    }

    public Speaker {
        spans = List.copyOf(spans);
        if ((name == null) == (unresolved == null)) {
            throw new IllegalArgumentException("A speaker is either named or unresolved");
        }
    }
}
