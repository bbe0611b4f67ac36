package io.averment.query.article;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Entity;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Place;
import io.averment.query.record.Unresolved;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thing that an article names. */
@RegisterForReflection
@Schema(name = "NamedEntity", description = "A thing that the article names")
record EntityItem(
        @Schema(description = "Its id in the article, as mentions and facts refer to it", examples = "e1")
        String id,

        @Schema(description = "Its id over all articles", examples = "wikidata:Q796")
        String entity,

        String type,
        String name,
        List<String> aliases,

        @Schema(description = "ISO 3166-1 alpha-3") @Nullable
        String country,

        @Nullable String sector,
        Map<String, String> external,
        @Nullable Place place,
        @Nullable Unresolved unresolved) {

    EntityItem {
        aliases = List.copyOf(aliases);
        external = Collections.unmodifiableMap(new TreeMap<>(external));
    }

    static EntityItem of(ArticleId article, Entity entity) {
        return new EntityItem(
                entity.id(),
                EntityKey.of(entity, article).value(),
                entity.type(),
                entity.name(),
                entity.aliases(),
                entity.country(),
                entity.sector(),
                entity.external(),
                entity.place(),
                entity.unresolved());
    }
}
