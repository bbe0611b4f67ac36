package io.averment.ingest.withdrawal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an operator sends to withdraw an article; checked by the resource. */
@RegisterForReflection
@Schema(description = "Why an article is withdrawn")
record WithdrawalOrder(
        @Schema(
                required = true,
                description = "Shown to whoever asks for the article",
                enumeration = {"LEGAL", "RETRACTED", "EMBARGOED", "OTHER"})
        @Nullable
        String reason,

        @Schema(description = "For operators alone: never published", maxLength = LONGEST_NOTE) @Nullable
        String note) {
    /** In code points. */
    static final int LONGEST_NOTE = 1000;
}
