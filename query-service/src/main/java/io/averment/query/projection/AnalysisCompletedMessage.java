package io.averment.query.projection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The body of an analysis-completed message, as far as this service reads it: unknown fields are skipped, and everything may
 * be absent until {@link AnalysisReader} has checked it.
 */
@RegisterForReflection
record AnalysisCompletedMessage(
        @Nullable String articleId,
        @Nullable Integer revision,
        @Nullable String recordMonth,
        @Nullable String firstAcceptedAt,
        @Nullable String acceptedAt,
        @Nullable String address,
        @Nullable String externalId,
        @Nullable Integer headlineLength,
        @Nullable String pipelineFingerprint,
        @Nullable Integer pipelineGeneration,
        @Nullable Analysis analysis) {

    @RegisterForReflection
    record Analysis(
            @Nullable String articleId,
            @Nullable Integer revision,
            @Nullable String outlet,
            @Nullable String language,
            @Nullable String publishedAt,
            @Nullable String text,
            @Nullable List<@Nullable Step> pipeline,
            @Nullable List<@Nullable Step> degraded,
            @Nullable List<@Nullable Stretch> sentences,
            @Nullable List<@Nullable Said> statements) {}

    @RegisterForReflection
    record Step(
            @Nullable String annotator,
            @Nullable String version,
            @Nullable String model,
            @Nullable String reason) {}

    @RegisterForReflection
    record Stretch(
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String text) {}

    @RegisterForReflection
    record Said(
            @Nullable String id,
            @Nullable String kind,
            @Nullable String act,
            @Nullable Boolean hedged,
            @Nullable List<@Nullable Stretch> content,
            @Nullable List<@Nullable Stretch> quoted,
            @Nullable List<@Nullable Stretch> cue,
            @Nullable String parent,
            @Nullable String repeats,
            @Nullable Voice speaker,
            @Nullable List<@Nullable Link> chain) {}

    @RegisterForReflection
    record Voice(
            @Nullable List<@Nullable Stretch> spans,
            @Nullable String name,
            @Nullable String description,
            @Nullable String entity,
            @Nullable Open unresolved) {}

    @RegisterForReflection
    record Open(@Nullable String reason, @Nullable List<@Nullable String> candidates) {}

    @RegisterForReflection
    record Link(
            @Nullable String role,
            @Nullable List<@Nullable Stretch> spans,
            @Nullable String name,
            @Nullable String entity) {}
}
