package io.averment.query.source;

import io.averment.query.reading.Count;
import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An outlet or an agency, and how much comes from it. */
@RegisterForReflection
@Schema(name = "Source", description = "An outlet or an agency, and how much comes from it")
record SourceItem(
        @Schema(description = "Its name without regard to case, by which lists are filtered and sources are sorted")
        String key,

        @Schema(description = "Its name as the newest report writes it")
        String name,

        @Schema(description = "Of an outlet only: its articles") @Nullable
        Count articles,

        @Schema(description = "Statements that came through it")
        Count statements,

        @Schema(description = "When the first of its articles in the record was accepted")
        Instant firstSeen,

        @Schema(description = "When the last of them was first accepted")
        Instant lastSeen)
        implements ListItem {

    @Override
    public FeedEntry entry() {
        return new FeedEntry(key, name, name, lastSeen);
    }
}
