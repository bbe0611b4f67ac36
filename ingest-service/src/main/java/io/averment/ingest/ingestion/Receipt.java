package io.averment.ingest.ingestion;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The answer to a report. */
@RegisterForReflection
@JsonPropertyOrder({"id", "revision", "outcome", "recordMonth"})
@Schema(description = "What became of a report")
record Receipt(
        @Schema(description = "The article's id") UUID id,

        @Schema(description = "The revision that the article stands at, from 1")
        int revision,

        Outcome outcome,

        @Schema(description = "The month (UTC) of the article's first acceptance", examples = "2026-11")
        String recordMonth) {

    static Receipt of(Ingested ingested) {
        return new Receipt(
                ingested.id().value(),
                ingested.revision(),
                Outcome.of(ingested),
                ingested.recordMonth().toString());
    }
}
