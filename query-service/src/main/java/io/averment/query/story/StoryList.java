package io.averment.query.story;

import io.averment.query.entity.EntityFilter;
import io.averment.query.reading.Conditions;
import io.averment.query.reading.Cursor;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.Order;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.ArticleId;
import io.averment.query.record.DayRange;
import io.averment.query.record.Outlet;
import io.averment.query.record.Tenant;
import io.averment.query.record.story.StoryFacets;
import io.averment.query.storage.Validity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/**
 * One page of stories, in the order of an index: that of what they are found by, of which every story has something; as it is now and by days,
 * that of the days. Thread-safe.
 */
@ApplicationScoped
class StoryList {
    private static final String CURRENT = "f.recorded_to = 'infinity'";
    private static final String VERSION =
            " join story s on s.tenant = f.tenant and s.story_id = f.story_id and s.recorded_to = 'infinity'";
    private static final String VERSION_THEN = " cross join lateral (select v.* from story v where v.tenant = f.tenant"
            + " and v.story_id = f.story_id and v.recorded_to > :asOf order by v.recorded_to limit 1) as s";

    private final EntityManager entities;
    private final EntityFilter entity;

    StoryList(EntityManager entities, EntityFilter entity) {
        this.entities = entities;
        this.entity = entity;
    }

    /** What a page is asked for by: each story must have one of the first facets, and all others. */
    record Filter(List<String> first, List<String> others, Optional<DayRange> told) {
        Filter {
            first = List.copyOf(first);
            others = List.copyOf(others);
        }

        boolean byDaysAlone(boolean then) {
            return told.isPresent() && !then && others.isEmpty() && first.equals(List.of(StoryFacets.STORY));
        }
    }

    /** What the parameters ask for; in a transaction of its own where they name an entity. */
    Filter filter(ListRequest request, Optional<DayRange> told) {
        QueryParameters parameters = request.parameters();
        List<String> first = new ArrayList<>();
        List<String> others = new ArrayList<>();
        parameters.text("outlet").ifPresent(name -> others.add(StoryFacets.outlet(new Outlet(name).key())));
        parameters.language("language").ifPresent(code -> others.add(StoryFacets.language(code)));
        parameters.country("country").ifPresent(country -> others.add(StoryFacets.country(country.code())));
        parameters
                .text("entity")
                .ifPresent(key -> entity.keys(request.tenant(), key, request.asOf())
                        .forEach(same -> first.add(StoryFacets.entity(same))));
        if (first.isEmpty()) {
            first.add(others.isEmpty() ? StoryFacets.STORY : others.removeFirst());
        }
        return new Filter(first, others, told);
    }

    /** The page; within the caller's transaction. */
    StoryPage page(ListRequest request, Filter filter) {
        boolean then = request.asOf().isPresent();
        Map<String, Object> values = new HashMap<>();
        Conditions conditions = new Conditions(request.tenant());
        String sql;
        if (filter.byDaysAlone(then)) {
            filter.told().ifPresent(conditions::told);
            sql = byDays(request, conditions);
        } else {
            sql = byFacets(request, filter, conditions, values);
        }
        NativeQuery<Tuple> query =
                typed(entities.unwrap(Session.class).createNativeQuery(limited(sql, request), Tuple.class));
        conditions.bind(query);
        values.forEach(query::setParameter);
        request.after().ifPresent(cursor -> {
            query.setParameter("at", Order.NEWEST.value(cursor.key()));
            query.setParameter("after", cursor.article().value());
            query.setParameter("position", cursor.position());
        });
        Validity.bind(request.asOf(), query);
        List<Tuple> rows = query.getResultList();
        int count = Math.min(rows.size(), request.limit());
        return new StoryPage(
                items(request, rows.subList(0, count)),
                rows.size() > count ? place(rows.get(count - 1)).encode(request.fingerprint()) : null);
    }

    /** The limit is a constant, by which the plan for all values knows that it reads a page. */
    private static String limited(String sql, ListRequest request) {
        return sql.replace(":rows", Integer.toString(request.limit() + 1));
    }

    private static String after(ListRequest request) {
        return request.after().isPresent() ? " and " + Order.NEWEST.after("f") : "";
    }

    private static String byDays(ListRequest request, Conditions conditions) {
        List<String> branches = new ArrayList<>();
        for (String days : conditions.alternatives()) {
            branches.add("(select f.* from story f where " + CURRENT + " and " + conditions.sql() + days
                    + after(request) + " order by " + Order.NEWEST.sql("f") + " limit :rows)");
        }
        return page(branches);
    }

    private static String byFacets(
            ListRequest request, Filter filter, Conditions conditions, Map<String, Object> values) {
        boolean then = request.asOf().isPresent();
        StringBuilder also = new StringBuilder();
        for (int i = 0; i < filter.others().size(); i++) {
            values.put("other" + i, filter.others().get(i));
            also.append(" and exists (select from story_facet o where o.tenant = f.tenant and o.story_id ="
                            + " f.story_id and o.facet = :other")
                    .append(i)
                    .append(" and ")
                    .append(Validity.of(request.asOf(), "o"))
                    .append(')');
        }
        filter.told().map(DayRange::first).ifPresent(day -> {
            values.put("toldFirst", day);
            also.append(" and s.last_day >= :toldFirst");
        });
        filter.told().map(DayRange::last).ifPresent(day -> {
            values.put("toldLast", day);
            also.append(" and s.first_day <= :toldLast");
        });
        List<String> branches = new ArrayList<>();
        for (int i = 0; i < filter.first().size(); i++) {
            values.put("facet" + i, filter.first().get(i));
            for (String validity : Validity.conditions(request.asOf(), "f")) {
                branches.add(
                        "(select s.* from story_facet f" + (then ? VERSION_THEN : VERSION) + " where f.facet = :facet"
                                + i + " and " + validity + " and " + conditions.sql()
                                + (then ? " and s.recorded_from <= :asOf" : "")
                                + also + after(request) + " order by " + Order.NEWEST.sql("f") + " limit :rows)");
            }
        }
        return page(branches);
    }

    /** A story that is found by several things is one all the same. */
    private static String page(List<String> branches) {
        return "select p.* from (" + String.join(" union ", branches) + ") as p order by " + Order.NEWEST.sql("p")
                + " limit :rows";
    }

    private static NativeQuery<Tuple> typed(NativeQuery<Tuple> query) {
        return query.addScalar("story_id", String.class)
                .addScalar("first_day", LocalDate.class)
                .addScalar("last_day", LocalDate.class)
                .addScalar("article_count", Integer.class)
                .addScalar("origin_count", Integer.class)
                .addScalar("recorded_from", Instant.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("article_id", UUID.class)
                .addScalar("position", Integer.class)
                .addScalar("record_month", LocalDate.class);
    }

    private static Cursor place(Tuple row) {
        return new Cursor(
                Cursor.Kind.LISTED,
                Order.NEWEST.key(row.get("first_accepted_at", Instant.class)),
                new ArticleId(row.get("article_id", UUID.class)),
                row.get("position", Integer.class));
    }

    private record First(String outlet, String headline) {}

    private List<StoryItem> items(ListRequest request, List<Tuple> rows) {
        Map<UUID, First> articles = rows.isEmpty() ? Map.of() : firsts(request.tenant(), request.asOf(), rows);
        List<StoryItem> items = new ArrayList<>();
        for (Tuple row : rows) {
            UUID article = row.get("article_id", UUID.class);
            First first = articles.getOrDefault(article, new First("", ""));
            items.add(new StoryItem(
                    row.get("story_id", String.class),
                    article,
                    first.outlet(),
                    first.headline(),
                    row.get("first_day", LocalDate.class),
                    row.get("last_day", LocalDate.class),
                    row.get("article_count", Integer.class),
                    row.get("origin_count", Integer.class),
                    row.get("recorded_from", Instant.class)));
        }
        return items;
    }

    /** The first articles, asked for in their months alone: each month that could be meant is planned for. */
    private Map<UUID, First> firsts(Tenant tenant, Optional<Instant> asOf, List<Tuple> rows) {
        Set<UUID> articles = new LinkedHashSet<>();
        Set<LocalDate> months = new LinkedHashSet<>();
        rows.forEach(row -> {
            articles.add(row.get("article_id", UUID.class));
            months.add(row.get("record_month", LocalDate.class));
        });
        NativeQuery<Tuple> query = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select article_id, outlet, case when headline_length > 0 then left(content, headline_length)"
                                + " else left(content, 100) end as headline from article a where tenant = :tenant"
                                + " and article_id = any(:articles) and record_month in (:months) and "
                                + Validity.of(asOf, "a"),
                        Tuple.class)
                .addScalar("article_id", UUID.class)
                .addScalar("outlet", String.class)
                .addScalar("headline", String.class)
                .setParameter("tenant", tenant.name())
                .setParameter("articles", articles.toArray(new UUID[0]))
                .setParameterList("months", months);
        asOf.ifPresent(instant -> query.setParameter("asOf", instant));
        Map<UUID, First> firsts = new LinkedHashMap<>();
        query.getResultList()
                .forEach(row -> firsts.put(
                        row.get("article_id", UUID.class),
                        new First(row.get("outlet", String.class), row.get("headline", String.class))));
        return firsts;
    }
}
