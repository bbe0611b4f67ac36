package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.DayRange;
import io.averment.query.record.Outlet;
import io.averment.query.record.Tenant;
import io.averment.query.search.TextSearch;
import io.averment.query.storage.Validity;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list query that depends on its filters; {@code f} is the fact's row. Only constant text becomes SQL; whatever a
 * client gave is bound as a parameter. Not thread-safe.
 */
public final class Conditions {
    /** The most days of span 1 in the tables. */
    private static final int LONGEST_SHORT = 31;

    /** What is searched for. */
    static final String SEARCH = "to_tsquery('public.averment_words', :words)";

    /** What leaves few facts, or has them in an index of its own in the order of the list. */
    private static final Set<String> NARROW = Set.of("outlet", "agency", "article", "story", "origin");

    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private Optional<ArticleId> article = Optional.empty();
    private List<String> alternatives = List.of("");
    private boolean search;

    /** The rows of the tenant. Row-level security says the same again. */
    public Conditions(Tenant tenant) {
        add("f.tenant = :tenant", "tenant", tenant.name());
    }

    /** The facts that these rows of a list are of, and perhaps others of the same articles. */
    static Conditions ofFacts(Tenant tenant, List<Tuple> rows) {
        return new Conditions(tenant)
                .add(
                        "f.article_id = any(:articles)",
                        "articles",
                        rows.stream()
                                .map(row -> row.get("list_article", UUID.class))
                                .distinct()
                                .toArray(UUID[]::new))
                .add(
                        "f.fact_id = any(cast(:facts as text[]))",
                        "facts",
                        rows.stream()
                                .map(row -> row.get("list_fact", String.class))
                                .distinct()
                                .toArray(String[]::new));
    }

    /** What all lists of facts are filtered by: outlet, language, article, day of publication, world time, words. */
    public Conditions common(QueryParameters parameters) {
        parameters.text("outlet").ifPresent(name -> add("f.outlet_key = :outlet", "outlet", new Outlet(name).key()));
        parameters.language("language").ifPresent(language -> add("f.language = :language", "language", language));
        parameters.article("article").ifPresent(this::article);
        Publication range = Publication.of(parameters);
        range.from().ifPresent(day -> add("f.published_on >= :publishedFrom", Publication.FROM, day));
        range.to().ifPresent(day -> add("f.published_on <= :publishedTo", Publication.TO, day));
        parameters.days("validAt").ifPresent(this::validAt);
        parameters.text("story").ifPresent(story -> ofStory(story, parameters.asOf()));
        parameters.article("origin").ifPresent(origin -> ofOrigin(origin, parameters.asOf()));
        parameters
                .words()
                .map(query -> QueryParameters.readable(() -> TextSearch.of(query)))
                .ifPresent(search -> search("f.words @@ " + SEARCH, QueryParameters.WORDS, search));
        return this;
    }

    /** Only facts of the reports of this story. */
    private void ofStory(String story, Optional<Instant> asOf) {
        add(
                "exists (select from story_report r where r.tenant = f.tenant and r.article_id = f.article_id"
                        + " and r.story_id = :story and " + Validity.of(asOf, "r") + ')',
                "story",
                story);
    }

    /** Only facts of this article, unless it is a copy, and of the copies of it: few, so they are found first. */
    private void ofOrigin(ArticleId origin, Optional<Instant> asOf) {
        String then = Validity.of(asOf, "r");
        add(
                "f.article_id = any(array("
                        + "select r.article_id from story_report r where r.tenant = :tenant"
                        + " and r.origin = cast(cast(:origin as uuid) as text) and " + then
                        + " union all select r.article_id from story_report r where r.tenant = :tenant"
                        + " and r.article_id = :origin and r.origin is null and " + then + "))",
                "origin",
                origin.value());
    }

    /** That the story was told on one of these days. Alternatives as in {@link #due}, of which those of some days are found by the first. */
    public Conditions told(DayRange days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        String overlaps = when(last, "f.first_day <= :toldLast") + when(first, "f.last_day >= :toldFirst");
        alternatives(List.of(
                " and f.told_span = 0" + among("f.first_day", "told", days),
                " and f.told_span = 1" + overlaps + when(first, "f.first_day >= :toldEarliest"),
                " and f.told_span = 2" + overlaps));
        if (first != null) {
            values.put("toldFirst", first);
            values.put("toldEarliest", first.minusDays(LONGEST_SHORT));
        }
        if (last != null) {
            values.put("toldLast", last);
        }
        return this;
    }

    /** Only facts of this article. */
    public Conditions article(ArticleId id) {
        article = Optional.of(id);
        return add("f.article_id = :article", "article", id.value());
    }

    /** The article that all facts are of, if it is one. */
    Optional<ArticleId> article() {
        return article;
    }

    /**
     * That the fact holds on one of these days; of what has no days, nothing is known. What holds on one day is found by it, what holds for
     * a month at most by the day on which it begins, and what holds for longer apart from both.
     */
    private void validAt(DayRange days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        String overlaps = when(last, "f.valid_lower <= :validLast") + when(first, "f.valid_upper >= :validFirst");
        alternatives(List.of(
                " and f.valid_span = 0" + among("f.valid_lower", "valid", days),
                " and f.valid_span = 1" + overlaps + when(first, "f.valid_lower >= :validEarliest"),
                " and f.valid_span = 2" + overlaps));
        if (first != null) {
            values.put("validFirst", first);
            values.put("validEarliest", first.minusDays(LONGEST_SHORT));
        }
        if (last != null) {
            values.put("validLast", last);
        }
    }

    /** Conditions of which one must hold, each for rows of its own, as further terms. */
    public List<String> alternatives() {
        return alternatives;
    }

    private void alternatives(List<String> others) {
        alternatives = alternatives.stream()
                .flatMap(one -> others.stream().map(other -> one + other))
                .toList();
    }

    /**
     * That the deadline lies among these days; of what has none, nothing is known. A deadline of a month's days at most is found by the last of
     * them, one of a day by that.
     *
     * @param dated whether only what has a last day is wanted
     */
    public Conditions due(DayRange days, boolean dated) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        String end = dated ? "f.due_to" : "coalesce(f.due_to, 'infinity')";
        alternatives(List.of(
                " and f.due_span = 0" + among("f.due_to", "due", days),
                " and f.due_span = 1"
                        + when(first, "f.due_to >= :dueFirst")
                        + when(last, "f.due_from <= :dueLast and f.due_to <= :dueLatest"),
                " and f.due_span = 2"
                        + when(first, end + " >= :dueFirst")
                        + when(last, "coalesce(f.due_from, '-infinity') <= :dueLast")));
        if (first != null) {
            values.put("dueFirst", first);
        }
        if (last != null) {
            values.put("dueLast", last);
            values.put("dueLatest", last.plusDays(LONGEST_SHORT));
        }
        return this;
    }

    /** That a single day is among the days whose bounds are bound under this name; one day is an equality, which keeps an index's order. */
    private static String among(String column, String name, DayRange days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        return first != null && first.equals(last)
                ? " and " + column + " = :" + name + "First"
                : when(first, column + " >= :" + name + "First") + when(last, column + " <= :" + name + "Last");
    }

    /** The term, where its bound is given. */
    private static String when(@Nullable LocalDate bound, String term) {
        return bound == null ? "" : " and " + term;
    }

    /** One more term, with the one parameter that stands in it. */
    public Conditions add(String term, String name, Object value) {
        terms.add(term);
        values.put(name, value);
        return this;
    }

    /** One more term that looks for words: a few have them, or nearly all, so the best way to the rows depends on the value. */
    public Conditions search(String term, String name, String words) {
        search = true;
        return add(term, name, words);
    }

    /** Whether there is such a term. */
    boolean isSearch() {
        return search;
    }

    /** Whether a filter leaves few facts. */
    boolean isNarrow() {
        return values.keySet().stream().anyMatch(NARROW::contains);
    }

    /** One more term without parameters. */
    public Conditions always(String term) {
        terms.add(term);
        return this;
    }

    /** A value that another part of the query uses. */
    public Conditions value(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /** The terms, joined. */
    public String sql() {
        return String.join(" and ", terms);
    }

    /** Binds the values of all terms. */
    public void bind(Query query) {
        values.forEach(query::setParameter);
    }
}
