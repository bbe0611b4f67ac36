package io.averment.ingest.copy;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.CleanText;
import io.averment.ingest.article.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article that a report is a copy of: the earliest accepted one of the tenant, within the window, of which the larger part stands
 * in the report, or the other way round. Two copies that are accepted at the same moment do not see each other. Every method runs within
 * a transaction of its caller's. Thread-safe.
 */
@ApplicationScoped
public class Origins {
    /** Of each key those that came last before, so that a line that an outlet puts under everything costs no more than that. */
    private static final String CANDIDATES = """
            select s.article_id, s.origin, s.shingle_count, s.hashes
            from (
              select distinct k.article_id
              from unnest(cast(:keys as bigint[])) as wanted (hash)
              cross join lateral (
                select article_id from text_sample_key
                where tenant = :tenant and hash = wanted.hash and first_accepted_at >= :since
                  and (first_accepted_at, article_id) < (:accepted, :article)
                order by first_accepted_at desc, article_id desc limit 50) as k) as found
            join text_sample s on s.tenant = :tenant and s.article_id = found.article_id
            order by s.first_accepted_at, s.article_id
            """;

    private static final String ADD = """
            with added as (
              insert into text_sample (tenant, article_id, first_accepted_at, origin, shingle_count, hashes)
              values (:tenant, :article, :accepted, cast(cast(:origin as text) as uuid), :shingles, cast(:hashes as bigint[])))
            insert into text_sample_key (tenant, hash, first_accepted_at, article_id)
            select :tenant, hash, :accepted, :article from unnest(cast(:keys as bigint[])) as key (hash)
            """;

    private static final String REMOVE = """
            with gone as (delete from text_sample_key where tenant = :tenant and article_id = :article)
            delete from text_sample where tenant = :tenant and article_id = :article
            """;

    private static final String ORPHAN = """
            update text_sample set origin = null where tenant = :tenant and origin = :article
            """;

    /** A few at a time, with each report, so that what is too old goes as fast as new ones come. */
    private static final String EXPIRE = """
            with old as (
              select article_id from text_sample where tenant = :tenant and first_accepted_at < :since
              order by first_accepted_at limit 5 for update skip locked),
            gone as (delete from text_sample_key where tenant = :tenant and article_id in (select article_id from old))
            delete from text_sample where tenant = :tenant and article_id in (select article_id from old)
            """;

    private final EntityManager entities;
    private final CopyConfiguration configuration;

    Origins(EntityManager entities, CopyConfiguration configuration) {
        this.entities = entities;
        if (!configuration.window().isPositive()) {
            throw new IllegalArgumentException("averment.ingest.copies.window is not longer than nothing");
        }
        this.configuration = configuration;
    }

    /**
     * Finds the article that this text is a copy of, and keeps the text's sample in place of that of the revision before. A headline alone has
     * no origin, nor has a text of less than a few lines.
     *
     * @param firstAcceptedAt of the article
     * @param isFirst whether it has no revision yet
     */
    public Optional<UUID> trace(Tenant tenant, ArticleId id, CleanText text, Instant firstAcceptedAt, boolean isFirst) {
        Instant since = firstAcceptedAt.minus(configuration.window());
        entities.createNativeQuery(EXPIRE)
                .setParameter("tenant", tenant.name())
                .setParameter("since", since)
                .executeUpdate();
        if (!isFirst) {
            remove(tenant, id);
        }
        String body = text.body();
        TextSample sample = TextSample.of(body == null ? "" : body);
        if (!sample.isTelling()) {
            return Optional.empty();
        }
        Optional<UUID> origin = earliest(tenant, id, sample, firstAcceptedAt, since);
        add(tenant, id, sample, firstAcceptedAt, origin.orElse(null));
        return origin;
    }

    private Optional<UUID> earliest(Tenant tenant, ArticleId id, TextSample sample, Instant accepted, Instant since) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(CANDIDATES, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("origin", UUID.class)
                .addScalar("shingle_count", Integer.class)
                .addScalar("hashes", Long[].class)
                .setParameter("tenant", tenant.name())
                .setParameter("keys", array(sample.keys()))
                .setParameter("since", since)
                .setParameter("accepted", accepted)
                .setParameter("article", id.value())
                .getResultList()
                .stream()
                .filter(row -> sample.isCopyOf(new TextSample(
                        row.get("shingle_count", Integer.class), Arrays.asList(row.get("hashes", Long[].class)))))
                .findFirst()
                .map(row -> {
                    UUID origin = row.get("origin", UUID.class);
                    return origin == null ? row.get("article_id", UUID.class) : origin;
                })
                .filter(origin -> !origin.equals(id.value()));
    }

    private void add(Tenant tenant, ArticleId id, TextSample sample, Instant accepted, @Nullable UUID origin) {
        entities.createNativeQuery(ADD)
                .setParameter("tenant", tenant.name())
                .setParameter("article", id.value())
                .setParameter("accepted", accepted)
                .setParameter("origin", origin == null ? null : origin.toString())
                .setParameter("shingles", sample.shingleCount())
                .setParameter("hashes", array(sample.hashes()))
                .setParameter("keys", array(sample.keys()))
                .executeUpdate();
    }

    /** Forgets an article: no later copy names it any more. What was found before stands with its revision. */
    public void forget(Tenant tenant, ArticleId id) {
        remove(tenant, id);
        entities.createNativeQuery(ORPHAN)
                .setParameter("tenant", tenant.name())
                .setParameter("article", id.value())
                .executeUpdate();
    }

    private void remove(Tenant tenant, ArticleId id) {
        entities.createNativeQuery(REMOVE)
                .setParameter("tenant", tenant.name())
                .setParameter("article", id.value())
                .executeUpdate();
    }

    private static Long[] array(List<Long> numbers) {
        return numbers.toArray(new Long[0]);
    }
}
