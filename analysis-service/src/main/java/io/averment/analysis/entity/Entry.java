package io.averment.analysis.entity;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that the knowledge base knows. Immutable.
 *
 * @param id unique; a country's is its ISO 3166-1 alpha-2 code
 * @param name as a reader of English knows it
 * @param aliases other names and abbreviations
 * @param country ISO 3166-1 alpha-2 of where it is or belongs
 * @param sector PLOVER's code of what an actor is (GOV, MIL, REB, ...)
 * @param population inhabitants, 0 when unknown
 * @param parent id of what it is a part of
 * @param external identifiers elsewhere, by the name of the scheme
 */
public record Entry(
        String id,
        Kind kind,
        String name,
        List<String> aliases,
        @Nullable String country,
        @Nullable String sector,
        @Nullable Gender gender,
        @Nullable Coordinates at,
        long population,
        @Nullable String parent,
        SortedMap<String, String> external) {

    public Entry {
        aliases = List.copyOf(aliases);
        external = Collections.unmodifiableSortedMap(new TreeMap<>(external));
    }

    /** Whether it comes from a table of everything, where a name such as "Of" or "Best" is a town: good for links, bad for finding. */
    public boolean isImported() {
        return id.startsWith("geonames:") || id.startsWith("wikidata:") || id.startsWith("opensanctions:");
    }

    public EntityType type() {
        return kind.type();
    }
}
