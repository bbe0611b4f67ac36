package io.averment.query.commitment;

import io.averment.query.reading.ArticleSource;
import io.averment.query.record.Commitment;
import io.averment.query.record.Due;
import io.averment.query.record.Party;
import io.averment.query.record.Phase;
import io.averment.query.record.Span;
import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A commitment with what is shown of its article. */
@RegisterForReflection
@Schema(
        name = "CommitmentItem",
        description =
                "What someone undertakes to do, by when, and who announced it. Spans are half-open and count Unicode"
                        + " code points of the article's text.")
public record CommitmentItem(
        @Schema(description = "The article's id, a colon, and the commitment's id in it", examples = "1b4e…:c1")
        String id,

        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String headline,
        @Nullable String publishedAt,

        @Schema(description = "Since when the record says so")
        Instant recordedFrom,

        @Schema(description = "The sentence that it stands in")
        String sentence,

        @Schema(description = "Who must do it") @Nullable Party undertaker,

        @Schema(description = "What is to be done") Span act,
        @Nullable String object,
        List<Span> objectSpans,

        @Schema(description = "The words that make it an undertaking") @Nullable
        Span trigger,

        @Schema(description = "Whether it is undertaken not to do it")
        boolean negated,

        @Schema(description = "Id of the time expression of the article that is the deadline") @Nullable
        String deadline,

        @Nullable Due due,
        @Nullable Span condition,

        @Schema(description = "FIRM, EXPECTED, INTENDED or CONDITIONAL")
        String strength,

        @Nullable Phase phase,

        @Schema(description = "Ids of the article's mentions of places")
        List<String> places,

        @Schema(description = "MET, MISSED, MOVED or WITHDRAWN, when the report says what became of it") @Nullable
        String outcome,

        @Nullable Party announcedBy,

        @Schema(description = "Id of the statement of the article that it stands in") @Nullable
        String statement,

        @Schema(description = "Id of the thread of the same commitment; see /v1/threads") @Nullable
        String thread)
        implements ListItem {

    public CommitmentItem {
        objectSpans = List.copyOf(objectSpans);
        places = List.copyOf(places);
    }

    @Override
    public FeedEntry entry() {
        String actor = undertaker == null || undertaker.name() == null ? "unresolved" : undertaker.name();
        String by = due == null || due.edtf() == null ? "" : ", " + due.edtf();
        return new FeedEntry(id, actor + ": " + act.text() + by, sentence, recordedFrom);
    }

    public static CommitmentItem of(
            ArticleSource source, Commitment commitment, String sentence, @Nullable String thread) {
        return new CommitmentItem(
                source.articleId() + ":" + commitment.id(),
                source.articleId(),
                source.revision(),
                source.outlet(),
                source.address(),
                source.headline(),
                source.publishedAt(),
                source.recordedFrom(),
                sentence,
                commitment.undertaker(),
                commitment.act(),
                commitment.object(),
                commitment.objectSpans(),
                commitment.trigger(),
                commitment.negated(),
                commitment.deadline(),
                commitment.due(),
                commitment.condition(),
                commitment.strength(),
                commitment.phase(),
                commitment.places(),
                commitment.outcome(),
                commitment.announcedBy(),
                commitment.statement(),
                thread);
    }
}
