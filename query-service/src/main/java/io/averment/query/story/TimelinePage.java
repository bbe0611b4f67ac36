package io.averment.query.story;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of a story's timeline. */
@RegisterForReflection
@Schema(name = "TimelinePage", description = "One page of a story's timeline, in the order of days")
record TimelinePage(
        List<TimelineEntry> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    TimelinePage {
        items = List.copyOf(items);
    }

    /** Entries come in between; what is newer is told by the articles. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
