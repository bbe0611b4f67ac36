package io.averment.query.article;

import io.averment.query.reading.Count;
import io.averment.query.reading.FactList;
import io.averment.query.representation.ListPage;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One page of articles. */
@RegisterForReflection
@Schema(name = "ArticlePage", description = "One page of articles, those accepted last first")
public record ArticlePage(
        List<ArticleItem> items,

        @Schema(description = "Cursor of the next page; absent on the last one") @Nullable
        String next,

        @Schema(
                description =
                        "Cursor to ask with, as since, for what the record takes in later; absent as of an instant")
        @Nullable
        String newest,

        @Schema(description = "How many there are on all pages; where count=true asks for it") @Nullable
        Count count,

        @Schema(
                description =
                        "By relevance: how many of the newest matches were compared; not exact when there are more")
        @Nullable
        Count ranked)
        implements ListPage {

    public ArticlePage {
        items = List.copyOf(items);
    }

    static ArticlePage of(FactList.Page<ArticleItem> page) {
        return new ArticlePage(page.items(), page.next(), page.newest(), page.count(), page.ranked());
    }
}
