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
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.hibernate.Session;

/**
 * Counts what comes from each outlet and through each agency, month by month. A transaction writes what it changes in one statement, its last,
 * in the order of sources: so no two wait for each other, and none waits for long. The sums are those of the current facts, in whatever order
 * articles come. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
public class SourceTally {
    private static final String OUTLET = "OUTLET";
    private static final String AGENCY = "AGENCY";

    /** The first and the last article of a source in a month; what names it stands in the column {@code naming}. */
    private static final String ENDS = """
            (select f.first_accepted_at, f.article_id, {naming} as naming from {table} f
             where f.tenant = :tenant and f.record_month = :month and f.recorded_to = 'infinity' and f.{column} = :key
             order by f.first_accepted_at, f.article_id limit 1)
            union all
            (select f.first_accepted_at, f.article_id, {naming} from {table} f
             where f.tenant = :tenant and f.record_month = :month and f.recorded_to = 'infinity' and f.{column} = :key
             order by f.first_accepted_at desc, f.article_id desc, f.position limit 1)
            """;

    private static final String OUTLET_ENDS =
            ENDS.replace("{table}", "article").replace("{column}", "outlet_key").replace("{naming}", "f.outlet");
    private static final String AGENCY_ENDS = ENDS.replace("{table}", "statement")
            .replace("{column}", "agency_key")
            .replace("{naming}", "cast(f.fact as text)");

    private final EntityManager entities;
    private final FactJson json;

    SourceTally(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** An outlet or an agency. */
    private record CountedSource(String kind, String key) implements Comparable<CountedSource> {
        private static final Comparator<CountedSource> ORDER =
                Comparator.comparing(CountedSource::kind).thenComparing(CountedSource::key);

        @Override
        public int compareTo(CountedSource other) {
            return ORDER.compare(this, other);
        }
    }

    /** What comes from one source, by one version of an article. */
    private record Share(String name, int articles, int statements) {
        private static final Share NONE = new Share("", 0, 0);

        Share minus(Share other) {
            return new Share(name, articles - other.articles, statements - other.statements);
        }
    }

    /** What one version of an article brings. */
    public static final class Contribution {
        /** Of no version. */
        public static final Contribution NONE = new Contribution(new TreeMap<>());

        private final SortedMap<CountedSource, Share> shares;

        private Contribution(SortedMap<CountedSource, Share> shares) {
            this.shares = shares;
        }

        private Share of(CountedSource source) {
            return shares.getOrDefault(source, Share.NONE);
        }
    }

    private static Contribution of(AnalysedArticle article) {
        List<Statement> statements = article.facts().statements();
        TreeMap<CountedSource, Share> shares = new TreeMap<>();
        shares.put(
                new CountedSource(OUTLET, article.outlet().key()),
                new Share(article.outlet().name(), 1, statements.size()));
        for (Statement statement : statements) {
            Hop agency = StatementRow.agency(statement);
            if (agency != null) {
                shares.merge(
                        new CountedSource(AGENCY, StatementRow.key(agency)),
                        new Share(name(agency), 0, 1),
                        (known, one) -> new Share(known.name(), 0, known.statements() + 1));
            }
        }
        return new Contribution(shares);
    }

    private static String name(Hop agency) {
        String name = agency.name();
        return name == null ? StatementRow.key(agency) : name;
    }

    /**
     * What the article's current version has brought, while it is current.
     *
     * @param through none unless its revision is not later than this one
     */
    public Contribution current(Tenant tenant, ArticleId article, RecordMonth month, int through) {
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery("""
                        with version as materialized (
                            select outlet_key from article where tenant = :tenant and article_id = :article and record_month = :month
                                and recorded_to = 'infinity' and revision <= :through),
                        said as materialized (
                            select s.agency_key from version join statement s on s.tenant = :tenant and s.article_id = :article
                                and s.record_month = :month and s.recorded_to = 'infinity')
                        select 'OUTLET' as kind, outlet_key as source_key, 1 as articles,
                            (select cast(count(*) as integer) from said) as statements
                        from version
                        union all
                        select 'AGENCY', agency_key, 0, cast(count(*) as integer) from said where agency_key is not null
                        group by agency_key
                        """, Tuple.class)
                .addScalar("kind", String.class)
                .addScalar("source_key", String.class)
                .addScalar("articles", Integer.class)
                .addScalar("statements", Integer.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", article.value())
                .setParameter("month", month.firstDay())
                .setParameter("through", through)
                .getResultList();
        TreeMap<CountedSource, Share> shares = new TreeMap<>();
        rows.forEach(row -> shares.put(
                new CountedSource(row.get("kind", String.class), row.get("source_key", String.class)),
                new Share("", row.get("articles", Integer.class), row.get("statements", Integer.class))));
        return new Contribution(shares);
    }

    /** Counts a version that was opened in the place of another one. */
    public void opened(Tenant tenant, AnalysedArticle article, Contribution before) {
        Contribution brought = of(article);
        TreeMap<CountedSource, Share> changes = new TreeMap<>();
        brought.shares.forEach((source, share) -> changes.put(source, share.minus(before.of(source))));
        before.shares.forEach((source, share) -> changes.putIfAbsent(source, Share.NONE.minus(share)));
        write(tenant, article.recordMonth(), article.id(), article.firstAcceptedAt(), changes);
        refresh(
                tenant,
                article.recordMonth(),
                before.shares.keySet().stream()
                        .filter(source -> !brought.shares.containsKey(source))
                        .toList());
    }

    /** Takes away what a version had brought that is not there any more. */
    public void ended(Tenant tenant, ArticleId article, RecordMonth month, Contribution before) {
        if (before.shares.isEmpty()) {
            return;
        }
        TreeMap<CountedSource, Share> changes = new TreeMap<>();
        before.shares.forEach((source, share) -> changes.put(source, Share.NONE.minus(share)));
        write(tenant, month, article, Instant.EPOCH, changes);
        refresh(tenant, month, before.shares.keySet());
    }

    /** What is only taken away has no name, and leaves first, last and name as they are. */
    private void write(
            Tenant tenant,
            RecordMonth month,
            ArticleId article,
            Instant accepted,
            SortedMap<CountedSource, Share> changes) {
        entities.createNativeQuery("""
                        insert into source_month as known (tenant, kind, source_key, record_month, articles, statements,
                            first_accepted_at, last_accepted_at, last_article_id, name)
                        select :tenant, c.kind, c.key, :month, c.articles, c.statements, :accepted, :accepted, :article, c.name
                        from unnest(cast(:kinds as text[]), cast(:keys as text[]), cast(:articles as integer[]),
                            cast(:statements as integer[]), cast(:names as text[]))
                            with ordinality as c(kind, key, articles, statements, name, place)
                        order by c.place
                        on conflict (tenant, kind, source_key, record_month) do update
                        set articles = known.articles + excluded.articles, statements = known.statements + excluded.statements,
                            first_accepted_at = case excluded.name when '' then known.first_accepted_at
                                else least(known.first_accepted_at, excluded.first_accepted_at) end,
                            (last_accepted_at, last_article_id, name) = (
                                select last_accepted_at, last_article_id, name
                                from (values (known.last_accepted_at, known.last_article_id, known.name, 1),
                                             (excluded.last_accepted_at, excluded.last_article_id, excluded.name, 0))
                                    as said(last_accepted_at, last_article_id, name, place)
                                where name <> '' or place = 1
                                order by last_accepted_at desc, last_article_id desc, place limit 1)
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("month", month.firstDay())
                .setParameter("accepted", accepted)
                .setParameter("article", article.value())
                .setParameter(
                        "kinds",
                        changes.keySet().stream().map(CountedSource::kind).toArray(String[]::new))
                .setParameter(
                        "keys",
                        changes.keySet().stream().map(CountedSource::key).toArray(String[]::new))
                .setParameter("articles", numbers(changes.values(), Share::articles))
                .setParameter("statements", numbers(changes.values(), Share::statements))
                .setParameter(
                        "names", changes.values().stream().map(Share::name).toArray(String[]::new))
                .executeUpdate();
    }

    private static String[] numbers(Collection<Share> shares, ToIntFunction<Share> number) {
        return shares.stream()
                .map(share -> String.valueOf(number.applyAsInt(share)))
                .toArray(String[]::new);
    }

    /** Tells again, of sources of which something is gone, which of their articles is the first and which the last. */
    private void refresh(Tenant tenant, RecordMonth month, Collection<CountedSource> sources) {
        List<CountedSource> empty = new ArrayList<>();
        for (CountedSource source : sources) {
            List<Tuple> ends = ends(tenant, month, source);
            if (ends.isEmpty()) {
                empty.add(source);
            } else {
                setEnds(tenant, month, source, ends.getFirst(), ends.getLast());
            }
        }
        for (CountedSource source : empty) {
            entities.createNativeQuery(
                            "delete from source_month where tenant = :tenant and kind = :kind and source_key = :key"
                                    + " and record_month = :month and articles = 0 and statements = 0")
                    .setParameter("tenant", tenant.name())
                    .setParameter("kind", source.kind())
                    .setParameter("key", source.key())
                    .setParameter("month", month.firstDay())
                    .executeUpdate();
        }
    }

    private List<Tuple> ends(Tenant tenant, RecordMonth month, CountedSource source) {
        return entities.unwrap(Session.class)
                .createNativeQuery(source.kind().equals(OUTLET) ? OUTLET_ENDS : AGENCY_ENDS, Tuple.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("naming", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("month", month.firstDay())
                .setParameter("key", source.key())
                .getResultList();
    }

    private void setEnds(Tenant tenant, RecordMonth month, CountedSource source, Tuple first, Tuple last) {
        String naming = last.get("naming", String.class);
        Hop agency = source.kind().equals(AGENCY) ? StatementRow.agency(json.read(naming, Statement.class)) : null;
        entities.createNativeQuery("""
                        update source_month set first_accepted_at = :first, last_accepted_at = :last, last_article_id = :article,
                            name = :name
                        where tenant = :tenant and kind = :kind and source_key = :key and record_month = :month
                        """)
                .setParameter("first", first.get("first_accepted_at", Instant.class))
                .setParameter("last", last.get("first_accepted_at", Instant.class))
                .setParameter("article", last.get("article_id", UUID.class))
                .setParameter("name", agency == null ? naming : name(agency))
                .setParameter("tenant", tenant.name())
                .setParameter("kind", source.kind())
                .setParameter("key", source.key())
                .setParameter("month", month.firstDay())
                .executeUpdate();
    }
}
