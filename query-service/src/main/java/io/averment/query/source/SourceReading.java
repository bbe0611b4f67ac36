package io.averment.query.source;

import io.averment.query.reading.Count;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import io.averment.query.record.EntityKey;
import io.averment.query.record.Hop;
import io.averment.query.record.HopRole;
import io.averment.query.record.Statement;
import io.averment.query.storage.FactJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Finds outlets and agencies in the record as it is now. A page goes from one key to the next by the index, without reading the rows
 * between, and counts a bounded number of each source's rows: it costs its length, not the record's. Thread-safe.
 */
@ApplicationScoped
class SourceReading {
    /** Rows of a source that are counted. */
    static final int MOST_COUNTED = 2_000;

    private static final String CURRENT = "f.tenant = :tenant and f.recorded_to = 'infinity'";
    private static final String NOT_COUNTED = "select 0 as counted, cast(null as timestamptz) as reached";

    private final RecordReading record;
    private final EntityManager entities;
    private final FactJson json;

    SourceReading(RecordReading record, EntityManager entities, FactJson json) {
        this.record = record;
        this.entities = entities;
        this.json = json;
    }

    /** A page of a kind of sources, by their keys. */
    SourcePage list(ListRequest request, SourceKind kind) {
        List<Tuple> rows = record.read(
                request.tenant(),
                Optional.empty(),
                () -> entities.unwrap(Session.class)
                        .createNativeQuery(sql(kind), Tuple.class)
                        .addScalar("key", String.class)
                        .addScalar("latest", String.class)
                        .addScalar("first_seen", Instant.class)
                        .addScalar("last_seen", Instant.class)
                        .addScalar("articles", Long.class)
                        .addScalar("articles_reached", Instant.class)
                        .addScalar("statements", Long.class)
                        .addScalar("statements_reached", Instant.class)
                        .setParameter("tenant", request.tenant().name())
                        .setParameter(
                                "after",
                                request.parameters()
                                        .text(QueryParameters.CURSOR)
                                        .orElse(""))
                        .setParameter("rows", request.limit() + 1)
                        .setParameter("most", MOST_COUNTED)
                        .getResultList());
        int count = Math.min(rows.size(), request.limit());
        List<SourceItem> items =
                rows.subList(0, count).stream().map(row -> item(kind, row)).toList();
        return new SourcePage(items, rows.size() > count ? items.getLast().key() : null);
    }

    private static String sql(SourceKind kind) {
        String articles = kind == SourceKind.OUTLET ? counted("article", kind) : NOT_COUNTED;
        return String.format(
                Locale.ROOT,
                """
            with recursive keys (key, place) as (
                (select f.%2$s, 1 from %1$s f where %4$s and f.%2$s > :after order by f.%2$s limit 1)
                union all
                select following.key, k.place + 1
                from keys k cross join lateral (
                    select f.%2$s as key from %1$s f where %4$s and f.%2$s > k.key order by f.%2$s limit 1) as following
                where k.place < :rows)
            select k.key,
                (select %3$s from %1$s f where %4$s and f.%2$s = k.key order by f.first_accepted_at desc limit 1) as latest,
                (select f.first_accepted_at from %1$s f where %4$s and f.%2$s = k.key
                    order by f.first_accepted_at limit 1) as first_seen,
                (select f.first_accepted_at from %1$s f where %4$s and f.%2$s = k.key
                    order by f.first_accepted_at desc limit 1) as last_seen,
                a.counted as articles, a.reached as articles_reached, s.counted as statements, s.reached as statements_reached
            from keys k cross join lateral (%5$s) as a cross join lateral (%6$s) as s
            order by k.place
            """,
                kind.table(),
                kind.column(),
                kind.latest(),
                CURRENT,
                articles,
                counted("statement", kind));
    }

    private static String counted(String table, SourceKind kind) {
        return String.format(Locale.ROOT, """
            select count(*) as counted, min(found.first_accepted_at) as reached from (
                select f.first_accepted_at from %1$s f where %3$s and f.%2$s = k.key
                order by f.first_accepted_at desc limit :most) as found
            """, table, kind.column(), CURRENT);
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
