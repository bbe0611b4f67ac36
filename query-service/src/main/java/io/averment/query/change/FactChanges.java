package io.averment.query.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of an article's facts of one kind; those that stayed as they were are not counted. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "FactChanges", description = "What became of an article's facts of one kind")
record FactChanges(
        FactKind kind,

        @Schema(description = "How many are there that were not")
        int opened,

        @Schema(description = "How many are there no more") int closed,

        @Schema(description = "How many have the same id and say something else")
        int changed,

        @Schema(description = "Ids of the first 50 of each, in the order of their ids")
        Ids ids) {

    /** The most ids of one sort that are told. */
    static final int MOST_IDS = 50;

    /** Which facts. */
    @RegisterForReflection
    @Schema(name = "FactChangeIds")
    record Ids(List<String> opened, List<String> closed, List<String> changed) {
        Ids {
            opened = List.copyOf(opened);
            closed = List.copyOf(closed);
            changed = List.copyOf(changed);
        }
    }
}
