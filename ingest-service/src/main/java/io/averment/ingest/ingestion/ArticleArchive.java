package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows what was taken in. Thread-safe. */
@ApplicationScoped
class ArticleArchive {
    private final RowSecurity rows;
    private final Articles articles;

    ArticleArchive(RowSecurity rows, Articles articles) {
        this.rows = rows;
        this.articles = articles;
    }

    /** The article, or nothing when this tenant has none of that id. */
    Optional<ArticleView> find(Tenant tenant, ArticleId id) {
        return rows.asTenant(
                tenant,
                () -> articles.findByIdOptional(ArticleRow.Key.of(tenant, id))
                        .map(article -> ArticleView.of(
                                article,
                                articles.latest(article),
                                articles.revisions(article, ArticleView.MAX_REVISIONS))));
    }
}
