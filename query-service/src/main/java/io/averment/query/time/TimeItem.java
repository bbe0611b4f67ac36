package io.averment.query.time;

import io.averment.query.reading.ArticleSource;
import io.averment.query.record.TimeExpression;
import io.averment.query.record.Unresolved;
import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A time expression with what is shown of its article. */
@RegisterForReflection
@Schema(
        name = "TimeItem",
        description = "Words of a report that name a time. Half-open, in Unicode code points of the article's text.")
public record TimeItem(
        @Schema(description = "The article's id, a colon, and the time's id in it", examples = "1b4e…:t1")
        String id,

        UUID articleId,
        int revision,
        String outlet,
        @Nullable String address,
        @Nullable String headline,
        @Nullable String publishedAt,

        @Schema(description = "Since when the record says so")
        Instant recordedFrom,

        int start,
        int end,
        String text,

        @Schema(description = "As in TIMEX3: DATE, TIME, DURATION or SET")
        String type,

        @Schema(description = "As in TIMEX3") @Nullable String value,

        @Schema(description = "In ISO 8601-2, where it has a form for it") @Nullable
        String edtf,

        @Schema(description = "The first day that is meant") @Nullable
        LocalDate earliest,

        @Schema(description = "The last day that is meant") @Nullable
        LocalDate latest,

        @Schema(description = "What it was reckoned from: PUBLICATION, or the id of another time of the article")
        @Nullable
        String anchor,

        @Nullable Unresolved unresolved)
        implements ListItem {

    @Override
    public FeedEntry entry() {
        return new FeedEntry(id, edtf == null ? text : text + " (" + edtf + ")", text, recordedFrom);
    }

    public static TimeItem of(ArticleSource source, TimeExpression time) {
        return new TimeItem(
                source.articleId() + ":" + time.id(),
                source.articleId(),
                source.revision(),
                source.outlet(),
                source.address(),
                source.headline(),
                source.publishedAt(),
                source.recordedFrom(),
                time.start(),
                time.end(),
                time.text(),
                time.type(),
                time.value(),
                time.edtf(),
                time.earliest(),
                time.latest(),
                time.anchor(),
                time.unresolved());
    }
}
