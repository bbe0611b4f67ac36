package io.averment.query.record;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A thing that an article names.
 *
 * @param id unique within one version of its article
 * @param type as the analysis names it: {@code PERSON}, {@code ORGANIZATION}, ...
 * @param country ISO 3166-1 alpha-3
 * @param external its ids elsewhere, by the name of the scheme
 */
public record Entity(
        String id,
        String type,
        String name,
        List<String> aliases,
        @Nullable String country,
        @Nullable String sector,
        Map<String, String> external,
        @Nullable Place place,
        @Nullable Unresolved unresolved) {

    /** @throws RuleBrokenException when the id or the name is blank */
    public Entity {
        RuleBrokenException.requireId(id, "an entity's id");
        RuleBrokenException.require(!name.isBlank(), "an entity has no name");
        aliases = List.copyOf(aliases);
        external = java.util.Collections.unmodifiableMap(new TreeMap<>(external));
    }
}
