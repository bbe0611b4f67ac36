package io.averment.ingest.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article as it was taken in: its latest revision, and which others there are. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({
    "id",
    "revision",
    "recordMonth",
    "firstAcceptedAt",
    "acceptedAt",
    "outlet",
    "address",
    "externalId",
    "language",
    "publishedAt",
    "headline",
    "body",
    "origin",
    "revisions"
})
@Schema(description = "An article as taken in, with the text of its latest revision")
record ArticleView(
        UUID id,
        @Schema(description = "The latest revision, from 1") int revision,

        @Schema(description = "The month (UTC) of the first acceptance", examples = "2026-11")
        String recordMonth,

        Instant firstAcceptedAt,

        @Schema(description = "When the latest revision was accepted")
        Instant acceptedAt,

        String outlet,
        @Nullable String address,
        @Nullable String externalId,
        @Nullable String language,
        @Nullable String publishedAt,
        @Nullable String headline,
        @Nullable String body,

        @Schema(description = "The earlier article that the latest revision is a copy of, where one was found")
        @Nullable
        UUID origin,

        @Schema(description = "The revisions, newest first, at most 200")
        List<Entry> revisions) {
    /** The most revisions that are listed. */
    static final int MAX_REVISIONS = 200;

    ArticleView {
        revisions = List.copyOf(revisions);
    }

    /** One revision in the list of them. */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ArticleRevision")
    record Entry(
            int revision,
            Instant acceptedAt,
            @Nullable String publishedAt,
            @Nullable String headline) {}

    /** @param revisions newest first */
    static ArticleView of(ArticleRow article, RevisionRow latest, List<Entry> revisions) {
        return new ArticleView(
                article.key.id(),
                latest.key.number(),
                article.recordMonth,
                article.firstAcceptedAt,
                latest.acceptedAt,
                latest.outlet,
                latest.address,
                latest.externalId,
                latest.language,
                latest.publishedAt,
                latest.headline,
                latest.body,
                latest.origin,
                revisions);
    }
}
