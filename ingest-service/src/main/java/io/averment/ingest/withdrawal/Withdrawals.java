package io.averment.ingest.withdrawal;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The database's own functions for withdrawal: the service's role cannot erase by other means. Every method runs within a
 * transaction of its caller's. Thread-safe.
 */
@ApplicationScoped
class Withdrawals {
    private static final String CURRENT = """
            select w.through_revision, w.reason, w.note, w.acted_by, w.acted_at, a.first_accepted_at, a.record_month
            from article a join withdrawal w on w.tenant = a.tenant and w.article_id = a.id and w.act = 'WITHDRAWN'
            where a.tenant = :tenant and a.id = :article and a.withdrawn_at is not null
            order by w.number desc limit 1
            """;

    private final EntityManager entities;

    Withdrawals(EntityManager entities) {
        this.entities = entities;
    }

    /** A withdrawal with what of its article goes into the message. */
    record Current(Withdrawal withdrawal, Instant firstAcceptedAt, String recordMonth) {}

    /** The withdrawal that an article is under. */
    Optional<Current> current(Tenant tenant, ArticleId id) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(CURRENT, Tuple.class)
                .addScalar("through_revision", Integer.class)
                .addScalar("reason", String.class)
                .addScalar("note", String.class)
                .addScalar("acted_by", String.class)
                .addScalar("acted_at", Instant.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("record_month", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", id.value())
                .getResultList()
                .stream()
                .findFirst()
                .map(row -> new Current(
                        new Withdrawal(
                                id.value(),
                                row.get("through_revision", Integer.class),
                                row.get("reason", String.class),
                                row.get("note", String.class),
                                row.get("acted_by", String.class),
                                row.get("acted_at", Instant.class)),
                        row.get("first_accepted_at", Instant.class),
                        row.get("record_month", String.class)));
    }

    /** Erases the text of the tenant's article; false when there is none. An article that is withdrawn already stays as it is. */
    boolean withdraw(ArticleId id, Reason reason, @Nullable String note, String by, Instant at) {
        return entities.unwrap(Session.class)
                        .createNativeQuery(
                                "select withdraw_article(:article, :reason, :note, :actor, :instant)", Integer.class)
                        .setParameter("article", id.value())
                        .setParameter("reason", reason.name())
                        .setParameter("note", note, String.class)
                        .setParameter("actor", by)
                        .setParameter("instant", at)
                        .getSingleResultOrNull()
                != null;
    }

    /** Lets reports of the article in again; false when it was not withdrawn. */
    boolean lift(ArticleId id, String by, Instant at) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select lift_withdrawal(:article, :actor, :instant)", Boolean.class)
                .setParameter("article", id.value())
                .setParameter("actor", by)
                .setParameter("instant", at)
                .getSingleResult();
    }
}
