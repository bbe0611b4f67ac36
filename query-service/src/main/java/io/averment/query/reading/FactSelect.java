package io.averment.query.reading;

import io.averment.query.storage.Validity;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/**
 * The SQL that selects facts ({@code f}): from where, which columns, in what order. Rows may come from several sources, each in the order of an
 * index: then each is a branch of a union. Only constant text becomes SQL. Not thread-safe.
 */
final class FactSelect {
    /** As many of the newest facts are looked through for words. */
    static final int MOST_LOOKED_THROUGH = 500;

    private static final String TO_MOST = " limit :most";
    private static final String ORDERED_TO_MOST = " order by %s" + TO_MOST;
    private static final String KEY = "tenant, article_id, fact_id, record_month, recorded_from";

    private final String table;
    private final ListRequest request;
    private final Order order;
    private final Conditions conditions;
    private final Map<String, Class<?>> columns = new LinkedHashMap<>();
    private final List<String> selected = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private List<Source> sources;
    private boolean ofReferences;

    /** Where rows come from, and which of them stand at the fact's place in the list. */
    private record Source(String from, String alias, String condition) {}

    /** All facts of the table that meet the conditions, with the columns that tell them apart and their place in the list. */
    FactSelect(String table, ListRequest request, Order order, Conditions conditions) {
        this.table = table;
        this.request = request;
        this.order = order;
        this.conditions = conditions;
        this.sources = List.of(new Source(table + " f", "f", "true"));
        column("list_article", UUID.class, "f.article_id");
        column("list_fact", String.class, "f.fact_id");
        column("list_recorded_from", Instant.class, "f.recorded_from");
        column("list_month", LocalDate.class, "f.record_month");
        column("list_position", Integer.class, "f.position");
        column("list_first", order.type(), "f." + order.first());
    }

    /** The same facts, without further columns. */
    FactSelect keys() {
        FactSelect keys = new FactSelect(table, request, order, conditions);
        keys.sources = sources;
        keys.ofReferences = ofReferences;
        return keys;
    }

    /** The same columns of other facts. */
    FactSelect with(Conditions others) {
        FactSelect select = new FactSelect(table, request, order, others);
        select.columns.putAll(columns);
        select.selected.clear();
        select.selected.addAll(selected);
        select.values.putAll(values);
        return select;
    }

    /** One more column of the rows, by its name and the SQL that makes it. */
    FactSelect column(String name, Class<?> type, String sql) {
        columns.put(name, type);
        selected.add(sql + " as " + name);
        return this;
    }

    /** A value that a column needs. */
    void value(String name, Object value) {
        values.put(name, value);
    }

    /** The columns by their names. */
    Map<String, Class<?>> columns() {
        return columns;
    }

    /** Goes along the references to these, role by role, and no longer along the facts. */
    void along(List<String> keys, List<String> roles) {
        List<Source> found = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            String name = "entity" + i;
            conditions.value(name, keys.get(i));
            roles.forEach(role -> found.add(new Source(
                    "reference r join " + table + " f using (" + KEY + ")",
                    "r",
                    "r.tenant = :tenant and r.entity_key = :" + name + " and r.role = '" + role + '\'')));
        }
        sources = List.copyOf(found);
        ofReferences = true;
    }

    /** Whether it goes along references. */
    boolean isOfReferences() {
        return ofReferences;
    }

    /** Whether all rows come from one place. */
    boolean isOneBranch() {
        return !ofReferences && conditions.alternatives().size() * validities().size() == 1;
    }

    /** The rows of a page of these months, in the order of the list. */
    String page(Months months, int count) {
        List<String> branches = branches(months, (source, which) -> branch(source, which, count));
        if (branches.size() == 1) {
            return branches.getFirst();
        }
        return "select * from ((" + String.join(") union all (", branches) + ")) as found order by "
                + order.sql("list_first", "list_article", "list_position");
    }

    /**
     * Those of the newest facts that match: so frequent words are found without looking up all that have them. Fewer than wanted say nothing of
     * what comes after.
     */
    String amongNewest(int count) {
        return "select " + String.join(", ", selected) + " from ("
                + facts("f.tenant = :tenant", validities().getFirst()) + " order by " + order.sql("f") + " limit "
                + MOST_LOOKED_THROUGH + ") as f where " + conditions.sql()
                + String.format(Locale.ROOT, conditions.alternatives().getFirst(), "f") + " order by " + order.sql("f")
                + " limit " + count;
    }

    /** The keys of all facts, whatever the page, each once. */
    String all() {
        return matching("", "", Months.ALL);
    }

    /** Those of some of them, at most {@code :most}. */
    String some() {
        return matching("", TO_MOST, Months.ALL);
    }

    /**
     * Those of the newest of them, at most {@code :most}, with further columns, as {@code , f.kind as kind}: from one of these stretches of
     * months after the other, until there are as many. The database runs the parts of a union one by one, and no more of them than it needs.
     */
    String newest(String further, List<Months> stretches) {
        List<String> parts = stretches.stream()
                .map(months -> matching(further, ORDERED_TO_MOST, months))
                .toList();
        return parts.size() == 1
                ? parts.getFirst()
                : "select * from ((" + String.join(") union all (", parts) + ")) as found" + TO_MOST;
    }

    private String matching(String further, String ending, Months months) {
        List<String> branches = branches(
                months,
                (source, which) -> "select f.article_id, f.fact_id, f.recorded_from" + further + " from "
                        + source.from() + " where " + source.condition() + " and "
                        + String.format(Locale.ROOT, which, source.alias()) + " and " + conditions.sql()
                        + String.format(Locale.ROOT, ending, Order.NEWEST.sql(source.alias())));
        return branches.size() == 1
                ? branches.getFirst()
                : "select * from ((" + String.join(") union (", branches) + ")) as found";
    }

    /** A branch for each place that rows come from, by its source and the condition that tells which of its rows, an alias left open. */
    private List<String> branches(Months months, BiFunction<Source, String, String> branch) {
        List<String> branches = new ArrayList<>();
        for (Source source : sources) {
            for (String days : conditions.alternatives()) {
                for (String validity : validities()) {
                    branches.add(branch.apply(source, validity + days + months.sql()));
                }
            }
        }
        return branches;
    }

    /** Binds what {@link #page} of these months needs, or {@link #amongNewest} of all. */
    void bindPage(Query query, Months months) {
        bindFilters(query);
        values.forEach(query::setParameter);
        LocalDate month = months.single();
        if (month != null) {
            query.setParameter("month", month);
        }
        request.since().or(request::after).ifPresent(cursor -> {
            query.setParameter("at", order.value(cursor.key()));
            query.setParameter("after", cursor.article().value());
            query.setParameter("position", cursor.position());
        });
    }

    /** Binds what {@link #all}, {@link #some} and {@link #newest} need, but for {@code most}. */
    void bindFilters(Query query) {
        conditions.bind(query);
        Validity.bind(request.asOf(), query);
    }

    private List<String> validities() {
        return Validity.conditions(request.asOf());
    }

    private String facts(String terms, String validity) {
        return "select f.* from " + table + " f where " + String.format(Locale.ROOT, validity, "f") + " and " + terms
                + afterPlace("f");
    }

    private String branch(Source source, String validity, int count) {
        if (conditions.isSearch() && !ofReferences) {
            // Not in the order of an index: the words' own index finds them, and they are sorted.
            return "select " + String.join(", ", selected) + " from (" + facts(conditions.sql(), validity)
                    + " offset 0) as f order by " + order.sql("f") + " limit " + count;
        }
        String alias = source.alias();
        // References stand in the order of NEWEST; the deadline is a column of the fact alone.
        String sorted = order == Order.NEWEST ? alias : "f";
        return "select " + String.join(", ", selected) + " from " + source.from() + " where " + source.condition()
                + " and " + String.format(Locale.ROOT, validity, alias) + " and " + conditions.sql()
                + afterPlace(sorted) + " order by " + order.sql(sorted) + " limit " + count;
    }

    private String afterPlace(String alias) {
        return request.since().or(request::after).isPresent() ? " and " + order.after(alias) : "";
    }
}
