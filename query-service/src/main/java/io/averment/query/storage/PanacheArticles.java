package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The current versions of articles. */
@ApplicationScoped
public class PanacheArticles implements PanacheRepositoryBase<ArticleRow, FactRow.Key> {

    /** The current version, in whatever month it was first accepted. */
    public Optional<ArticleRow> current(Tenant tenant, ArticleId id) {
        return find("tenant = ?1 and articleId = ?2", tenant.name(), id.value()).firstResultOptional();
    }

    /** The current version in the partition that the message names. */
    public Optional<ArticleRow> current(Tenant tenant, ArticleId id, RecordMonth month) {
        return find("tenant = ?1 and articleId = ?2 and recordMonth = ?3", tenant.name(), id.value(), month.firstDay())
                .firstResultOptional();
    }
}
