package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Country;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import io.averment.query.search.TextSearch;
import io.averment.query.search.WordQuery;
import io.averment.query.storage.RecordTime;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/**
 * Selects one page of a list of facts ({@code f}). Its rows may come from several sources, each in the order of an index: what is
 * current and, as of an earlier instant, what is history; the references of an entity, role by role; what holds for days and what
 * holds for long. The months of the record are gone through from the newest on, a growing number at a time, until the page is full:
 * so a page costs its length and the few months that it comes from, not the record's. Not thread-safe.
 */
public final class FactList {
    /** As many of the newest matches are compared when the best are asked for. */
    static final int MOST_RANKED = 1_000;

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
    private List<Source> sources;
    private boolean ofEntity;
    private final Map<String, Object> values = new HashMap<>();
    private boolean ranked;

    /** Where rows come from, and which of them stand at the fact's place in the list. */
    private record Source(String from, String alias, String condition) {}

    /** What makes a row of the page another one. */
    private record Key(UUID article, String fact, Instant recordedFrom) {

        static Key of(Tuple row) {
            return new Key(
                    row.get("list_article", UUID.class),
                    row.get("list_fact", String.class),
                    row.get("list_recorded_from", Instant.class));
        }
    }

    public FactList(String table, ListRequest request, Order order, Conditions conditions) {
        this.table = table;
        this.request = request;
        this.order = request.since().isPresent() ? Order.RECORDED : order;
        this.conditions = conditions;
        this.sources = List.of(new Source(table + " f", "f", "true"));
        select("list_article", UUID.class, "f.article_id");
        select("list_fact", String.class, "f.fact_id");
        select("list_recorded_from", Instant.class, "f.recorded_from");
        select("list_month", LocalDate.class, "f.record_month");
        select("list_position", Integer.class, "f.position");
        select("list_first", this.order.type(), "f." + this.order.first());
    }

    /** The one fact of this id, as a list of at most one. */
    public static FactList one(String table, Tenant tenant, FactId id, Optional<Instant> asOf) {
        Conditions conditions =
                new Conditions(tenant).article(id.article()).add("f.fact_id = :factId", "factId", id.fact());
        return new FactList(table, ListRequest.single(tenant, asOf), Order.NEWEST, conditions);
    }

    /** Only facts in which one of these entities stands in one of these roles. */
    public FactList ofEntity(List<String> keys, List<Role> roles) {
        return along(keys, roles.stream().map(Role::name).toList());
    }

    /**
     * Only facts in which something of this country stands in one of these roles. What is sorted otherwise, or leaves few by another filter, is
     * asked one by one: a country can have most of the record.
     */
    public FactList ofCountry(Country country, List<Role> roles) {
        List<String> ofCountries = roles.stream().map(Role::ofCountry).toList();
        if (order == Order.NEWEST && !ofEntity && !conditions.isNarrow()) {
            return along(List.of(country.code()), ofCountries);
        }
        conditions.add(
                "exists (select from reference c where c.tenant = f.tenant and c.article_id = f.article_id"
                        + " and c.fact_id = f.fact_id and c.recorded_from = f.recorded_from and c.role in ('"
                        + String.join("', '", ofCountries) + "') and c.entity_key = :country offset 0)",
                "country",
                country.code());
        return this;
    }

    private FactList along(List<String> keys, List<String> roles) {
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
        ofEntity = true;
        return this;
    }

    /** One more column of the rows, by its name and the SQL that makes it. */
    public FactList select(String name, Class<?> type, String sql) {
        columns.put(name, type);
        selected.add(sql + " as " + name);
        return this;
    }

    /** The thread that the fact stands in, as {@code thread}: as of the instant of the list. */
    public FactList selectThread() {
        return select(
                "thread",
                String.class,
                "(select t.thread_id from thread_fact t where t.tenant = f.tenant"
                        + " and t.article_id = f.article_id and t.fact_id = f.fact_id and t.record_month = f.record_month and "
                        + Validity.of(request.asOf(), "t")
                        + " limit 1)");
    }

    /**
     * The beginning of the fact's content as {@code beginning}, and the same with the searched words between marks and its punctuation
     * plain as {@code marked}, what tells its phrases behind it: null unless the client asked for highlights. Made for the rows of the
     * page only.
     */
    public FactList selectMarked() {
        QueryParameters parameters = request.parameters();
        Optional<WordQuery> query = parameters.highlighted();
        Optional<String> words = query.flatMap(TextSearch::wordsOf);
        if (words.isEmpty()) {
            return select("beginning", String.class, MarkedColumn.NOTHING)
                    .select("marked", String.class, MarkedColumn.NOTHING);
        }
        values.put("marked", words.get());
        Optional<TextSearch.Phrases> phrases = query.flatMap(TextSearch::phrasesOf);
        phrases.ifPresent(told -> {
            values.put("phrases", told.written());
            values.put("terms", told.terms().toArray(new String[0]));
            values.put("letters", told.letters().toArray(new String[0]));
        });
        return select("beginning", String.class, MarkedColumn.BEGINNING)
                .select(
                        "marked",
                        String.class,
                        phrases.isPresent() ? MarkedColumn.MARKED_WITH_PHRASES : MarkedColumn.MARKED);
    }

    /**
     * Those that match the words best come first: the best of the newest {@value #MOST_RANKED} matches, on one page. Among equals the
     * newer one comes first.
     *
     * @throws io.averment.query.problem.ProblemException when there are no words, or a place in another order is asked for
     */
    public FactList byRelevance() {
        request.parameters().requireRankable();
        ranked = true;
        return this;
    }

    Tenant tenant() {
        return request.tenant();
    }

    /** Whether words are looked for. */
    boolean isSearch() {
        return conditions.isSearch();
    }

    /** Whether the way to the rows depends on the values: of words and an entity either may be the rare one. */
    boolean isPlannedForValues() {
        return isSearch() && ofEntity;
    }

    /** Whether the client asked how many there are. */
    boolean isCounted() {
        return request.isPage() && request.parameters().flag(QueryParameters.COUNT);
    }

    Optional<Instant> asOf() {
        return request.asOf();
    }

    /** The rows of the page with their articles, and where the next page begins. */
    <T> Page<T> page(EntityManager entities, Instant now, BiFunction<Tuple, ArticleSource, T> item) {
        if (ranked) {
            return best(entities, now, item);
        }
        Optional<Cursor> newest = newest(entities);
        List<Tuple> rows = new ArrayList<>(
                rows(entities, months(entities, now), request.limit() + 1).values());
        int count = Math.min(rows.size(), request.limit());
        List<T> items = items(entities, rows.subList(0, count), item);
        Cursor next = rows.size() > count ? place(rows.get(count - 1)) : null;
        Cursor place = next != null && order == Order.RECORDED ? next : newest.orElse(null);
        return new Page<>(
                items,
                next == null ? null : next.encode(request.fingerprint()),
                place == null ? null : place.encode(request.fingerprint()));
    }

    private <T> List<T> items(EntityManager entities, List<Tuple> rows, BiFunction<Tuple, ArticleSource, T> item) {
        ArticleSources articles = ArticleSources.of(entities, request.tenant(), rows);
        return rows.stream().map(row -> item.apply(row, articles.of(row))).toList();
    }

    /**
     * Only keys and ranks are read of all that are compared, and the columns of the best of them afterwards. What was closed in between is left
     * out.
     */
    private <T> Page<T> best(EntityManager entities, Instant now, BiFunction<Tuple, ArticleSource, T> item) {
        FactList keys = new FactList(table, request, order, conditions)
                .select("list_rank", Float.class, "ts_rank_cd(f.words, " + Conditions.SEARCH + ", 1)");
        keys.sources = sources;
        keys.ofEntity = ofEntity;
        List<Tuple> matches = new ArrayList<>(
                keys.rows(entities, months(entities, now), MOST_RANKED + 1).values());
        List<Tuple> compared = new ArrayList<>(matches.subList(0, Math.min(matches.size(), MOST_RANKED)));
        compared.sort(Comparator.comparing((Tuple row) -> row.get("list_rank", Float.class))
                .reversed());
        List<Tuple> best = compared.subList(0, Math.min(compared.size(), request.limit()));
        Map<Key, Tuple> rows = best.isEmpty() ? Map.of() : whole(entities, best);
        return new Page<>(
                items(
                        entities,
                        best.stream()
                                .map(row -> rows.get(Key.of(row)))
                                .filter(Objects::nonNull)
                                .toList(),
                        item),
                null,
                null,
                null,
                new Count(compared.size(), matches.size() == compared.size()));
    }

    /**
     * Items and cursors.
     *
     * @param next of the next page; null on the last one
     * @param newest from which to ask later for what is newer; null for a single thing, as of an instant, and by relevance
     * @param count of all pages' items, where the client asked for it
     * @param ranked how many of the newest matches were compared, by relevance; exact when there are no others
     */
    public record Page<T>(
            List<T> items,
            @Nullable String next,
            @Nullable String newest,
            @Nullable Count count,
            @Nullable Count ranked) {

        /** A page that tells no counts. */
        public Page(List<T> items, @Nullable String next, @Nullable String newest) {
            this(items, next, newest, null, null);
        }

        Page<T> counted(Count all) {
            return new Page<>(items, next, newest, all, ranked);
        }
    }

    /**
     * The last place in the order of recording that is settled: whatever commits later has a later place. Asked for before the
     * items are, so that nothing stands between the two.
     */
    private Optional<Cursor> newest(EntityManager entities) {
        if (!request.isPage() || request.asOf().isPresent()) {
            return Optional.empty();
        }
        Instant settled = RecordTime.settled(entities);
        if (order == Order.RECORDED) {
            conditions.add("f.recorded_from < :settled", "settled", settled);
        }
        Cursor place = Cursor.afterAllOf(Order.RECORDED.key(settled.minus(1, ChronoUnit.MICROS)));
        return Optional.of(request.since().map(since -> since.orLater(place)).orElse(place));
    }

    private Cursor place(Tuple row) {
        return new Cursor(
                order == Order.RECORDED ? Cursor.Kind.RECORDED : Cursor.Kind.LISTED,
                order.key(row.get("list_first")),
                new ArticleId(row.get("list_article", UUID.class)),
                row.get("list_position", Integer.class));
    }

    private Map<Key, Tuple> rows(EntityManager entities, List<Months> stretches, int most) {
        Map<Key, Tuple> rows = new LinkedHashMap<>();
        if (isSearch() && isOneBranch() && most <= MOST_LOOKED_THROUGH) {
            List<Tuple> newest = rows(entities, amongNewest(most), Months.ALL);
            if (newest.size() >= most) {
                newest.forEach(row -> rows.put(Key.of(row), row));
                return rows;
            }
        }
        for (Months months : stretches) {
            for (Tuple row : rows(entities, sql(months, most), months)) {
                rows.putIfAbsent(Key.of(row), row);
            }
            if (rows.size() >= most) {
                break;
            }
        }
        return rows;
    }

    /** The rows of these keys with all columns. */
    private Map<Key, Tuple> whole(EntityManager entities, List<Tuple> keys) {
        List<LocalDate> months = keys.stream()
                .map(row -> row.get("list_month", LocalDate.class))
                .sorted()
                .toList();
        FactList list = new FactList(table, request, order, Conditions.ofFacts(request.tenant(), keys));
        list.columns.putAll(columns);
        list.values.putAll(values);
        list.selected.clear();
        list.selected.addAll(selected);
        Months stretch = new Months(months.getFirst(), months.getLast().plusMonths(1));
        return list.rows(entities, List.of(stretch), Integer.MAX_VALUE);
    }

    /** The stretches of months to look into, one after the other. */
    private List<Months> months(EntityManager entities, Instant now) {
        Optional<ArticleId> article = conditions.article();
        if (article.isPresent()) {
            return Months.of(entities, request.tenant(), article.get());
        }
        Instant newest = request.after()
                .filter(any -> order == Order.NEWEST)
                .map(cursor -> (Instant) order.value(cursor.key()))
                .filter(now::isAfter)
                .orElseGet(() -> latest(now));
        return switch (order) {
            // The references of an entity stand in the order of the list, whatever the month.
            case NEWEST -> ofEntity ? List.of(Months.ALL) : Months.fromNewest(now, newest);
            case RECORDED ->
                request.since()
                        .map(since ->
                                Months.changedSince(entities, request.tenant(), (Instant) order.value(since.key())))
                        .orElse(List.of(Months.ALL));
            case DUE -> List.of(Months.ALL);
        };
    }

    /** What was accepted later is not in the list, whatever the page. */
    private Instant latest(Instant now) {
        return request.asOf().map(Validity::latestAccepted).filter(now::isAfter).orElse(now);
    }

    private List<Tuple> rows(EntityManager entities, String sql, Months months) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
        columns.forEach(query::addScalar);
        conditions.bind(query);
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
        bindInstant(query);
        return query.getResultList();
    }

    /** Selects what is in the list, whatever the page: the keys of its facts, each once. To be run with {@link #bindFilters}. */
    String all() {
        return matching("", "", Months.ALL);
    }

    /** Selects some of them, at most {@code :most}. */
    String some() {
        return matching("", TO_MOST, Months.ALL);
    }

    /**
     * Selects the newest of them, at most {@code :most}, with further columns, as {@code , f.kind as kind}. Facts with some words are looked for in one stretch of months after the other, until there
     * are as many: the database runs the parts of a union one by one, and no more of them than it needs.
     */
    String newest(String further, Instant now) {
        List<String> stretches = new ArrayList<>();
        for (Months months : isSearch() && isOneBranch() ? Months.fromNewest(now, latest(now)) : List.of(Months.ALL)) {
            stretches.add(matching(further, ORDERED_TO_MOST, months));
        }
        return stretches.size() == 1
                ? stretches.getFirst()
                : "select * from ((" + String.join(") union all (", stretches) + ")) as found" + TO_MOST;
    }

    private String matching(String further, String ending, Months months) {
        List<String> branches = new ArrayList<>();
        for (Source source : sources) {
            for (String days : conditions.alternatives()) {
                for (String validity : validities()) {
                    branches.add("select f.article_id, f.fact_id, f.recorded_from" + further + " from " + source.from()
                            + " where " + source.condition() + " and "
                            + String.format(Locale.ROOT, validity + days + months.sql(), source.alias()) + " and "
                            + conditions.sql()
                            + String.format(Locale.ROOT, ending, Order.NEWEST.sql(source.alias())));
                }
            }
        }
        return branches.size() == 1
                ? branches.getFirst()
                : "select * from ((" + String.join(") union (", branches) + ")) as found";
    }

    private void bindInstant(NativeQuery<?> query) {
        Validity.bind(request.asOf(), query);
    }

    /** Binds what {@link #all}, {@link #some} and {@link #newest} need, but for {@code most}. */
    void bindFilters(NativeQuery<?> query) {
        conditions.bind(query);
        bindInstant(query);
    }

    private String sql(Months months, int count) {
        List<String> branches = new ArrayList<>();
        for (Source source : sources) {
            for (String days : conditions.alternatives()) {
                for (String validity : validities()) {
                    branches.add(branch(source, validity + days + months.sql(), count));
                }
            }
        }
        if (branches.size() == 1) {
            return branches.getFirst();
        }
        return "select * from ((" + String.join(") union all (", branches) + ")) as found order by "
                + order.sql("list_first", "list_article", "list_position");
    }

    private boolean isOneBranch() {
        return !ofEntity && conditions.alternatives().size() * validities().size() == 1;
    }

    private List<String> validities() {
        return Validity.conditions(request.asOf());
    }

    /**
     * Those of the newest facts that match: so frequent words are found without looking up all that have them. Fewer than wanted say nothing of
     * what comes after.
     */
    private String amongNewest(int count) {
        return "select " + String.join(", ", selected) + " from ("
                + facts("f.tenant = :tenant", validities().getFirst()) + " order by " + order.sql("f") + " limit "
                + MOST_LOOKED_THROUGH + ") as f where " + conditions.sql()
                + String.format(Locale.ROOT, conditions.alternatives().getFirst(), "f") + " order by " + order.sql("f")
                + " limit " + count;
    }

    private String facts(String terms, String validity) {
        return "select f.* from " + table + " f where " + String.format(Locale.ROOT, validity, "f") + " and " + terms
                + (request.since().or(request::after).isPresent() ? " and " + order.after("f") : "");
    }

    private String branch(Source source, String validity, int count) {
        if (isSearch() && !ofEntity) {
            // Not in the order of an index: the words' own index finds them, and they are sorted.
            return "select " + String.join(", ", selected) + " from (" + facts(conditions.sql(), validity)
                    + " offset 0) as f order by " + order.sql("f") + " limit " + count;
        }
        String alias = source.alias();
        // The references of an entity stand in the order of NEWEST; the deadline is a column of the fact alone.
        String sorted = order == Order.NEWEST ? alias : "f";
        return "select " + String.join(", ", selected) + " from " + source.from() + " where " + source.condition()
                + " and " + String.format(Locale.ROOT, validity, alias) + " and " + conditions.sql()
                + (request.since().or(request::after).isPresent() ? " and " + order.after(sorted) : "") + " order by "
                + order.sql(sorted)
                + " limit " + count;
    }
}
