package io.averment.query.time;

import io.averment.query.reading.Count;
import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of time expressions. */
@RegisterForReflection
@Schema(name = "TimePage", description = "One page of time expressions")
public record TimePage(
        List<TimeItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next,

        @Schema(
                description =
                        "Cursor to ask with, as since, for what the record takes in later; absent as of an instant")
        @Nullable
        String newest,

        @Schema(description = "How many there are on all pages; where count=true asks for it") @Nullable
        Count count)
        implements ListPage {

    public TimePage {
        items = List.copyOf(items);
    }
}
