package io.averment.ingest.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 writes it.
 *
 * @param detail what was wrong with this request, in words that hold nothing internal, or null
 * @param instance the path of the request, or null where a line of a batch stands for it
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"type", "title", "status", "detail", "instance", "code"})
@Schema(description = "An error (RFC 9457)")
public record Problem(
        @Schema(description = "The kind of problem, as a stable address")
        String type,

        @Schema(description = "The kind of problem in words")
        String title,

        @Schema(description = "The HTTP status") int status,

        @Schema(description = "What was wrong this time") @Nullable
        String detail,

        @Schema(description = "The path of the request") @Nullable
        String instance,

        @Schema(description = "The kind of problem as a short stable code")
        String code) {
    public static final String MEDIA_TYPE = "application/problem+json";

    public static Problem of(ProblemType type, @Nullable String detail, @Nullable String instance) {
        return new Problem(type.uri(), type.title(), type.status(), detail, instance, type.code());
    }
}
