package io.averment.query.entity;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The things that match what one types. */
@RegisterForReflection
@Schema(name = "EntityMatches", description = "The things that match, those that most articles name first")
public record EntityMatches(List<KnownEntity> items) implements ListPage {

    public EntityMatches {
        items = List.copyOf(items);
    }

    /** What is typed finds the best matches, and there it ends. */
    @Override
    public @Nullable String next() {
        return null;
    }

    @Override
    public @Nullable String newest() {
        return null;
    }
}
