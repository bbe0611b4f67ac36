package io.averment.query.entity;

import io.averment.query.record.Entity;
import io.averment.query.record.Place;
import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thing over all articles. */
@RegisterForReflection
@Schema(name = "Entity", description = "A thing that articles name, over all of them")
public record KnownEntity(
        @Schema(
                description =
                        "Its id: of a knowledge base; or made from its type and whole name; or, where nothing more is"
                                + " certain, its id in one article",
                examples = "wikidata:Q796")
        String id,

        String type,
        String name,

        @Schema(description = "ISO 3166-1 alpha-3") @Nullable
        String country,

        @Nullable String sector,
        Map<String, String> external,
        @Nullable Place place,

        @Schema(description = "The names that articles use, folded: lower case, without accents and punctuation")
        List<String> names,

        @Schema(description = "Current articles that name it, counted up to 1000")
        int articles,

        @Schema(description = "Current statements that it made, counted up to 1000")
        int statements,

        @Schema(description = "Current commitments that it must keep, counted up to 1000")
        int commitments,

        @Schema(description = "When the record first had it")
        Instant recordedFrom,

        @Schema(
                description =
                        "Other entities of the same name, and whether they are the same; of one entity only, not in lists")
        @Nullable
        List<EntityLink> links)
        implements ListItem {

    public KnownEntity {
        external = Collections.unmodifiableMap(new TreeMap<>(external));
        names = List.copyOf(names);
        links = links == null ? null : List.copyOf(links);
    }

    @Override
    public FeedEntry entry() {
        return new FeedEntry(id, name, name + " (" + type + ")", recordedFrom);
    }

    /** How often it stands in articles, statements and commitments. */
    record Counts(int articles, int statements, int commitments) {}

    static KnownEntity of(Entity entity, List<String> names, Counts counts, Instant recordedFrom) {
        return new KnownEntity(
                entity.id(),
                entity.type(),
                entity.name(),
                entity.country(),
                entity.sector(),
                entity.external(),
                entity.place(),
                names,
                counts.articles(),
                counts.statements(),
                counts.commitments(),
                recordedFrom,
                null);
    }

    /** The same with its links. */
    KnownEntity with(List<EntityLink> found) {
        return new KnownEntity(
                id,
                type,
                name,
                country,
                sector,
                external,
                place,
                names,
                articles,
                statements,
                commitments,
                recordedFrom,
                found);
    }
}
