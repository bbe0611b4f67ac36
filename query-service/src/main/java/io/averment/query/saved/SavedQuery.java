package io.averment.query.saved;

import io.averment.query.representation.FeedEntry;
import io.averment.query.representation.ListItem;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A query of a list under a name. */
@RegisterForReflection
@Schema(name = "SavedQuery", description = "A query of a list, saved under a name")
record SavedQuery(
        UUID id,
        String name,

        @Schema(description = "Name of the list, as in statements")
        String list,

        @Schema(description = "The list's query parameters by name")
        Map<String, String> parameters,

        @Schema(description = "Subject of the token that saved it, who alone may replace it")
        String owner,

        @Schema(description = "How often it was written; its tag")
        int revision,

        @Schema(description = "Reference of what it finds") String results,

        Instant createdAt,
        Instant changedAt)
        implements ListItem {

    SavedQuery {
        parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    }

    static SavedQuery of(
            UUID id,
            SavedQueries.Definition definition,
            String owner,
            int revision,
            Instant createdAt,
            Instant changedAt) {
        return new SavedQuery(
                id,
                definition.name(),
                definition.list(),
                definition.parameters(),
                owner,
                revision,
                SavedQueryResource.PATH + '/' + id + "/results",
                createdAt,
                changedAt);
    }

    /** Under which this version of it can be replaced or deleted. */
    String tag() {
        return Integer.toString(revision);
    }

    @Override
    public FeedEntry entry() {
        return new FeedEntry(
                id.toString(),
                name,
                parameters.entrySet().stream()
                        .map(parameter -> parameter.getKey() + " = " + parameter.getValue())
                        .collect(Collectors.joining(", ", list + ": ", "")),
                changedAt);
    }
}
