package io.averment.query.thread;

import io.averment.query.reading.Conditions;
import io.averment.query.reading.Cursor;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.Order;
import io.averment.query.record.ArticleId;
import io.averment.query.record.thread.ThreadKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** One page of threads, in the order of an index. Thread-safe. */
@ApplicationScoped
class ThreadList {
    private static final String CURRENT = "f.recorded_to = 'infinity'";
    private static final String CURRENT_THEN = "f.recorded_to = 'infinity' and f.recorded_from <= :asOf";
    private static final String HISTORY_THEN =
            "f.recorded_to < 'infinity' and f.recorded_to > :asOf and f.recorded_from <= :asOf";
    private static final String OPEN = "'infinity'";

    private final EntityManager entities;

    ThreadList(EntityManager entities) {
        this.entities = entities;
    }

    /** The page of these kinds. */
    ThreadPage page(ListRequest request, List<ThreadKind> kinds, Conditions conditions) {
        NativeQuery<Tuple> query =
                typed(entities.unwrap(Session.class).createNativeQuery(sql(request, kinds, conditions), Tuple.class));
        conditions.bind(query);
        query.setParameter("rows", request.limit() + 1);
        request.after().ifPresent(cursor -> {
            query.setParameter("at", Order.NEWEST.value(cursor.key()));
            query.setParameter("after", cursor.article().value());
            query.setParameter("position", cursor.position());
        });
        request.asOf().ifPresent(instant -> query.setParameter("asOf", instant));
        List<Tuple> rows = query.getResultList();
        int count = Math.min(rows.size(), request.limit());
        return new ThreadPage(
                rows.subList(0, count).stream().map(ThreadList::item).toList(),
                rows.size() > count ? place(rows.get(count - 1)).encode(request.fingerprint()) : null);
    }

    private static NativeQuery<Tuple> typed(NativeQuery<Tuple> query) {
        return query.addScalar("thread_id", String.class)
                .addScalar("kind", String.class)
                .addScalar("state", String.class)
                .addScalar("voice_name", String.class)
                .addScalar("entity_key", String.class)
                .addScalar("words", String.class)
                .addScalar("due_from", LocalDate.class)
                .addScalar("due_to", LocalDate.class)
                .addScalar("first_day", LocalDate.class)
                .addScalar("last_day", LocalDate.class)
                .addScalar("article_count", Integer.class)
                .addScalar("origin_count", Integer.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("position", Integer.class);
    }

    private static String sql(ListRequest request, List<ThreadKind> kinds, Conditions conditions) {
        boolean then = request.asOf().isPresent();
        List<String> branches = new ArrayList<>();
        for (ThreadKind kind : kinds) {
            for (String validity : then ? List.of(CURRENT_THEN, HISTORY_THEN) : List.of(CURRENT)) {
                for (String days : conditions.alternatives()) {
                    branches.add("(select f.* from thread f where f.kind = '" + kind.name() + "' and "
                            + validity + " and " + conditions.sql() + days
                            + (request.after().isPresent() ? " and " + Order.NEWEST.after("f") : "")
                            + " order by " + Order.NEWEST.sql("f") + " limit :rows)");
                }
            }
        }
        return "select p.*, coalesce(" + words("statement", then) + ", " + words("commitment", then)
                + ") as words from (" + String.join(" union all ", branches) + ") as p order by "
                + Order.NEWEST.sql("p") + " limit :rows";
    }

    /** The words of the thread's first fact, as they were then. */
    private static String words(String table, boolean then) {
        return "(select left(w.content, 2000) from " + table
                + " w where w.tenant = p.tenant and w.article_id = p.article_id"
                + " and w.fact_id = p.fact_id and w.record_month = p.record_month and "
                + (then ? "w.recorded_to > :asOf and w.recorded_from <= :asOf" : "w.recorded_to = " + OPEN)
                + " limit 1)";
    }

    private static Cursor place(Tuple row) {
        return new Cursor(
                Cursor.Kind.LISTED,
                Order.NEWEST.key(row.get("first_accepted_at", Instant.class)),
                new ArticleId(row.get("article_id", UUID.class)),
                row.get("position", Integer.class));
    }

    private static ThreadItem item(Tuple row) {
        return new ThreadItem(
                row.get("thread_id", String.class),
                ThreadKind.valueOf(row.get("kind", String.class)),
                ThreadState.valueOf(row.get("state", String.class)),
                row.get("voice_name", String.class),
                row.get("entity_key", String.class),
                row.get("words", String.class),
                row.get("due_from", LocalDate.class),
                row.get("due_to", LocalDate.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class),
                row.get("article_count", Integer.class),
                row.get("origin_count", Integer.class),
                row.get("recorded_from", Instant.class));
    }
}
