package io.averment.query.story;

import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A story as lists show it. */
@RegisterForReflection
@Schema(name = "StoryItem", description = "Reports of the same development")
record StoryItem(
        @Schema(
                description = "Follows from its first report; when an earlier report joins, the story gets another one",
                examples = "sa1b2c3d4e5f607182930")
        String id,

        @Schema(description = "Id of the article that is its first report")
        UUID articleId,

        @Schema(description = "Outlet of the first report") String outlet,

        @Schema(description = "Headline of the first report, or the beginning of its text where it has none")
        String headline,

        @Schema(description = "Day of the first report") LocalDate firstDay,

        @Schema(description = "Day of the last one") LocalDate lastDay,

        @Schema(description = "Articles that tell it") int articles,

        @Schema(description = "Those of them that are no copies of each other")
        int origins,

        @Schema(description = "Since when the record says this")
        Instant recordedFrom)
        implements ListItem {

    @Override
    public FeedEntry entry() {
        return new FeedEntry(id, headline, headline, recordedFrom);
    }
}
