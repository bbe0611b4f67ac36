package io.averment.query.entity;

import io.averment.query.record.EntityPortrait.Reason;
import io.averment.query.record.EntityPortrait.Verdict;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How another entity of the same name relates to one. */
@RegisterForReflection
@Schema(name = "EntityLink", description = "Whether another entity of the same name is the same one, and why")
record EntityLink(
        @Schema(description = "Id of the other entity") String id,

        @Schema(description = "SAME: lists by either show both; DISTINCT or UNDECIDED: they stay apart")
        Verdict verdict,

        @Schema(description = "EVIDENCE of the reports, or a CURATOR, whose decision goes before it")
        Decider decidedBy,

        @Schema(description = "What of the reports agrees or does not")
        List<Reason> why) {

    EntityLink {
        why = List.copyOf(why);
    }

    /** Who says so. */
    enum Decider {
        EVIDENCE,
        CURATOR
    }
}
