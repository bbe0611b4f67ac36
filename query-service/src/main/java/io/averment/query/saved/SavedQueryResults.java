package io.averment.query.saved;

import io.averment.query.article.ArticleItem;
import io.averment.query.article.ArticlePage;
import io.averment.query.commitment.CommitmentItem;
import io.averment.query.commitment.CommitmentPage;
import io.averment.query.entity.EntityMatches;
import io.averment.query.entity.KnownEntity;
import io.averment.query.statement.StatementItem;
import io.averment.query.statement.StatementPage;
import io.averment.query.thread.ThreadItem;
import io.averment.query.thread.ThreadPage;
import io.averment.query.time.TimeItem;
import io.averment.query.time.TimePage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a saved query finds, for the description of the interface: a page of its list. */
@Schema(
        name = "SavedQueryResults",
        description = "A page of the saved query's list",
        oneOf = {
            ArticlePage.class,
            StatementPage.class,
            CommitmentPage.class,
            TimePage.class,
            ThreadPage.class,
            EntityMatches.class
        })
interface SavedQueryResults {

    /** One item of such a page. */
    @Schema(
            name = "SavedQueryResult",
            description = "An item of the saved query's list",
            oneOf = {
                ArticleItem.class,
                StatementItem.class,
                CommitmentItem.class,
                TimeItem.class,
                ThreadItem.class,
                KnownEntity.class
            })
    interface Result {}
}
