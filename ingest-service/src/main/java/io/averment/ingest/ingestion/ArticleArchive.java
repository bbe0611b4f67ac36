package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.averment.ingest.security.RowSecurity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Shows what was taken in. Thread-safe. */
@ApplicationScoped
class ArticleArchive {
    /** What a client is told of an article that is withdrawn. */
    static final String WITHDRAWN = "The article was withdrawn; its text is erased.";

    private final RowSecurity rows;
    private final Articles articles;

    ArticleArchive(RowSecurity rows, Articles articles) {
        this.rows = rows;
        this.articles = articles;
    }

    /**
     * The article, or nothing when this tenant has none of that id.
     *
     * @throws ProblemException {@code withdrawn} when the text of its latest revision is erased
     */
    Optional<ArticleView> find(Tenant tenant, ArticleId id) {
        return rows.asTenant(
                tenant,
                () -> articles.findByIdOptional(ArticleRow.Key.of(tenant, id)).map(this::view));
    }

    private ArticleView view(ArticleRow article) {
        var latest = articles.latest(article);
        if (latest.erasedAt != null) {
            throw new ProblemException(ProblemType.WITHDRAWN, WITHDRAWN);
        }
        return ArticleView.of(article, latest, articles.revisions(article, ArticleView.MAX_REVISIONS));
    }
}
