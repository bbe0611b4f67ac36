package io.averment.query.source;

import io.averment.query.reading.Count;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Statement;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * Finds outlets and agencies in the record as of an instant, for which nothing is kept. A page goes from one key to the next by the index,
 * without reading the rows between, and counts a bounded number of each source's rows: it costs its length, not the record's. Keys that
 * came only later are passed over, a few pages of them at most: then the page is shorter, and has a next one. Thread-safe; works within the
 * caller's transaction.
 */
@ApplicationScoped
class SourceHistory {
    /** Rows of a source that are counted. */
    static final int MOST_COUNTED = 2_000;

    /** Pages of keys that are looked at for one page of sources. */
    private static final int MOST_STEPS = 5;

    private static final String CURRENT = "f.recorded_to = 'infinity'";
    private static final String HISTORY = "f.recorded_to < 'infinity'";
    private static final String NEWEST = "first_accepted_at desc, article_id desc, position";
    private static final String NOT_COUNTED = "select 0 as counted, cast(null as timestamptz) as reached";

    private final EntityManager entities;
    private final FactJson json;

    SourceHistory(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** A page of a kind of sources, by their keys. */
    SourcePage page(ListRequest request, SourceKind kind) {
        List<SourceItem> found = new ArrayList<>();
        String after = request.parameters().text(QueryParameters.CURSOR).orElse("");
        boolean isEnd = false;
        for (int step = 0; step < MOST_STEPS && !isEnd && found.size() <= request.limit(); step++) {
            List<Tuple> rows = rows(request, kind, after);
            rows.stream()
                    .filter(row -> row.get("last_seen", Instant.class) != null)
                    .forEach(row -> found.add(item(kind, row)));
            isEnd = rows.size() <= request.limit();
            after = isEnd ? after : rows.getLast().get("key", String.class);
        }
        if (found.size() > request.limit()) {
            List<SourceItem> items = found.subList(0, request.limit());
            return new SourcePage(items, items.getLast().key());
        }
        return new SourcePage(found, isEnd ? null : after);
    }

    private List<Tuple> rows(ListRequest request, SourceKind kind, String after) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(sql(kind, request.asOf()), Tuple.class)
                .addScalar("key", String.class)
                .addScalar("latest", String.class)
                .addScalar("first_seen", Instant.class)
                .addScalar("last_seen", Instant.class)
                .addScalar("articles", Long.class)
                .addScalar("articles_reached", Instant.class)
                .addScalar("statements", Long.class)
                .addScalar("statements_reached", Instant.class)
                .setParameter("tenant", request.tenant().name())
                .setParameter("after", after)
                .setParameter("rows", request.limit() + 1)
                .setParameter("most", MOST_COUNTED);
        Validity.bind(request.asOf(), query);
        return query.getResultList();
    }

    private static String sql(SourceKind kind, Optional<Instant> asOf) {
        String articles = kind == SourceKind.OUTLET ? counted("article", kind, asOf) : NOT_COUNTED;
        return String.format(
                Locale.ROOT,
                """
            with recursive keys (key, place) as (
                (%1$s)
                union all
                select following.key, k.place + 1 from keys k cross join lateral (%2$s) as following where k.place < :rows)
            select k.key, newest.shown as latest, oldest.first_accepted_at as first_seen,
                newest.first_accepted_at as last_seen, a.counted as articles, a.reached as articles_reached,
                s.counted as statements, s.reached as statements_reached
            from keys k left join lateral (%3$s) as newest on true left join lateral (%4$s) as oldest on true
            cross join lateral (%5$s) as a cross join lateral (%6$s) as s
            order by k.place
            """,
                following(kind, ":after", asOf),
                following(kind, "k.key", asOf),
                ofKey(kind.table(), kind, kind.latest(), asOf, NEWEST, "1"),
                ofKey(kind.table(), kind, "null", asOf, "first_accepted_at", "1"),
                articles,
                counted("statement", kind, asOf));
    }

    /** The key that comes next in the index: any that the record has or, as of an instant, ever had. */
    private static String following(SourceKind kind, String key, Optional<Instant> asOf) {
        List<String> places = asOf.isPresent() ? List.of(CURRENT, HISTORY) : List.of(CURRENT);
        return places.stream()
                .map(place -> String.format(
                        Locale.ROOT,
                        "(select f.%2$s as key from %1$s f where f.tenant = :tenant and %3$s and f.%2$s > %4$s order by f.%2$s"
                                + " limit 1)",
                        kind.table(),
                        kind.column(),
                        place,
                        key))
                .collect(Collectors.joining(
                        " union all ", "select found.key, 1 from (", ") as found order by 1 limit 1"));
    }

    /** Some rows of a source, in an order, each place of the record read no further than that. */
    private static String ofKey(
            String table, SourceKind kind, String shown, Optional<Instant> asOf, String order, String most) {
        return Validity.conditions(asOf, "f").stream()
                .map(validity -> String.format(
                        Locale.ROOT,
                        "(select f.first_accepted_at, f.article_id, f.position, %3$s as shown from %1$s f where"
                                + " f.tenant = :tenant and %4$s and f.%2$s = k.key order by %5$s limit %6$s)",
                        table,
                        kind.column(),
                        shown,
                        validity,
                        order,
                        most))
                .collect(Collectors.joining(
                        " union all ", "select * from (", ") as found order by " + order + " limit " + most));
    }

    private static String counted(String table, SourceKind kind, Optional<Instant> asOf) {
        return "select count(*) as counted, min(each.first_accepted_at) as reached from ("
                + ofKey(table, kind, "null", asOf, NEWEST, ":most") + ") as each";
    }

    private SourceItem item(SourceKind kind, Tuple row) {
        String key = row.get("key", String.class);
        String latest = row.get("latest", String.class);
        return new SourceItem(
                key,
                kind == SourceKind.OUTLET ? latest : agency(key, json.read(latest, Statement.class)),
                kind == SourceKind.OUTLET ? count(row, "articles") : null,
                count(row, "statements"),
                row.get("first_seen", Instant.class),
                row.get("last_seen", Instant.class));
    }

    private static String agency(String key, Statement statement) {
        return statement.chain().stream()
                .filter(hop -> hop.role() == HopRole.AGENCY)
                .map(Hop::name)
                .filter(name -> name != null && EntityKey.fold(name).equals(key))
                .findFirst()
                .orElse(key);
    }

    /** When there are more than were counted: as many as there would be if they had come in all the time as the newest did. */
    private static Count count(Tuple row, String column) {
        long counted = row.get(column, Long.class);
        if (counted < MOST_COUNTED) {
            return new Count(counted, true);
        }
        Instant last = row.get("last_seen", Instant.class);
        long recent = Duration.between(row.get(column + "_reached", Instant.class), last)
                .toMillis();
        long all = Duration.between(row.get("first_seen", Instant.class), last).toMillis();
        return new Count(recent == 0 ? counted : Math.max(counted, Math.round((double) counted * all / recent)), false);
    }
}
