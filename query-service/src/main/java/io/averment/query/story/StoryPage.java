package io.averment.query.story;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of stories. */
@RegisterForReflection
@Schema(name = "StoryPage", description = "One page of stories: those whose first report was accepted last first")
record StoryPage(
        List<StoryItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    StoryPage {
        items = List.copyOf(items);
    }

    /** Stories grow; what is newer is told by their articles. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
