package io.averment.query.reading;

import io.averment.query.record.Annotator;
import io.averment.query.record.Degradation;
import io.averment.query.record.Extent;
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

        @Schema(description = "Code points of the headline in text; 0 when there is none")
        int headlineLength,

        @Schema(description = "Headline, blank line, body; either may be missing")
        String text,

        Pipeline pipeline,
        List<Degradation> degraded,
        List<Extent> sentences,
        List<StatementItem> statements) {

    ArticleWithFacts {
        degraded = List.copyOf(degraded);
        sentences = List.copyOf(sentences);
        statements = List.copyOf(statements);
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
