package io.averment.analysis.coreference;

import org.jspecify.annotations.Nullable;

/**
 * A mention and what it stands for.
 *
 * @param id "m1", "m2", ... by position
 * @param entity id of the entity; null exactly when unresolved
 */
public record Reference(
        String id,
        Mention mention,
        @Nullable String entity,
        @Nullable Unresolved unresolved) {

    public Reference {
        if ((entity == null) == (unresolved == null)) {
            throw new IllegalArgumentException("A mention has an entity or is unresolved");
        }
    }
}
