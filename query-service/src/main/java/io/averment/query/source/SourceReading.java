package io.averment.query.source;

import io.averment.query.reading.Count;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.reading.RecordReading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * Finds outlets and agencies in the record. As it is now, by what is kept of each month: a page costs its length and the number of months.
 * Thread-safe.
 */
@ApplicationScoped
class SourceReading {
    private static final String PAGE = """
            select m.source_key as key, sum(m.articles) as articles, sum(m.statements) as statements,
                min(m.first_accepted_at) as first_seen, max(m.last_accepted_at) as last_seen,
                (array_agg(m.name order by m.last_accepted_at desc, m.last_article_id desc))[1] as name
            from source_month m where m.tenant = :tenant and m.kind = :kind and m.source_key > :after
            group by m.source_key order by m.source_key limit :rows
            """;

    private final RecordReading record;
    private final SourceHistory history;
    private final EntityManager entities;

    SourceReading(RecordReading record, SourceHistory history, EntityManager entities) {
        this.record = record;
        this.history = history;
        this.entities = entities;
    }

    /** A page of a kind of sources, by their keys. */
    SourcePage list(ListRequest request, SourceKind kind) {
        if (request.asOf().isPresent()) {
            return record.read(request.tenant(), request.asOf(), () -> history.page(request, kind));
        }
        List<Tuple> rows = record.read(
                request.tenant(),
                Optional.empty(),
                () -> entities.unwrap(Session.class)
                        .createNativeQuery(PAGE, Tuple.class)
                        .addScalar("key", String.class)
                        .addScalar("name", String.class)
                        .addScalar("first_seen", Instant.class)
                        .addScalar("last_seen", Instant.class)
                        .addScalar("articles", Long.class)
                        .addScalar("statements", Long.class)
                        .setParameter("tenant", request.tenant().name())
                        .setParameter("kind", kind.name())
                        .setParameter(
                                "after",
                                request.parameters()
                                        .text(QueryParameters.CURSOR)
                                        .orElse(""))
                        .setParameter("rows", request.limit() + 1)
                        .getResultList());
        int count = Math.min(rows.size(), request.limit());
        List<SourceItem> items =
                rows.subList(0, count).stream().map(row -> item(kind, row)).toList();
        return new SourcePage(items, rows.size() > count ? items.getLast().key() : null);
    }

    private static SourceItem item(SourceKind kind, Tuple row) {
        return new SourceItem(
                row.get("key", String.class),
                row.get("name", String.class),
                kind == SourceKind.OUTLET ? Count.exactly(row.get("articles", Long.class)) : null,
                Count.exactly(row.get("statements", Long.class)),
                row.get("first_seen", Instant.class),
                row.get("last_seen", Instant.class));
    }
}
