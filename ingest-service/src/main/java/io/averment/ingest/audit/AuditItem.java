package io.averment.ingest.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One entry of the audit log, as shown. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "AuditEntry", description = "One request, answered")
record AuditItem(
        Instant at,
        @Schema(description = "The subject of the token") String subject,

        @Schema(description = "The client that the token was given to")
        String client,

        String method,

        @Schema(description = "As this description names it; absent when the path leads to none") @Nullable
        String operation,

        @Schema(description = "With its variable parts named, not filled in")
        String path,

        @Schema(description = "Of query and path, by name, each shortened to 200 characters")
        Map<String, String> parameters,

        @Schema(description = "How many things were shown; absent when nobody counted") @Nullable
        Integer items,

        @Schema(description = "The HTTP status") int status) {

    AuditItem {
        parameters = Map.copyOf(parameters);
    }
}
