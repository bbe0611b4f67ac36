package io.averment.query.entity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a curator decides; checked by the resource. */
@RegisterForReflection
@Schema(name = "EntityDecision")
record EntityDecision(
        @Schema(
                description = "SAME or DISTINCT; UNDECIDED leaves it to the reports again",
                enumeration = {"SAME", "DISTINCT", "UNDECIDED"})
        @Nullable
        String verdict) {}
