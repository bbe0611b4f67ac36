package io.averment.query.projection;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Map;
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
        @Nullable String origin,
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
            @Nullable List<@Nullable Named> mentions,
            @Nullable List<@Nullable Thing> entities,
            @Nullable List<@Nullable Moment> times,
            @Nullable List<@Nullable Said> statements,
            @Nullable List<@Nullable Undertaken> commitments,
            @Nullable List<@Nullable Clash> conflicts) {}

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
            @Nullable List<@Nullable Link> chain,
            @Nullable String saidAt) {}

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

    @RegisterForReflection
    record Named(
            @Nullable String id,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String text,
            @Nullable String type,
            @Nullable String entity,
            @Nullable String form,
            @Nullable Open unresolved) {}

    @RegisterForReflection
    record Thing(
            @Nullable String id,
            @Nullable String type,
            @Nullable String name,
            @Nullable List<@Nullable String> aliases,
            @Nullable String country,
            @Nullable String sector,
            @Nullable Map<String, @Nullable String> external,
            @Nullable Spot place,
            @Nullable Open unresolved) {}

    @RegisterForReflection
    record Spot(
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String precision) {}

    @RegisterForReflection
    record Moment(
            @Nullable String id,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String text,
            @Nullable String type,
            @Nullable String value,
            @Nullable String edtf,
            @Nullable String earliest,
            @Nullable String latest,
            @Nullable String anchor,
            @Nullable Open unresolved) {}

    @RegisterForReflection
    record Undertaken(
            @Nullable String id,
            @Nullable String actor,
            @Nullable Voice undertaker,
            @Nullable Stretch act,
            @Nullable String object,
            @Nullable List<@Nullable Stretch> objectSpans,
            @Nullable Stretch trigger,
            @Nullable Boolean negated,
            @Nullable String deadline,
            @Nullable Limit due,
            @Nullable Stretch condition,
            @Nullable String strength,
            @Nullable Part phase,
            @Nullable List<@Nullable String> places,
            @Nullable String outcome,
            @Nullable String announcer,
            @Nullable Voice announcedBy,
            @Nullable String statement) {}

    @RegisterForReflection
    record Limit(
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String text,
            @Nullable String relation,
            @Nullable String edtf,
            @Nullable String latest) {}

    @RegisterForReflection
    record Part(
            @Nullable Integer order,
            @Nullable Integer count,
            @Nullable String label) {}

    @RegisterForReflection
    record Clash(
            @Nullable String kind,
            @Nullable List<@Nullable String> facts,
            @Nullable String explanation) {}
}
