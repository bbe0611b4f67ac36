package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Country;
import io.averment.query.record.Role;
import io.averment.query.record.Tenant;
import io.averment.query.search.TextSearch;
import io.averment.query.search.WordQuery;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.Validity;
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
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
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

    private final ListRequest request;
    private final Order order;
    private final Conditions conditions;
    private final FactSelect select;
    private boolean ranked;

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
        this.request = request;
        this.order = request.since().isPresent() ? Order.RECORDED : order;
        this.conditions = conditions;
        this.select = new FactSelect(table, request, this.order, conditions);
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
     * asked one by one: a country can have most of the record. A rare one has fewer than another filter leaves.
     *
     * @param isRare whether few facts have it; asked where it matters
     */
    public FactList ofCountry(Country country, List<Role> roles, BooleanSupplier isRare) {
        List<String> ofCountries = roles.stream().map(Role::ofCountry).toList();
        if (order == Order.NEWEST && !select.isOfReferences() && (!conditions.isNarrow() || isRare.getAsBoolean())) {
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
        select.along(keys, roles);
        return this;
    }

    /** One more column of the rows, by its name and the SQL that makes it. */
    public FactList select(String name, Class<?> type, String sql) {
        select.column(name, type, sql);
        return this;
    }

    /** The article that the row's article is a copy of, as {@code origin}: as of the instant of the list. */
    public FactList selectOrigin() {
        return select(
                "origin",
                String.class,
                "(select o.origin from story_report o where o.tenant = f.tenant and o.article_id = f.article_id and "
                        + Validity.of(request.asOf(), "o") + " limit 1)");
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
        select.value("marked", words.get());
        Optional<TextSearch.Phrases> phrases = query.flatMap(TextSearch::phrasesOf);
        phrases.ifPresent(told -> {
            select.value("phrases", told.written());
            select.value("terms", told.terms().toArray(new String[0]));
            select.value("letters", told.letters().toArray(new String[0]));
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
        return isSearch() && select.isOfReferences();
    }

    /** Whether the client asked how many there are. */
    boolean isCounted() {
        return request.isPage() && request.parameters().flag(QueryParameters.COUNT);
    }

    Optional<Instant> asOf() {
        return request.asOf();
    }

    /** What is looked for in the texts, as PostgreSQL reads it. */
    Optional<String> words() {
        return request.parameters().words().map(TextSearch::of);
    }

    /** The rows of the page with their articles, and where the next page begins. */
    <T> Page<T> page(EntityManager entities, Instant now, BiFunction<Tuple, ArticleSource, T> item) {
        if (ranked) {
            return best(entities, now, item);
        }
        Optional<Cursor> newest = newest(entities);
        List<Tuple> rows = new ArrayList<>(rows(entities, select, months(entities, now), request.limit() + 1)
                .values());
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
        FactSelect keys =
                select.keys().column("list_rank", Float.class, "ts_rank_cd(f.words, " + Conditions.SEARCH + ", 1)");
        List<Tuple> matches = new ArrayList<>(
                rows(entities, keys, months(entities, now), MOST_RANKED + 1).values());
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

    private Map<Key, Tuple> rows(EntityManager entities, FactSelect facts, List<Months> stretches, int most) {
        Map<Key, Tuple> rows = new LinkedHashMap<>();
        if (isSearch() && facts.isOneBranch() && most <= FactSelect.MOST_LOOKED_THROUGH) {
            List<Tuple> newest = rows(entities, facts, facts.amongNewest(most), Months.ALL);
            if (newest.size() >= most) {
                newest.forEach(row -> rows.put(Key.of(row), row));
                return rows;
            }
        }
        for (Months months : stretches) {
            for (Tuple row : rows(entities, facts, facts.page(months, most), months)) {
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
        FactSelect facts = select.with(Conditions.ofFacts(request.tenant(), keys));
        Months stretch = new Months(months.getFirst(), months.getLast().plusMonths(1));
        Map<Key, Tuple> rows = new HashMap<>();
        rows(entities, facts, facts.page(stretch, Integer.MAX_VALUE), stretch)
                .forEach(row -> rows.put(Key.of(row), row));
        return rows;
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
            case NEWEST -> select.isOfReferences() ? List.of(Months.ALL) : Months.fromNewest(now, newest);
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

    private List<Tuple> rows(EntityManager entities, FactSelect facts, String sql, Months months) {
        NativeQuery<Tuple> query = entities.unwrap(Session.class).createNativeQuery(sql, Tuple.class);
        facts.columns().forEach(query::addScalar);
        facts.bindPage(query, months);
        return query.getResultList();
    }

    /** Selects what is in the list, whatever the page: the keys of its facts, each once. To be run with {@link #bindFilters}. */
    String all() {
        return select.all();
    }

    /** Selects some of them, at most {@code :most}. */
    String some() {
        return select.some();
    }

    /**
     * Selects the newest of them, at most {@code :most}, with further columns, as {@code , f.kind as kind}. Facts with some words are looked
     * for in one stretch of months after the other.
     */
    String newest(String further, Instant now) {
        return select.newest(
                further,
                isSearch() && select.isOneBranch() ? Months.fromNewest(now, latest(now)) : List.of(Months.ALL));
    }

    /** Binds what {@link #all}, {@link #some} and {@link #newest} need, but for {@code most}. */
    void bindFilters(NativeQuery<?> query) {
        select.bindFilters(query);
    }
}
