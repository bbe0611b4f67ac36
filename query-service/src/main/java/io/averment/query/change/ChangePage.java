package io.averment.query.change;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of changes. */
@RegisterForReflection
@Schema(name = "ChangePage", description = "One page of changes, in the order in which the record took them in")
record ChangePage(
        List<ChangeItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    ChangePage {
        items = List.copyOf(items);
    }

    /** Changes are asked for between instants, not by what is newer. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
