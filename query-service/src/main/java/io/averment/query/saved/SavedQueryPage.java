package io.averment.query.saved;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of saved queries. */
@RegisterForReflection
@Schema(name = "SavedQueryPage", description = "One page of saved queries, those saved last first")
record SavedQueryPage(
        List<SavedQuery> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    SavedQueryPage {
        items = List.copyOf(items);
    }

    /** Queries are no facts, and in no order of recording. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
