package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Identity;
import io.averment.ingest.article.RecordMonth;
import io.averment.ingest.article.Report;
import io.averment.ingest.article.Tenant;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The articles and their revisions. Every method runs within a transaction of its caller's. Thread-safe. */
@ApplicationScoped
class Articles implements PanacheRepositoryBase<ArticleRow, ArticleRow.Key> {
    private static final String INSERT_IF_ABSENT = """
            insert into article (tenant, id, record_month, first_accepted_at, identity, outlet_key, identity_value,
              latest_revision, latest_fingerprint)
            values (:tenant, :id, :month, :accepted, :identity, :outlet, :value, 0, '')
            on conflict (tenant, id) do nothing
            """;

    private final EntityManager entities;

    Articles(EntityManager entities) {
        this.entities = entities;
    }

    /** The article, locked until the transaction ends, so that only one thread anywhere numbers its next revision. */
    Optional<ArticleRow> lock(Tenant tenant, ArticleId id) {
        return findByIdOptional(ArticleRow.Key.of(tenant, id), LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * Begins an article, at revision 0, and locks it. When another transaction begins the same article at the same time,
     * this one waits for it and goes on with what it left.
     */
    ArticleRow begin(Tenant tenant, ArticleId id, Report report, Instant acceptedAt) {
        var identity = Identity.of(report);
        entities.createNativeQuery(INSERT_IF_ABSENT)
                .setParameter("tenant", tenant.name())
                .setParameter("id", id.value())
                .setParameter("month", RecordMonth.of(acceptedAt).toString())
                .setParameter("accepted", acceptedAt)
                .setParameter("identity", identity.discriminator())
                .setParameter("outlet", report.outlet().key())
                .setParameter("value", identity.value())
                .executeUpdate();
        return lock(tenant, id).orElseThrow();
    }

    void add(RevisionRow revision) {
        entities.persist(revision);
    }

    /** The latest revisions of an article, newest first. */
    List<RevisionRow> revisions(Tenant tenant, ArticleId id, int limit) {
        return entities.createQuery(
                        "from RevisionRow where key.tenant = :tenant and key.articleId = :id order by key.number desc",
                        RevisionRow.class)
                .setParameter("tenant", tenant.name())
                .setParameter("id", id.value())
                .setMaxResults(limit)
                .getResultList();
    }
}
