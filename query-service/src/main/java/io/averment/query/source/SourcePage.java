package io.averment.query.source;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of outlets or agencies. */
@RegisterForReflection
@Schema(name = "SourcePage", description = "One page of outlets or agencies, by name")
record SourcePage(
        List<SourceItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    SourcePage {
        items = List.copyOf(items);
    }

    /** What comes from a source is told by lists of facts. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
