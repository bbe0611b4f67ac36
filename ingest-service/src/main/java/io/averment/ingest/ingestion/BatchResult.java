package io.averment.ingest.ingestion;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.averment.ingest.problem.Problem;
import io.averment.ingest.problem.ProblemType;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What became of one line of a batch: a receipt or a problem. */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"line", "status", "id", "revision", "outcome", "problem"})
@Schema(description = "What became of one line: id, revision and outcome, or a problem")
record BatchResult(
        @Schema(description = "The number of the line, from 1, blank lines counted")
        long line,

        @Schema(description = "The HTTP status that the report would have had alone")
        int status,

        @Nullable UUID id,
        @Nullable Integer revision,
        @Nullable Outcome outcome,
        @Nullable Problem problem) {

    static BatchResult of(long line, Ingested ingested) {
        if (ingested instanceof Ingested.Withdrawn) {
            return of(line, ProblemType.WITHDRAWN, ArticleArchive.WITHDRAWN);
        }
        var outcome = Outcome.of(ingested);
        return new BatchResult(line, outcome.status(), ingested.id().value(), ingested.revision(), outcome, null);
    }

    static BatchResult of(long line, ProblemType type, @Nullable String detail) {
        return new BatchResult(line, type.status(), null, null, null, Problem.of(type, detail, null));
    }
}
