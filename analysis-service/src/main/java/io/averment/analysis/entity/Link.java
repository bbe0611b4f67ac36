package io.averment.analysis.entity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the knowledge base makes of a name.
 *
 * @param entry what it names; null when that is not known or not decided
 * @param reason why there is no entry; null exactly when there is one
 * @param candidates what it may name, when that is not decided
 */
public record Link(@Nullable Entry entry, @Nullable Reason reason, List<Entry> candidates) {

    /** Why a name has no entry. */
    public enum Reason {
        /** Nothing that is known is called so. */
        NOT_KNOWN,
        /** Several things are, and the text does not say which. */
        AMBIGUOUS,
        /** An abbreviation of something that nothing else in the text points to. */
        ABBREVIATION_WITHOUT_SUPPORT
    }

    public Link {
        candidates = List.copyOf(candidates);
        if ((entry == null) == (reason == null)) {
            throw new IllegalArgumentException("A link has an entry or a reason");
        }
    }

    static Link to(Entry entry) {
        return new Link(entry, null, List.of());
    }

    static Link none(Reason reason, List<Entry> candidates) {
        return new Link(null, reason, candidates);
    }
}
