package io.averment.query.story;

import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of a story's timeline. */
@RegisterForReflection
@Schema(
        name = "TimelineEntry",
        description = "What happened in a story: a report, a statement's first telling, a step of a commitment")
record TimelineEntry(
        TimelineKind kind,

        @Schema(description = "In the world: of the report; of a lapse, the day after the deadline")
        LocalDate day,

        @Schema(
                description =
                        "Id of the article, statement or commitment that tells it; of a lapse, the commitment that"
                                + " lapsed")
        String evidence,

        UUID articleId,
        String outlet,
        @Nullable String address,
        @Nullable String headline,

        @Schema(description = "Who says it, or who undertakes it") @Nullable
        String speaker,

        @Schema(description = "The words of the statement, or the sentence of the commitment") @Nullable
        String words,

        @Schema(description = "Id of the thread that the statement or commitment stands in") @Nullable
        String thread,

        @Schema(description = "Of a commitment: the first day on which it is due from then on") @Nullable
        LocalDate dueFrom,

        @Schema(description = "Of a commitment: the last day on which it is kept from then on") @Nullable
        LocalDate dueTo,

        @Schema(description = "Of a step that moves it: the deadline until then") @Nullable
        LocalDate movedFrom,

        @Schema(description = "Whether it was moved to a later day; else to an earlier one") @Nullable
        Boolean later,

        @Schema(description = "Since when the record says this")
        Instant recordedFrom)
        implements ListItem {

    @Override
    public FeedEntry entry() {
        String told = words != null ? words : headline != null ? headline : outlet;
        return new FeedEntry(evidence + '/' + kind, day + " " + kind, told, recordedFrom);
    }
}
