package io.averment.query.article;

import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.averment.query.search.Highlight;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An article in a list. */
@RegisterForReflection
@Schema(name = "ArticleItem", description = "An article in a list")
public record ArticleItem(
        UUID id,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String externalId,

        @Schema(description = "Id of the article that it is a copy of, where ingest recognised one") @Nullable
        UUID origin,

        @Nullable String language,

        @Schema(description = "A date or a moment with an offset, as it was given") @Nullable
        String publishedAt,

        @Nullable String headline,

        @Schema(description = "UTC month of the first acceptance", examples = "2026-11")
        String recordMonth,

        Instant firstAcceptedAt,
        Instant acceptedAt,

        @Schema(description = "Since when the record says so")
        Instant recordedFrom,

        @Schema(description = "How many statements were found in it")
        int statementCount,

        @Schema(description = "How many commitments were found in it")
        int commitmentCount,

        @Schema(
                description =
                        "What shows best that it has the words, at most 3 parts; where highlights=true asks for it")
        @Nullable
        List<Highlight> highlights)
        implements ListItem {

    public ArticleItem {
        highlights = highlights == null ? null : List.copyOf(highlights);
    }

    @Override
    public FeedEntry entry() {
        String title = headline == null ? outlet : headline;
        return new FeedEntry(id.toString(), title, title + " (" + outlet + ")", recordedFrom);
    }
}
