package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Selects one page of a list of facts. First the keys of the page, in the order of an index, from each source that they may
 * come from: what is current and, as of an earlier instant, what is history; the references of an entity, role by role. Then the
 * rows of these keys ({@code f}) with their article's ({@code a}). So a page costs its length, not the list's. Not thread-safe.
 */
public final class FactList {
    private static final String CURRENT = "%1$s.recorded_to = 'infinity'";
    private static final String CURRENT_THEN = "%1$s.recorded_to = 'infinity' and %1$s.recorded_from <= :asOf";
    private static final String HISTORY_THEN =
            "%1$s.recorded_to < 'infinity' and %1$s.recorded_to > :asOf and %1$s.recorded_from <= :asOf";
    private static final String KEY = "tenant, article_id, fact_id, record_month, recorded_from";

    private final String table;
    private final ListRequest request;
    private final Order order;
    private final Conditions conditions;
    private final Map<String, Class<?>> columns = new LinkedHashMap<>();
    private final List<String> selected = new ArrayList<>();
    private List<Source> sources;

    /** Where keys come from, and which of its rows stand at the fact's place in the list. */
    private record Source(String from, String alias, String condition) {}

    public FactList(String table, ListRequest request, Order order, Conditions conditions) {
        this.table = table;
        this.request = request;
        this.order = order;
        this.conditions = conditions;
        this.sources = List.of(new Source(table + " f", "f", "true"));
    }

    /** The one fact of this id, as a list of at most one. */
    public static FactList one(String table, Tenant tenant, FactId id, Optional<Instant> asOf) {
        Conditions conditions = new Conditions(tenant)
                .add("f.article_id = :article", "article", id.article().value())
                .add("f.fact_id = :factId", "factId", id.fact());
        return new FactList(table, ListRequest.single(tenant, asOf), Order.NEWEST, conditions);
    }

    /** Only facts in which this entity stands in one of these roles. */
    public FactList ofEntity(String key, List<Role> roles) {
        conditions.value("entity", key);
        sources = roles.stream()
                .map(role -> new Source(
                        "reference r join " + table + " f using (" + KEY + ")",
                        "r",
                        "r.tenant = :tenant and r.entity_key = :entity and r.role = '" + role + '\''))
                .toList();
        return this;
    }

    /** One more column of the answer, by its name and the SQL that makes it. */
    public FactList select(String name, Class<?> type, String sql) {
        columns.put(name, type);
        selected.add(sql + " as " + name);
        return this;
    }

    /** The rows of the page and where the next one begins. */
    public <T> Page<T> page(EntityManager entities, Function<Tuple, T> item) {
        List<Tuple> rows = rows(entities);
        int count = Math.min(rows.size(), request.limit());
        List<T> items = rows.subList(0, count).stream().map(item).toList();
        return new Page<>(
                items, rows.size() > count ? place(rows.get(count - 1)).encode(request.fingerprint()) : null);
    }

    /** Items and the cursor of the next page; null on the last one. */
    public record Page<T>(List<T> items, @Nullable String next) {}

    private Cursor place(Tuple row) {
        return new Cursor(
                order.key(row.get("list_first")),
                new ArticleId(row.get("list_article", UUID.class)),
                row.get("list_position", Integer.class));
    }

    private List<Tuple> rows(EntityManager entities) {
        select("list_first", order.type(), "page." + order.first());
        select("list_article", UUID.class, "page.article_id");
        select("list_position", Integer.class, "page.position");
        NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(sql(), Tuple.class);
        columns.forEach(query::addScalar);
        conditions.bind(query);
        query.setParameter("rows", request.limit() + 1);
        request.after().ifPresent(cursor -> {
            query.setParameter("at", order.value(cursor.key()));
            query.setParameter("after", cursor.article().value());
            query.setParameter("position", cursor.position());
        });
        request.asOf().ifPresent(instant -> query.setParameter("asOf", instant));
        return query.getResultList();
    }

    private String sql() {
        List<String> branches = new ArrayList<>();
        for (Source source : sources) {
            for (String validity :
                    request.asOf().isPresent() ? List.of(CURRENT_THEN, HISTORY_THEN) : List.of(CURRENT)) {
                branches.add(keys(source, validity));
            }
        }
        return "select " + String.join(", ", selected) + " from (select * from ("
                + String.join(" union ", branches)
                + ") as found order by " + order.sql("found") + " limit :rows) as page join " + table
                + " f using (" + KEY
                + ") join article a using (tenant, article_id, record_month, recorded_from) order by "
                + order.sql("page");
    }

    private String keys(Source source, String validity) {
        String alias = source.alias();
        // The references of an entity stand in the order of NEWEST; the deadline is a column of the fact alone.
        String sorted = order == Order.NEWEST ? alias : "f";
        return "(select f.tenant, f.article_id, f.fact_id, f.record_month, f.recorded_from, f.first_accepted_at, f.position"
                + (order == Order.DUE ? ", f.due_to" : "")
                + " from " + source.from() + " where " + source.condition() + " and "
                + String.format(Locale.ROOT, validity, alias) + " and " + conditions.sql()
                + (request.after().isPresent() ? " and " + order.after(sorted) : "")
                + " order by " + order.sql(sorted) + " limit :rows)";
    }
}
