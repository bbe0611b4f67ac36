package io.averment.query.thread;

import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of threads. */
@RegisterForReflection
@Schema(name = "ThreadPage", description = "One page of threads: those that began last first")
public record ThreadPage(
        List<ThreadItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next)
        implements ListPage {

    public ThreadPage {
        items = List.copyOf(items);
    }

    /** Threads move; what is newer is told by their facts. */
    @Override
    public @Nullable String newest() {
        return null;
    }
}
