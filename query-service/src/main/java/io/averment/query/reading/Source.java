package io.averment.query.reading;

import jakarta.persistence.Tuple;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What lists show of the article that a fact stands in. */
public record Source(
        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String headline,
        @Nullable String publishedAt) {

    /** Adds the columns that {@link #of} reads. */
    public static FactList selectedBy(FactList list) {
        return list.select("source_article", UUID.class, "a.article_id")
                .select("source_revision", Integer.class, "a.revision")
                .select("source_outlet", String.class, "a.outlet")
                .select("source_address", String.class, "a.address")
                .select(
                        "source_headline",
                        String.class,
                        "case when a.headline_length > 0 then left(a.content, a.headline_length) end")
                .select("source_published_at", String.class, "a.published_at");
    }

    public static Source of(Tuple row) {
        return new Source(
                row.get("source_article", UUID.class),
                row.get("source_revision", Integer.class),
                row.get("source_outlet", String.class),
                row.get("source_address", String.class),
                row.get("source_headline", String.class),
                row.get("source_published_at", String.class));
    }
}
