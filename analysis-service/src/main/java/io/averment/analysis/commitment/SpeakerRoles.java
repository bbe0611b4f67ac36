package io.averment.analysis.commitment;

import io.averment.analysis.coreference.Cast;
import io.averment.analysis.coreference.Reference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What titles and appositions anywhere in a text say that its people are, so that who is an adviser in one paragraph is one in the next
 * by name alone. Built in one pass over the mentions; immutable, a question costs the roles of one person.
 */
final class SpeakerRoles {

    private final Map<String, List<String>> roles = new HashMap<>();

    SpeakerRoles(Cast cast) {
        for (Reference reference : cast.references()) {
            String entity = reference.entity();
            if (entity != null) {
                roles.computeIfAbsent(entity, none -> new ArrayList<>())
                        .addAll(reference.mention().roles());
            }
        }
    }

    /** The roles of an entity, in lower case; empty where the text gives it none. */
    List<String> of(@Nullable String entity) {
        return entity == null ? List.of() : List.copyOf(roles.getOrDefault(entity, List.of()));
    }
}
