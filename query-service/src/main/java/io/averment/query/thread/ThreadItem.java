package io.averment.query.thread;

import io.averment.query.record.thread.ThreadKind;
import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thread as lists show it. */
@RegisterForReflection
@Schema(
        name = "ThreadItem",
        description =
                "What of several articles belongs together: the same words of the same speaker, or the same commitment")
public record ThreadItem(
        @Schema(
                description = "Follows from its first fact; when an earlier fact joins, the thread gets another one",
                examples = "c0a1b2c3d4e5f60718293")
        String id,

        ThreadKind kind,

        @Schema(
                description =
                        "SAID for utterances; OPEN, MET, MISSED, WITHDRAWN, CONTRADICTED or LAPSED for commitments")
        ThreadState state,

        @Schema(description = "Who says or undertakes it: the name, folded")
        String voice,

        @Schema(description = "Id of that entity, where the analysis found one") @Nullable
        String entity,

        @Schema(description = "The words of its first fact") @Nullable
        String words,

        @Schema(description = "First day on which the commitment is due, as told last") @Nullable
        LocalDate dueFrom,

        @Schema(description = "Last day on which it is kept") @Nullable
        LocalDate dueTo,

        @Schema(description = "Day of the first report") LocalDate firstDay,

        @Schema(description = "Day of the last one") LocalDate lastDay,

        @Schema(description = "Articles that it runs through")
        int articles,

        @Schema(description = "Those of them that are no copies of each other")
        int origins,

        @Schema(description = "Since when the record says this")
        Instant recordedFrom)
        implements ListItem {

    @Override
    public FeedEntry entry() {
        return new FeedEntry(id, voice + ": " + state, words == null ? voice : words, recordedFrom);
    }
}
