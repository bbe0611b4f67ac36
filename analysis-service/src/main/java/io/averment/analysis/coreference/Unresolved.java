package io.averment.analysis.coreference;

import java.util.List;

/**
 * Why a mention or an entity is left open.
 *
 * @param candidates names of what it may be, the likeliest first
 */
public record Unresolved(Reason reason, List<String> candidates) {

    /** What is missing. */
    public enum Reason {
        /** Several fit. */
        AMBIGUOUS,
        /** One fits, but nothing shows that it is meant. */
        UNCERTAIN,
        /** Nothing before it fits. */
        NO_ANTECEDENT,
        /** It is said by someone who speaks for more than is said. */
        SPEAKERS_SIDE,
        /** An institution that more than one country spoken of has. */
        COUNTRY_NOT_SAID,
        /** Somebody whom the text does not name. */
        NOT_NAMED,
        /** Nothing that is known is called so. */
        NOT_KNOWN,
        /** An abbreviation of something that nothing else in the text points to. */
        ABBREVIATION_WITHOUT_SUPPORT
    }

    public Unresolved {
        candidates = List.copyOf(candidates);
    }
}
