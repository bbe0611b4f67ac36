package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import io.averment.query.record.thread.FactKeys;
import io.averment.query.record.thread.Lapse;
import io.averment.query.record.thread.ThreadFact;
import io.averment.query.record.thread.Weaving;
import io.averment.query.storage.ThreadJson.Stored;
import io.averment.query.storage.ThreadJson.Written;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;

/** The rows of threads. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
class ThreadRows {
    private static final int MOST_CANDIDATES = 200;
    private static final int MOST_MEMBERS = 2000;

    private final EntityManager entities;
    private final FactJson json;

    ThreadRows(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** The open rows of an article. */
    List<Stored> ofArticle(Tenant tenant, ArticleId article, LocalDate month) {
        return query(
                "where t.tenant = :tenant and t.article_id = :article and t.record_month = :month"
                        + " and t.recorded_to = 'infinity' order by t.position",
                Map.of("tenant", tenant.name(), "article", article.value(), "month", month));
    }

    /**
     * The open rows that share enough keys with one of these facts to be compared, apart from the article's own; those that share most when there
     * are too many.
     */
    List<Stored> candidates(Tenant tenant, ArticleId article, Collection<ThreadFact> facts) {
        KeyRows keys = new KeyRows();
        facts.forEach(fact -> keys.add(fact.place().fact(), Weaving.keys(fact)));
        return facts.isEmpty()
                ? List.of()
                : query(
                        """
                        join (select article_id, fact_id, record_month from (
                                select k.article_id, k.fact_id, k.record_month, count(*) as shared
                                from unnest(cast(:keys as text[]), cast(:facts as text[]), cast(:least as smallint[]))
                                    as ours(key, fact_id, least_shared)
                                join thread_key k on k.tenant = :tenant and k.key = ours.key and k.recorded_to = 'infinity'
                                    and k.article_id <> :article
                                group by ours.fact_id, k.article_id, k.fact_id, k.record_month
                                having count(*) >= least(min(k.least_shared), min(ours.least_shared))) as pair
                            group by article_id, fact_id, record_month
                            order by max(shared) desc, article_id, fact_id limit :most) as found using (article_id, fact_id, record_month)
                        where t.tenant = :tenant and t.recorded_to = 'infinity'
                        """,
                        keys.parameters(
                                Map.of("tenant", tenant.name(), "article", article.value(), "most", MOST_CANDIDATES)));
    }

    /** Keys of facts, a row each, as arrays of columns. */
    private static final class KeyRows {
        private final List<String> keys = new ArrayList<>();
        private final List<String> facts = new ArrayList<>();
        private final List<Short> least = new ArrayList<>();

        void add(String fact, FactKeys found) {
            found.names().stream().sorted().forEach(key -> {
                keys.add(key);
                facts.add(fact);
                least.add((short) found.leastShared());
            });
        }

        /** These with the arrays. */
        Map<String, Object> parameters(Map<String, Object> others) {
            Map<String, Object> all = new HashMap<>(others);
            all.put("keys", keys.toArray(new String[0]));
            all.put("facts", facts.toArray(new String[0]));
            all.put("least", least.toArray(new Short[0]));
            return all;
        }
    }

    /** The open rows of threads. */
    List<Stored> members(Tenant tenant, Collection<String> threads) {
        return threads.isEmpty()
                ? List.of()
                : query(
                        "where t.tenant = :tenant and t.thread_id = any(cast(:threads as text[])) and t.recorded_to = 'infinity'"
                                + " order by t.first_accepted_at, t.article_id limit " + MOST_MEMBERS,
                        Map.of("tenant", tenant.name(), "threads", threads.toArray(new String[0])));
    }

    /** The rows of a thread as of an instant. */
    List<Stored> members(Tenant tenant, String thread, Instant asOf) {
        return query(
                "where t.tenant = :tenant and t.thread_id = :thread and t.recorded_to > :asOf and t.recorded_from <= :asOf"
                        + " order by t.first_accepted_at, t.article_id limit " + MOST_MEMBERS,
                Map.of("tenant", tenant.name(), "thread", thread, "asOf", asOf));
    }

    private List<Stored> query(String rest, Map<String, Object> parameters) {
        var query = ThreadJson.typed(entities.unwrap(Session.class)
                .createNativeQuery("select " + ThreadJson.COLUMNS + " from thread_fact t " + rest, Tuple.class));
        parameters.forEach(query::setParameter);
        return query.getResultList().stream()
                .map(row -> ThreadJson.read(row, json))
                .toList();
    }

    /** The threads of an article's facts as of an instant, by the id of the fact. */
    Map<String, String> threadsOf(Tenant tenant, ArticleId article, Instant asOf) {
        Map<String, String> threads = new HashMap<>();
        query(
                        "where t.tenant = :tenant and t.article_id = :article and t.recorded_to > :asOf and t.recorded_from <= :asOf",
                        Map.of("tenant", tenant.name(), "article", article.value(), "asOf", asOf))
                .forEach(row -> threads.put(row.fact().place().fact(), row.thread()));
        return threads;
    }

    /** The current thread of a fact. */
    Optional<String> threadOf(Tenant tenant, ArticleId article, String fact) {
        return query(
                        "where t.tenant = :tenant and t.article_id = :article and t.fact_id = :fact and t.recorded_to = 'infinity'",
                        Map.of("tenant", tenant.name(), "article", article.value(), "fact", fact))
                .stream()
                .map(Stored::thread)
                .findFirst();
    }

    /** When the versions of an article were opened that the record still has. */
    Set<Instant> versions(Tenant tenant, ArticleId article, LocalDate month) {
        return PastRows.versions(entities, tenant, article, month);
    }

    /** The rows, of all time, of threads in which an article ever stood, ordered by thread. */
    List<Stored> ever(Tenant tenant, ArticleId article, LocalDate month) {
        return query(
                "where t.tenant = :tenant and t.thread_id in (select o.thread_id from thread_fact o where o.tenant = :tenant"
                        + " and o.article_id = :article and o.record_month = :month) order by t.thread_id limit "
                        + PastRows.MOST,
                Map.of("tenant", tenant.name(), "article", article.value(), "month", month));
    }

    /**
     * Erases what is kept of the words of an article's withdrawn versions, from the past as well.
     *
     * @param remaining summaries of the past that stay, and as what
     */
    void erase(ArticleId article, LocalDate month, List<ThreadSummaries.Past> remaining) {
        entities.createNativeQuery(
                        "select erase_withdrawn_threads(cast(current_schema() as text), :article, :month, cast(:remaining as jsonb))",
                        Integer.class)
                .setParameter("article", article.value())
                .setParameter("month", month)
                .setParameter("remaining", json.write(remaining))
                .getSingleResult();
    }

    /** Ends the rows of an article. */
    void close(Tenant tenant, ArticleId article, LocalDate month, Instant at) {
        for (String table : List.of("thread_key", "thread_fact")) {
            entities.createNativeQuery("update " + table + " set recorded_to = :at where tenant = :tenant"
                            + " and article_id = :article and record_month = :month and recorded_to = 'infinity'")
                    .setParameter("at", at)
                    .setParameter("tenant", tenant.name())
                    .setParameter("article", article.value())
                    .setParameter("month", month)
                    .executeUpdate();
        }
    }

    /** Puts a fact of another article into another thread. */
    void move(Tenant tenant, Stored row, String thread, Instant at) {
        entities.createNativeQuery("""
                        with moved as (
                            update thread_fact set recorded_to = :at
                            where tenant = :tenant and article_id = :article and fact_id = :fact and record_month = :month
                                and recorded_to = 'infinity'
                            returning *)
                        insert into thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from,
                            first_accepted_at, opened_at, kind, thread_id, bucket, day, origin, text_hash, evidence)
                        select tenant, record_month, article_id, fact_id, position, :at,
                            first_accepted_at, opened_at, kind, :thread, bucket, day, origin, text_hash, evidence from moved
                        """)
                .setParameter("at", at)
                .setParameter("tenant", tenant.name())
                .setParameter("article", row.fact().place().article().value())
                .setParameter("fact", row.fact().place().fact())
                .setParameter("month", row.month())
                .setParameter("thread", thread)
                .executeUpdate();
    }

    /** Opens the facts of an article, each in its thread. */
    void open(Tenant tenant, AnalysedArticle article, Map<ThreadFact, Membership> facts, Instant at) {
        List<Written> rows = new ArrayList<>();
        KeyRows keys = new KeyRows();
        facts.forEach((fact, membership) -> {
            rows.add(written(article, fact, membership));
            keys.add(fact.place().fact(), Weaving.keys(fact));
        });
        entities.createNativeQuery("""
                        insert into thread_fact (tenant, record_month, article_id, fact_id, position, recorded_from,
                            first_accepted_at, opened_at, kind, thread_id, bucket, day, origin, text_hash, evidence)
                        select :tenant, r."recordMonth", r."articleId", r."factId", r.position, :at, r."firstAcceptedAt", :at,
                            r.kind, r."threadId", r.bucket, r.day, r.origin, r."textHash", r.evidence
                        from jsonb_to_recordset(cast(:rows as jsonb)) as r("recordMonth" date, "articleId" uuid, "factId" text,
                            position integer, "firstAcceptedAt" timestamptz, kind text, "threadId" text, bucket text, day date,
                            origin text, "textHash" text, evidence jsonb)
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("at", at)
                .setParameter("rows", json.write(rows))
                .executeUpdate();
        var opened = entities.createNativeQuery("""
                        insert into thread_key (tenant, record_month, key, article_id, fact_id, recorded_from, least_shared)
                        select :tenant, :month, added.key, :article, added.fact, :at, added.least_shared
                        from unnest(cast(:keys as text[]), cast(:facts as text[]), cast(:least as smallint[]))
                            as added(key, fact, least_shared)
                        """);
        keys.parameters(Map.of(
                        "tenant",
                        tenant.name(),
                        "month",
                        article.recordMonth().firstDay(),
                        "article",
                        article.id().value(),
                        "at",
                        at))
                .forEach(opened::setParameter);
        opened.executeUpdate();
    }

    /** Where a fact belongs. */
    record Membership(String thread, String bucket) {}

    private static Written written(AnalysedArticle article, ThreadFact fact, Membership membership) {
        return new Written(
                article.recordMonth().firstDay(),
                article.id().value(),
                fact.place().fact(),
                fact.place().position(),
                fact.place().firstAcceptedAt(),
                fact.kind().name(),
                membership.thread(),
                membership.bucket(),
                fact.day(),
                fact.source().origin(),
                fact.source().text(),
                fact.evidence());
    }

    /** The lapses that the record noticed of threads with these facts, up to an instant. */
    List<Lapse> lapses(Tenant tenant, Collection<ThreadFact> facts, Instant asOf) {
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery("""
                        select distinct l.due_to, l.recorded_from from lapse l
                        join unnest(cast(:articles as uuid[]), cast(:facts as text[])) as f(article_id, fact_id)
                            using (article_id, fact_id)
                        where l.tenant = :tenant and l.recorded_from <= :asOf
                        """, Tuple.class)
                .addScalar("due_to", LocalDate.class)
                .addScalar("recorded_from", Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("asOf", asOf)
                .setParameter(
                        "articles",
                        facts.stream()
                                .map(fact -> fact.place().article().value())
                                .toArray(UUID[]::new))
                .setParameter(
                        "facts", facts.stream().map(fact -> fact.place().fact()).toArray(String[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new Lapse(row.get("due_to", LocalDate.class), row.get("recorded_from", Instant.class)))
                .toList();
    }
}
