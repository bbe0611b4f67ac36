package io.averment.query.thread;

import io.averment.query.record.thread.Reason;
import io.averment.query.record.thread.Step;
import io.averment.query.record.thread.ThreadKind;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A thread with everything in it. */
@RegisterForReflection
@Schema(name = "Thread", description = "A thread with its facts, and why they belong together")
record ThreadWithEvidence(
        String id,
        ThreadKind kind,
        ThreadState state,

        @Schema(description = "Who says or undertakes it: the name, folded")
        String voice,

        @Nullable String entity,

        @Schema(description = "First day on which the commitment is due, as told last") @Nullable
        LocalDate dueFrom,

        @Schema(description = "Last day on which it is kept") @Nullable
        LocalDate dueTo,

        @Schema(description = "Articles that it runs through")
        int articles,

        @Schema(description = "Those of them that are no copies of each other")
        int origins,

        @Schema(
                description =
                        "The life of a commitment, in the order of the days on which it was told; empty for utterances")
        List<StepItem> steps,

        @Schema(description = "The wordings of an utterance, the canonical one first; empty for commitments")
        List<Variant> variants,

        @Schema(description = "The facts, those of the articles accepted first first")
        List<EvidenceItem> evidence) {

    ThreadWithEvidence {
        steps = List.copyOf(steps);
        variants = List.copyOf(variants);
        evidence = List.copyOf(evidence);
    }

    /** A step of a commitment's life. */
    @RegisterForReflection
    @Schema(name = "ThreadStep")
    record StepItem(
            Step.Kind kind,

            @Schema(description = "In the world: day of the report; of a lapse, the day after the deadline")
            LocalDate day,

            @Schema(description = "When the record learnt of it")
            Instant recordedAt,

            @Schema(description = "The deadline from then on") @Nullable
            LocalDate dueFrom,

            @Nullable LocalDate dueTo,

            @Schema(description = "Of a step that moves it: the deadline until then") @Nullable
            LocalDate movedFrom,

            @Schema(description = "Whether it was moved to a later day; else to an earlier one") @Nullable
            Boolean later,

            @Schema(description = "Id of the fact that tells it; a lapse has none, since nobody reports it") @Nullable
            String evidence) {}

    /** One wording of an utterance. */
    @RegisterForReflection
    @Schema(name = "ThreadVariant")
    record Variant(
            @Schema(description = "The words, folded: lower case, without accents and punctuation")
            String words,

            @Schema(
                    description =
                            "CANONICAL for the longest wording; else how it differs from it: VERBATIM, TRIMMED or ALTERED;"
                                    + " DISTANT when it is linked over others only")
            String relation,

            @Schema(description = "Ids of the statements") List<String> evidence) {

        Variant {
            evidence = List.copyOf(evidence);
        }
    }

    /** A fact of the thread. */
    @RegisterForReflection(targets = {EvidenceItem.class, Reason.class})
    @Schema(name = "ThreadEvidence")
    record EvidenceItem(
            @Schema(description = "Id of the statement or commitment")
            String id,

            UUID articleId,
            String outlet,
            @Nullable String address,
            @Nullable String headline,
            @Nullable String publishedAt,

            @Schema(description = "The words of the statement, or the sentence of the commitment") @Nullable
            String words,

            @Schema(description = "In the world") LocalDate day,

            @Schema(description = "Since when it stands in this thread")
            Instant recordedFrom,

            @Schema(description = "Id of the first earlier fact that it is linked with; none for the first one")
            @Nullable
            String linkedTo,

            @Schema(description = "Why the two belong together")
            List<Reason> why) {

        EvidenceItem {
            why = List.copyOf(why);
        }
    }
}
