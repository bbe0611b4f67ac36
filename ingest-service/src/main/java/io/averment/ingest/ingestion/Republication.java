package io.averment.ingest.ingestion;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Publishes articles anew, as they stand, on the lane for re-analysis. What is withdrawn has no text to publish. Every method runs within a
 * transaction of its caller's. Thread-safe.
 */
@ApplicationScoped
public class Republication {
    private static final String NEXT = """
            select a.id as id,
              coalesce(a.withdrawn_at is null and r.erased_at is null and r.accepted_at >= :from and r.accepted_at < :until, false) as due,
              coalesce(octet_length(r.headline), 0) + coalesce(octet_length(r.body), 0) as bytes
            from (select id, latest_revision, withdrawn_at from article
                  where tenant = :tenant and id > :after %NAMED% order by id limit :most) a
            left join revision r on r.tenant = :tenant and r.article_id = a.id and r.number = a.latest_revision
            order by a.id
            """;

    private static final String ALL = NEXT.replace("%NAMED%", "");
    private static final String NAMED = NEXT.replace("%NAMED%", "and id in (:named)");

    private static final String ARTICLES =
            "from ArticleRow where key.tenant = :tenant and key.id in :ids order by key.id";

    private static final String REVISIONS = """
            select r from RevisionRow r join ArticleRow a
              on a.key.tenant = r.key.tenant and a.key.id = r.key.articleId and a.latestRevision = r.key.number
            where a.key.tenant = :tenant and a.key.id in :ids
              and r.erasedAt is null and r.acceptedAt >= :from and r.acceptedAt < :until
            """;

    private final EntityManager entities;
    private final AcceptedMessages messages;
    private final Outbox outbox;

    Republication(EntityManager entities, AcceptedMessages messages, Outbox outbox) {
        this.entities = entities;
        this.messages = messages;
        this.outbox = outbox;
    }

    /**
     * Which articles: those whose latest revision was accepted in {@code [from, until)}.
     *
     * @param named those alone, unless it is empty
     */
    public record Selection(Instant from, Instant until, Set<ArticleId> named) {
        public Selection {
            named = Set.copyOf(named);
        }
    }

    /**
     * An article that was looked at.
     *
     * @param isDue whether it is selected and has its text
     * @param bytes of headline and body, in UTF-8
     */
    public record Candidate(ArticleId id, boolean isDue, long bytes) {}

    /** The next articles of a tenant in the order of their ids, due or not; none when there are no more. Reads no text. */
    public List<Candidate> next(Tenant tenant, Selection selection, ArticleId after, int most) {
        var query = entities.unwrap(Session.class)
                .createNativeQuery(selection.named().isEmpty() ? ALL : NAMED, Tuple.class)
                .addScalar("id", UUID.class)
                .addScalar("due", Boolean.class)
                .addScalar("bytes", Long.class)
                .setParameter("tenant", tenant.name())
                .setParameter("from", selection.from())
                .setParameter("until", selection.until())
                .setParameter("after", after.value())
                .setParameter("most", most);
        if (!selection.named().isEmpty()) {
            query.setParameterList(
                    "named", selection.named().stream().map(ArticleId::value).toList());
        }
        return query.getResultList().stream()
                .map(row -> new Candidate(
                        new ArticleId(row.get("id", UUID.class)),
                        row.get("due", Boolean.class),
                        row.get("bytes", Long.class)))
                .toList();
    }

    /**
     * Puts the articles among these that still are selected into the outbox, under their locks: whoever revises or withdraws one of them
     * comes before, and is seen, or after.
     *
     * @param askedAt the time of the messages, as exact as the database keeps it
     * @return how many
     */
    public int publish(Tenant tenant, Selection selection, List<ArticleId> articles, Instant askedAt) {
        if (articles.isEmpty()) {
            return 0;
        }
        var ids = articles.stream().map(ArticleId::value).toList();
        var locked = entities.createQuery(ARTICLES, ArticleRow.class)
                .setParameter("tenant", tenant.name())
                .setParameter("ids", ids)
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList();
        var revisions = revisions(tenant, selection, ids);
        int published = 0;
        for (var article : locked) {
            var revision = revisions.get(article.key.id());
            if (article.withdrawnAt == null && revision != null) {
                var id = new ArticleId(article.key.id());
                var eventId = id.reanalysisId(tenant, revision.key.number(), askedAt);
                outbox.add(messages.of(article, revision, Lane.REANALYSIS, eventId, askedAt));
                published++;
            }
        }
        return published;
    }

    private Map<UUID, RevisionRow> revisions(Tenant tenant, Selection selection, List<UUID> ids) {
        Map<UUID, RevisionRow> revisions = new HashMap<>();
        entities.createQuery(REVISIONS, RevisionRow.class)
                .setParameter("tenant", tenant.name())
                .setParameter("ids", ids)
                .setParameter("from", selection.from())
                .setParameter("until", selection.until())
                .getResultList()
                .forEach(revision -> revisions.put(revision.key.articleId(), revision));
        return revisions;
    }
}
