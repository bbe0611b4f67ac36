package io.averment.query.reading;

import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/**
 * The articles of a page's rows, each in the version that the row was opened with. Asked for by themselves, in the months that the
 * page comes from: joined to the rows, every month's articles would have to be planned for.
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
        Set<UUID> articles = new LinkedHashSet<>();
        Set<LocalDate> months = new LinkedHashSet<>();
        for (Tuple row : rows) {
            articles.add(row.get("list_article", UUID.class));
            months.add(row.get("list_month", LocalDate.class));
        }
        entities.unwrap(Session.class)
                .createNativeQuery("""
                        select article_id, recorded_from, revision, outlet, address, published_at,
                               case when headline_length > 0 then left(content, headline_length) end as headline
                        from article
                        where tenant = :tenant and article_id = any(:articles) and record_month in (:months)
                        """, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("revision", Integer.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("published_at", String.class)
                .addScalar("headline", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("articles", articles.toArray(new UUID[0]))
                .setParameterList("months", months)
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
