package io.averment.query.reading;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many there are. */
@RegisterForReflection
@Schema(name = "Count", description = "How many there are")
public record Count(
        long value,

        @Schema(description = "Whether they were counted; else value is an estimate")
        boolean exact) {

    /** As many as were counted. */
    public static Count exactly(long value) {
        return new Count(value, true);
    }
}
