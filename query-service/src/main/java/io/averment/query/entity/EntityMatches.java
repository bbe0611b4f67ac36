package io.averment.query.entity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The things that match what one types. */
@RegisterForReflection
@Schema(name = "EntityMatches", description = "The things that match, those that most articles name first")
record EntityMatches(List<KnownEntity> items) {

    EntityMatches {
        items = List.copyOf(items);
    }
}
