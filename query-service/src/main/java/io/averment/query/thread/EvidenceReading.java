package io.averment.query.thread;

import io.averment.query.record.Tenant;
import io.averment.query.record.thread.ThreadFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What the facts of threads say, and where. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class EvidenceReading {
    private final EntityManager entities;

    EvidenceReading(EntityManager entities) {
        this.entities = entities;
    }

    /** A fact's words with what is shown of its article. */
    record Words(
            String outlet,
            @Nullable String address,
            @Nullable String headline,
            @Nullable String publishedAt,
            @Nullable String words) {}

    /** The words of each fact in the version of its article that was opened then. */
    Map<ThreadFact, Words> of(Tenant tenant, Map<ThreadFact, Instant> opened) {
        List<ThreadFact> facts = new ArrayList<>(opened.keySet());
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery("""
                        select wanted.number, a.outlet, a.address, a.published_at,
                            case when a.headline_length > 0 then left(a.content, a.headline_length) end as headline,
                            coalesce(s.content, c.content) as words
                        from unnest(cast(:articles as uuid[]), cast(:facts as text[]), cast(:opened as timestamptz[]))
                            with ordinality as wanted(article_id, fact_id, recorded_from, number)
                        join article a on a.tenant = :tenant and a.article_id = wanted.article_id
                            and a.recorded_from = wanted.recorded_from
                        left join statement s on s.tenant = :tenant and s.article_id = wanted.article_id
                            and s.fact_id = wanted.fact_id and s.record_month = a.record_month
                            and s.recorded_from = wanted.recorded_from
                        left join commitment c on c.tenant = :tenant and c.article_id = wanted.article_id
                            and c.fact_id = wanted.fact_id and c.record_month = a.record_month
                            and c.recorded_from = wanted.recorded_from
                        """, Tuple.class)
                .addScalar("number", Integer.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("published_at", String.class)
                .addScalar("headline", String.class)
                .addScalar("words", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter(
                        "articles",
                        facts.stream()
                                .map(fact -> fact.place().article().value())
                                .toArray(UUID[]::new))
                .setParameter(
                        "facts", facts.stream().map(fact -> fact.place().fact()).toArray(String[]::new))
                .setParameter(
                        "opened",
                        facts.stream()
                                .map(fact -> String.valueOf(opened.get(fact)))
                                .toArray(String[]::new))
                .getResultList();
        Map<ThreadFact, Words> words = new HashMap<>();
        rows.forEach(row -> words.put(
                facts.get(row.get("number", Integer.class) - 1),
                new Words(
                        row.get("outlet", String.class),
                        row.get("address", String.class),
                        row.get("headline", String.class),
                        row.get("published_at", String.class),
                        row.get("words", String.class))));
        return words;
    }
}
