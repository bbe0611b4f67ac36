package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The current statements, and those of one version. */
@ApplicationScoped
public class PanacheStatements implements PanacheRepositoryBase<StatementRow, StatementRow.Key> {

    /**
     * The statements that were opened together with this version, in the order of the text. They are found even when a
     * newer version closes them between the two queries, so an answer never mixes versions.
     */
    public List<StatementRow> of(ArticleRow article) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("""
                        select * from statement
                        where tenant = :tenant and article_id = :article and record_month = :month
                          and recorded_from = :opened
                        order by position
                        """, StatementRow.class)
                .setParameter("tenant", article.tenant)
                .setParameter("article", article.articleId)
                .setParameter("month", article.recordMonth)
                .setParameter("opened", article.recordedFrom)
                .getResultList();
    }

    /** Ends the article's current statements; the rows stay as history. */
    public void close(Tenant tenant, ArticleId id, RecordMonth month, Instant at) {
        update(
                "recordedTo = ?1 where tenant = ?2 and articleId = ?3 and recordMonth = ?4",
                at,
                tenant.name(),
                id.value(),
                month.firstDay());
    }
}
