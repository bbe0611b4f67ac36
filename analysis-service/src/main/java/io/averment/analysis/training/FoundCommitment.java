package io.averment.analysis.training;

import io.averment.analysis.document.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commitment as a pipeline found it: what can be compared with a {@link GoldCommitment}. Lists are empty where nothing was found.
 *
 * @param deadline the words that say by when
 * @param reading how it is meant
 */
record FoundCommitment(
        List<Span> act,
        Party actor,
        Party announcer,
        List<Span> object,
        List<Span> places,
        List<Span> deadline,
        List<Span> condition,
        GoldCommitment.Reading reading) {

    FoundCommitment {
        act = List.copyOf(act);
        object = List.copyOf(object);
        places = List.copyOf(places);
        deadline = List.copyOf(deadline);
        condition = List.copyOf(condition);
    }

    /**
     * Who was found.
     *
     * @param words that stand for the party
     * @param name of the party, where it is known
     */
    record Party(List<Span> words, @Nullable String name) {

        /** Nobody. */
        static final Party NONE = new Party(List.of(), null);

        Party {
            words = List.copyOf(words);
        }
    }
}
