package io.averment.query.reading;

import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The articles of a page's rows, each in the version that the row was opened with. Asked for by themselves, row by row in its month:
 * joined to the list, every month's articles would have to be planned for with it.
 */
final class ArticleSources {
    private final Map<Version, ArticleSource> sources = new HashMap<>();

    private record Version(UUID article, Instant recordedFrom) {}

    private ArticleSources() {}

    /** The articles of these rows of a {@link FactList}. */
    static ArticleSources of(EntityManager entities, Tenant tenant, List<Tuple> rows) {
        ArticleSources articles = new ArticleSources();
        if (!rows.isEmpty()) {
            articles.read(entities, tenant, rows);
        }
        return articles;
    }

    ArticleSource of(Tuple row) {
        ArticleSource source = sources.get(version(row));
        if (source == null) {
            throw new IllegalStateException("a fact has no article");
        }
        return source;
    }

    private static Version version(Tuple row) {
        return new Version(row.get("list_article", UUID.class), row.get("list_recorded_from", Instant.class));
    }

    private void read(EntityManager entities, Tenant tenant, List<Tuple> rows) {
        Map<Version, LocalDate> versions = new LinkedHashMap<>();
        rows.forEach(row -> versions.put(version(row), row.get("list_month", LocalDate.class)));
        entities.unwrap(Session.class)
                .createNativeQuery("""
                        select a.article_id, a.recorded_from, a.revision, a.outlet, a.address, a.published_at,
                               case when a.headline_length > 0 then left(a.content, a.headline_length) end as headline
                        from unnest(cast(:articles as uuid[]), cast(:months as date[]), cast(:instants as timestamptz[]))
                            as wanted(article_id, record_month, recorded_from)
                        join article a using (article_id, record_month, recorded_from)
                        where a.tenant = :tenant
                        """, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("revision", Integer.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("published_at", String.class)
                .addScalar("headline", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter(
                        "articles",
                        versions.keySet().stream().map(Version::article).toArray(UUID[]::new))
                .setParameter(
                        "months",
                        versions.values().stream().map(LocalDate::toString).toArray(String[]::new))
                .setParameter(
                        "instants",
                        versions.keySet().stream()
                                .map(version -> version.recordedFrom().toString())
                                .toArray(String[]::new))
                .getResultList()
                .forEach(this::add);
    }

    private void add(Tuple row) {
        UUID article = row.get("article_id", UUID.class);
        Instant recordedFrom = row.get("recorded_from", Instant.class);
        sources.put(
                new Version(article, recordedFrom),
                new ArticleSource(
                        article,
                        row.get("revision", Integer.class),
                        row.get("outlet", String.class),
                        row.get("address", String.class),
                        row.get("headline", String.class),
                        row.get("published_at", String.class),
                        recordedFrom));
    }
}
