package io.averment.query.speaker;

import io.averment.query.commitment.CommitmentItem;
import io.averment.query.entity.KnownEntity;
import io.averment.query.reading.Count;
import io.averment.query.reading.Facets;
import io.averment.query.reading.Histogram;
import io.averment.query.statement.StatementItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an entity said and undertook. */
@RegisterForReflection
@Schema(
        name = "SpeakerRecord",
        description =
                "What an entity, and those that are the same, said and undertook. The newest 50000 statements are counted;"
                        + " when there are more, their figures are estimates")
record SpeakerRecord(
        KnownEntity entity,

        @Schema(description = "How many statements it made; what follows about statements is as exact as this")
        Count statements,

        @Schema(description = "Its statements by what is done in saying them")
        List<Facets.Value> acts,

        @Schema(description = "Its statements by the month of publication, the earliest first")
        List<Histogram.Bucket> months,

        @Schema(description = "Its newest statements, at most 10")
        List<StatementItem> latestStatements,

        @Schema(description = "How many threads of commitments of it there are, by how they stand")
        List<Facets.Value> commitments,

        @Schema(description = "The newest commitments that it must keep, at most 10")
        List<CommitmentItem> latestCommitments) {

    SpeakerRecord {
        acts = List.copyOf(acts);
        months = List.copyOf(months);
        latestStatements = List.copyOf(latestStatements);
        commitments = List.copyOf(commitments);
        latestCommitments = List.copyOf(latestCommitments);
    }
}
