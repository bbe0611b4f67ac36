package io.averment.query.thread;

import io.averment.query.reading.Conditions;
import io.averment.query.reading.Cursor;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.Order;
import io.averment.query.record.ArticleId;
import io.averment.query.record.thread.ThreadKind;
import io.averment.query.storage.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** One page of threads, in the order of an index. Thread-safe. */
@ApplicationScoped
class ThreadList {
    /** In the order of their names, in which they stand within an article and position. */
    private static final List<ThreadKind> KINDS = Stream.of(ThreadKind.values())
            .sorted(Comparator.comparing(Enum::name))
            .toList();

    private final EntityManager entities;

    /** The fact that a thread begins with. */
    private record FirstFact(UUID article, String fact) {}

    ThreadList(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The page of these kinds.
     *
     * @param voices keys of the entities whose threads are wanted; those of all when there are none
     */
    ThreadPage page(ListRequest request, List<ThreadKind> kinds, List<String> voices, Conditions conditions) {
        for (int i = 0; i < voices.size(); i++) {
            conditions.value("voice" + i, voices.get(i));
        }
        NativeQuery<Tuple> query = typed(entities.unwrap(Session.class)
                .createNativeQuery(sql(request, kinds, ofVoices(voices), conditions), Tuple.class));
        conditions.bind(query);
        request.after().ifPresent(cursor -> {
            query.setParameter("at", Order.NEWEST.value(cursor.key()));
            query.setParameter("after", cursor.article().value());
            kinds.forEach(kind -> query.setParameter(position(kind), lastPassed(cursor, kind)));
        });
        Validity.bind(request.asOf(), query);
        List<Tuple> rows = query.getResultList();
        int count = Math.min(rows.size(), request.limit());
        List<Tuple> shown = rows.subList(0, count);
        Map<FirstFact, String> words = words(request, shown);
        return new ThreadPage(
                shown.stream().map(row -> item(row, words)).toList(),
                rows.size() > count ? place(rows.get(count - 1)).encode(request.fingerprint()) : null);
    }

    private static NativeQuery<Tuple> typed(NativeQuery<Tuple> query) {
        return query.addScalar("thread_id", String.class)
                .addScalar("kind", String.class)
                .addScalar("state", String.class)
                .addScalar("voice_name", String.class)
                .addScalar("entity_key", String.class)
                .addScalar("due_from", LocalDate.class)
                .addScalar("due_to", LocalDate.class)
                .addScalar("first_day", LocalDate.class)
                .addScalar("last_day", LocalDate.class)
                .addScalar("article_count", Integer.class)
                .addScalar("origin_count", Integer.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("position", Integer.class)
                .addScalar("fact_id", String.class)
                .addScalar("record_month", LocalDate.class);
    }

    /** The words of the threads' first facts, as they were then. */
    private Map<FirstFact, String> words(ListRequest request, List<Tuple> rows) {
        Map<FirstFact, String> words = new HashMap<>();
        if (rows.isEmpty()) {
            return words;
        }
        String sql = words("statement", request) + " union all " + words("commitment", request);
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("fact_id", String.class)
                .addScalar("words", String.class)
                .setParameter("tenant", request.tenant().name())
                .setParameter(
                        "articles",
                        rows.stream()
                                .map(row -> row.get("article_id", UUID.class))
                                .toArray(UUID[]::new))
                .setParameter(
                        "months",
                        rows.stream()
                                .map(row ->
                                        row.get("record_month", LocalDate.class).toString())
                                .toArray(String[]::new))
                .setParameter(
                        "facts",
                        rows.stream()
                                .map(row -> row.get("fact_id", String.class))
                                .toArray(String[]::new));
        request.asOf().ifPresent(instant -> query.setParameter("asOf", instant));
        query.getResultList()
                .forEach(row -> words.put(
                        new FirstFact(row.get("article_id", UUID.class), row.get("fact_id", String.class)),
                        row.get("words", String.class)));
        return words;
    }

    private static String words(String table, ListRequest request) {
        return "select w.article_id, w.fact_id, left(w.content, 2000) as words"
                + " from unnest(cast(:articles as uuid[]), cast(:facts as text[]), cast(:months as date[]))"
                + " as wanted(article_id, fact_id, record_month) join " + table
                + " w using (article_id, fact_id, record_month) where w.tenant = :tenant and "
                + Validity.of(request.asOf(), "w");
    }

    /** Each entity in a branch of its own, since an index has the threads of one in the list's order. */
    private static List<String> ofVoices(List<String> voices) {
        return voices.isEmpty()
                ? List.of("")
                : IntStream.range(0, voices.size())
                        .mapToObj(i -> " and f.entity_key = :voice" + i)
                        .toList();
    }

    private static String sql(
            ListRequest request, List<ThreadKind> kinds, List<String> ofVoices, Conditions conditions) {
        int most = request.limit() + 1;
        List<String> branches = new ArrayList<>();
        for (ThreadKind kind : kinds) {
            for (String validity : Validity.conditions(request.asOf(), "f")) {
                for (String days : conditions.alternatives()) {
                    for (String ofVoice : ofVoices) {
                        branches.add("(select f.* from thread f where f.kind = '" + kind.name() + "' and "
                                + validity + " and " + conditions.sql() + ofVoice + days
                                + (request.after().isPresent() ? " and " + after(kind) : "")
                                + " order by " + Order.NEWEST.sql("f") + " limit " + most + ')');
                    }
                }
            }
        }
        return branches.size() == 1
                ? branches.getFirst()
                : "select * from (" + String.join(" union all ", branches) + ") as p order by " + Order.NEWEST.sql("p")
                        + ", p.kind limit " + most;
    }

    private static String after(ThreadKind kind) {
        return Order.NEWEST.after("f").replace(":position", ":" + position(kind));
    }

    private static String position(ThreadKind kind) {
        return "position" + kind.name();
    }

    /** The position up to which threads of this kind that begin in the cursor's article came before the cursor. */
    private static int lastPassed(Cursor cursor, ThreadKind kind) {
        int position = cursor.position() / KINDS.size();
        return KINDS.indexOf(kind) <= cursor.position() % KINDS.size() ? position : position - 1;
    }

    /** Facts of different kinds have their positions each for itself, so a place has both: the position and the kind. */
    private static Cursor place(Tuple row) {
        ThreadKind kind = ThreadKind.valueOf(row.get("kind", String.class));
        return new Cursor(
                Cursor.Kind.LISTED,
                Order.NEWEST.key(row.get("first_accepted_at", Instant.class)),
                new ArticleId(row.get("article_id", UUID.class)),
                row.get("position", Integer.class) * KINDS.size() + KINDS.indexOf(kind));
    }

    private static ThreadItem item(Tuple row, Map<FirstFact, String> words) {
        return new ThreadItem(
                row.get("thread_id", String.class),
                ThreadKind.valueOf(row.get("kind", String.class)),
                ThreadState.valueOf(row.get("state", String.class)),
                row.get("voice_name", String.class),
                row.get("entity_key", String.class),
                words.get(new FirstFact(row.get("article_id", UUID.class), row.get("fact_id", String.class))),
                row.get("due_from", LocalDate.class),
                row.get("due_to", LocalDate.class),
                row.get("first_day", LocalDate.class),
                row.get("last_day", LocalDate.class),
                row.get("article_count", Integer.class),
                row.get("origin_count", Integer.class),
                row.get("recorded_from", Instant.class));
    }
}
