package io.averment.ingest.withdrawal;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That an article is withdrawn. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"articleId", "throughRevision", "reason", "note", "withdrawnBy", "withdrawnAt"})
@Schema(description = "That an article is withdrawn")
record Withdrawal(
        UUID articleId,

        @Schema(description = "The last revision that is withdrawn")
        int throughRevision,

        String reason,
        @Nullable String note,

        @Schema(description = "The subject of the operator's token")
        String withdrawnBy,

        Instant withdrawnAt) {}
