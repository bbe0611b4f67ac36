package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Hop;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Statement;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Counts what comes from each outlet and through each agency, month by month. What a transaction adds or takes away waits for others that
 * count the same source, so the sums are those of the current facts, in whatever order articles come. Thread-safe; works within the
 * caller's transaction.
 */
@ApplicationScoped
class SourceTally {
    private static final String OUTLET = "OUTLET";
    private static final String AGENCY = "AGENCY";
    private static final String OPEN = "f.tenant = :tenant and f.record_month = :month and f.recorded_to = 'infinity'";

    private final EntityManager entities;
    private final FactJson json;

    SourceTally(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** A source of a kind. */
    record Source(String kind, String key) implements Comparable<Source> {
        private static final Comparator<Source> ORDER =
                Comparator.comparing(Source::kind).thenComparing(Source::key);

        @Override
        public int compareTo(Source other) {
            return ORDER.compare(this, other);
        }
    }

    private record Added(String name, int articles, int statements) {
        Added another() {
            return new Added(name, articles, statements + 1);
        }
    }

    /** Counts what a version brings; what the version before brought must be taken away already. In the order of sources. */
    void add(FactRow.Opening opening) {
        AnalysedArticle article = opening.article();
        List<Statement> statements = article.facts().statements();
        TreeMap<Source, Added> added = new TreeMap<>();
        added.put(
                new Source(OUTLET, article.outlet().key()),
                new Added(article.outlet().name(), 1, statements.size()));
        for (Statement statement : statements) {
            Hop agency = StatementRow.agency(statement);
            if (agency != null) {
                added.merge(
                        new Source(AGENCY, StatementRow.key(agency)),
                        new Added(String.valueOf(agency.name()), 0, 1),
                        (known, one) -> known.another());
            }
        }
        List<String> kinds = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        added.keySet().forEach(source -> {
            kinds.add(source.kind());
            keys.add(source.key());
        });
        entities.createNativeQuery("""
                        insert into source_month as known (tenant, kind, source_key, record_month, articles, statements,
                            first_accepted_at, last_accepted_at, last_article_id, name)
                        select :tenant, a.kind, a.key, :month, a.articles, a.statements, :accepted, :accepted, :article, a.name
                        from unnest(cast(:kinds as text[]), cast(:keys as text[]), cast(:articles as integer[]),
                            cast(:statements as integer[]), cast(:names as text[]))
                            with ordinality as a(kind, key, articles, statements, name, place)
                        order by a.place
                        on conflict (tenant, kind, source_key, record_month) do update
                        set articles = known.articles + excluded.articles, statements = known.statements + excluded.statements,
                            first_accepted_at = least(known.first_accepted_at, excluded.first_accepted_at),
                            (last_accepted_at, last_article_id, name) = (
                                select last_accepted_at, last_article_id, name
                                from (values (known.last_accepted_at, known.last_article_id, known.name),
                                             (excluded.last_accepted_at, excluded.last_article_id, excluded.name))
                                    as said(last_accepted_at, last_article_id, name)
                                order by last_accepted_at desc, last_article_id desc limit 1)
                        """)
                .setParameter("tenant", opening.tenant().name())
                .setParameter("month", article.recordMonth().firstDay())
                .setParameter("accepted", article.firstAcceptedAt())
                .setParameter("article", article.id().value())
                .setParameter("kinds", kinds.toArray(new String[0]))
                .setParameter("keys", keys.toArray(new String[0]))
                .setParameter("articles", counts(added.values().stream().map(Added::articles)))
                .setParameter("statements", counts(added.values().stream().map(Added::statements)))
                .setParameter("names", added.values().stream().map(Added::name).toArray(String[]::new))
                .executeUpdate();
    }

    private static String[] counts(java.util.stream.Stream<Integer> counts) {
        return counts.map(String::valueOf).toArray(String[]::new);
    }

    /**
     * Takes away what the article's current version brought, while it is still current.
     *
     * @param through only when its revision is not later than this one
     * @return the sources that it was of
     */
    List<Source> subtract(Tenant tenant, ArticleId article, RecordMonth month, int through) {
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery("""
                        with version as materialized (
                            select outlet_key from article where tenant = :tenant and article_id = :article and record_month = :month
                                and recorded_to = 'infinity' and revision <= :through),
                        said as materialized (
                            select s.agency_key from version join statement s on s.tenant = :tenant and s.article_id = :article
                                and s.record_month = :month and s.recorded_to = 'infinity'),
                        counted as materialized (
                            select 'OUTLET' as kind, outlet_key as key, 1 as articles, (select count(*) from said) as statements
                            from version
                            union all
                            select 'AGENCY', agency_key, 0, count(*) from said where agency_key is not null group by agency_key),
                        locked as materialized (
                            select m.kind, m.source_key from source_month m join counted c on m.kind = c.kind and m.source_key = c.key
                            where m.tenant = :tenant and m.record_month = :month order by m.kind, m.source_key for update of m)
                        update source_month m set articles = m.articles - c.articles, statements = m.statements - c.statements
                        from locked l join counted c on c.kind = l.kind and c.key = l.source_key
                        where m.tenant = :tenant and m.record_month = :month and m.kind = l.kind and m.source_key = l.source_key
                        returning m.kind, m.source_key
                        """, Tuple.class)
                .addScalar("kind", String.class)
                .addScalar("source_key", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", article.value())
                .setParameter("month", month.firstDay())
                .setParameter("through", through)
                .getResultList();
        return rows.stream()
                .map(row -> new Source(row.get("kind", String.class), row.get("source_key", String.class)))
                .sorted()
                .toList();
    }

    /** Tells again, of sources of which something is gone, which of their articles is the first and which the last. */
    void refresh(Tenant tenant, RecordMonth month, List<Source> sources) {
        for (Source source : sources) {
            boolean isOutlet = source.kind().equals(OUTLET);
            String table = isOutlet
                    ? "article f where f.outlet_key = :key and "
                    : "statement f where f.agency_key = :key and ";
            Session session = entities.unwrap(Session.class);
            List<Tuple> ends = session.createNativeQuery(
                            "(select f.first_accepted_at, f.article_id, "
                                    + (isOutlet ? "f.outlet" : "cast(f.fact as text)")
                                    + " as naming from " + table + OPEN
                                    + " order by f.first_accepted_at, f.article_id limit 1) union all (select f.first_accepted_at,"
                                    + " f.article_id, " + (isOutlet ? "f.outlet" : "cast(f.fact as text)") + " from "
                                    + table + OPEN
                                    + " order by f.first_accepted_at desc, f.article_id desc, f.position limit 1)",
                            Tuple.class)
                    .addScalar("first_accepted_at", Instant.class)
                    .addScalar("article_id", UUID.class)
                    .addScalar("naming", String.class)
                    .setParameter("tenant", tenant.name())
                    .setParameter("month", month.firstDay())
                    .setParameter("key", source.key())
                    .getResultList();
            if (ends.isEmpty()) {
                continue;
            }
            Tuple last = ends.getLast();
            String naming = last.get("naming", String.class);
            session.createNativeQuery("""
                            update source_month set first_accepted_at = :first, last_accepted_at = :last, last_article_id = :article,
                                name = :name
                            where tenant = :tenant and kind = :kind and source_key = :key and record_month = :month
                            """, Integer.class)
                    .setParameter("first", ends.getFirst().get("first_accepted_at", Instant.class))
                    .setParameter("last", last.get("first_accepted_at", Instant.class))
                    .setParameter("article", last.get("article_id", UUID.class))
                    .setParameter("name", isOutlet ? naming : agency(source.key(), naming))
                    .setParameter("tenant", tenant.name())
                    .setParameter("kind", source.kind())
                    .setParameter("key", source.key())
                    .setParameter("month", month.firstDay())
                    .executeUpdate();
        }
        if (!sources.isEmpty()) {
            entities.createNativeQuery("delete from source_month where tenant = :tenant and record_month = :month"
                            + " and source_key = any(cast(:keys as text[])) and articles = 0 and statements = 0")
                    .setParameter("tenant", tenant.name())
                    .setParameter("month", month.firstDay())
                    .setParameter("keys", sources.stream().map(Source::key).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    private String agency(String key, String fact) {
        Hop agency = StatementRow.agency(json.read(fact, Statement.class));
        String name = agency == null ? null : agency.name();
        return name == null ? key : name;
    }
}
