package io.averment.query.article;

import io.averment.query.commitment.CommitmentItem;
import io.averment.query.record.Annotator;
import io.averment.query.record.Conflict;
import io.averment.query.record.Degradation;
import io.averment.query.record.Extent;
import io.averment.query.record.Mention;
import io.averment.query.statement.StatementItem;
import io.averment.query.time.TimeItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One article: what is known about it, its text, and the facts found in it. */
@RegisterForReflection
@Schema(
        name = "Article",
        description =
                "One article with its text and the facts found in it. Spans are half-open and count Unicode code points"
                        + " of text.")
record ArticleWithFacts(
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

        @Schema(description = "Since when the record says this")
        Instant recordedFrom,

        @Schema(
                description =
                        "Id of the story that it tells, of one report where nothing else tells it; see /v1/stories")
        @Nullable
        String story,

        @Schema(description = "Code points of the headline in text; 0 when there is none")
        int headlineLength,

        @Schema(description = "Headline, blank line, body; either may be missing")
        String text,

        Pipeline pipeline,
        List<Degradation> degraded,
        List<Extent> sentences,
        List<Mention> mentions,
        List<EntityItem> entities,
        List<TimeItem> times,
        List<StatementItem> statements,
        List<CommitmentItem> commitments,

        @Schema(description = "Facts of the article that do not agree")
        List<Conflict> conflicts) {

    ArticleWithFacts {
        degraded = List.copyOf(degraded);
        sentences = List.copyOf(sentences);
        mentions = List.copyOf(mentions);
        entities = List.copyOf(entities);
        times = List.copyOf(times);
        statements = List.copyOf(statements);
        commitments = List.copyOf(commitments);
        conflicts = List.copyOf(conflicts);
    }

    /** What made the analysis. */
    @RegisterForReflection
    @Schema(name = "Pipeline", description = "What made the analysis")
    record Pipeline(int generation, String fingerprint, List<Annotator> annotators) {

        Pipeline {
            annotators = List.copyOf(annotators);
        }
    }
}
