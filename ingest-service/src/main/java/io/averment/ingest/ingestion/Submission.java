package io.averment.ingest.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A report as its sender writes it, nothing of it checked yet. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description =
                "A report as published by an outlet. A headline or a body is needed, and an outlet or an address.")
record Submission(
        @Schema(
                description = "Who published it; the address's host when missing",
                examples = "Kurdistan24",
                maxLength = 200)
        @Nullable
        String outlet,

        @Schema(description = "Where it was found: http or https", maxLength = 2048) @Nullable
        String address,

        @Schema(
                description = "The sender's own id of it, which identifies it when there is no address",
                maxLength = 500)
        @Nullable
        String externalId,

        @Schema(description = "Its headline; kept on one line") @Nullable
        String headline,

        @Schema(description = "Its text: paragraphs, plain. With the headline at most 262,144 code points") @Nullable
        String body,

        @Schema(
                description = "A day, or RFC 3339 with an offset",
                examples = {"2025-08-18", "2025-08-18T14:05:00+03:00"})
        @Nullable
        String publishedAt,

        @Schema(description = "A BCP 47 tag", examples = "en") @Nullable
        String language,

        @Schema(description = "live (default) or backfill", examples = "live") @Nullable
        String lane) {}
