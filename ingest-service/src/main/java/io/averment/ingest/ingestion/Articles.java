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
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
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

    // A class named within a query would have to be registered for the native executable; a tuple need not.
    private static final String REVISIONS = """
            select r.key.number, r.acceptedAt, r.publishedAt, r.headline
            from RevisionRow r
            where r.key.tenant = :tenant and r.key.articleId = :id and r.key.number <= :latest
            order by r.key.number desc
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

    /** The revision that an article stands at, with its text. */
    RevisionRow latest(ArticleRow article) {
        var key = new RevisionRow.Key(article.key.tenant(), article.key.id(), article.latestRevision);
        return Objects.requireNonNull(entities.find(RevisionRow.class, key), "a revision under each number");
    }

    /** The list of an article's revisions up to the one that it stands at, newest first, without reading their bodies. */
    List<ArticleView.Entry> revisions(ArticleRow article, int limit) {
        return entities
                .createQuery(REVISIONS, Tuple.class)
                .setParameter("tenant", article.key.tenant())
                .setParameter("id", article.key.id())
                .setParameter("latest", article.latestRevision)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(row -> new ArticleView.Entry(
                        row.get(0, Integer.class),
                        row.get(1, Instant.class),
                        row.get(2, String.class),
                        row.get(3, String.class)))
                .toList();
    }
}
