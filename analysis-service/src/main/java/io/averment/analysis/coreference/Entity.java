package io.averment.analysis.coreference;

import io.averment.analysis.entity.Coordinates;
import io.averment.analysis.entity.EntityType;
import io.averment.analysis.entity.Kind;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that a text speaks of.
 *
 * @param id "e1", "e2", ... by first mention
 * @param name as the knowledge base calls it, else the fullest name in the text
 * @param aliases the other names that the text uses, in the order of the text
 * @param country ISO 3166-1 alpha-3 of where it is or belongs
 * @param sector PLOVER's code of what an actor is
 * @param external identifiers elsewhere, by scheme; {@code averment} is that of the knowledge base
 * @param at where a place is
 * @param kind how large a stretch {@code at} stands for
 * @param unresolved what the knowledge base could not say of it
 */
public record Entity(
        String id,
        EntityType type,
        String name,
        List<String> aliases,
        @Nullable String country,
        @Nullable String sector,
        SortedMap<String, String> external,
        @Nullable Coordinates at,
        @Nullable Kind kind,
        @Nullable Unresolved unresolved) {

    public Entity {
        aliases = List.copyOf(aliases);
    }
}
