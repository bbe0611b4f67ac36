package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.Session;

/** The versions of an article that the record has, by when they were opened. */
final class StoredVersions {
    private StoredVersions() {}

    static Set<Instant> of(EntityManager entities, Tenant tenant, ArticleId article, LocalDate month) {
        return Set.copyOf(entities.unwrap(Session.class)
                .createNativeQuery(
                        "select recorded_from from article where tenant = :tenant and article_id = :article"
                                + " and record_month = :month",
                        Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", article.value())
                .setParameter("month", month)
                .getResultList());
    }
}
