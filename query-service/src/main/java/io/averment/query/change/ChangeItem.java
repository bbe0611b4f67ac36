package io.averment.query.change;

import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One change of the record of one article. */
@RegisterForReflection
@Schema(name = "Change", description = "One change of what the record says of an article")
record ChangeItem(
        UUID articleId,

        @Schema(
                description =
                        "Since when the record says so; asOf this instant shows it, asOf any earlier one does not")
        Instant recordedAt,

        Cause cause,

        @Schema(description = "The revision that came; of a withdrawal, the last one that it covers")
        int revision,

        @Nullable Integer generation,

        @Schema(description = "The revision that it took the place of; absent when there was none") @Nullable
        Integer previousRevision,

        @Nullable Integer previousGeneration,

        @Schema(description = "Why it was withdrawn; absent otherwise") @Nullable
        String reason,

        @Schema(description = "Kinds of facts of which any was opened, closed or changed")
        List<FactChanges> facts)
        implements ListItem {

    ChangeItem {
        facts = List.copyOf(facts);
    }

    @Override
    public FeedEntry entry() {
        return new FeedEntry(articleId + " " + recordedAt, cause + ", revision " + revision, cause.name(), recordedAt);
    }
}
