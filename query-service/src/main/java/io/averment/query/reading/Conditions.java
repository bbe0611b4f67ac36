package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.DayRange;
import io.averment.query.record.Outlet;
import io.averment.query.record.Tenant;
import jakarta.persistence.Query;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a list query that depends on its filters; {@code f} is the fact's row. Only constant text becomes SQL; whatever a
 * client gave is bound as a parameter. Not thread-safe.
 */
public final class Conditions {
    /** valid_long of the tables: more days than this. */
    private static final int LONGEST_SHORT = 31;

    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private Optional<ArticleId> article = Optional.empty();
    private List<String> alternatives = List.of("");

    /** The rows of the tenant. Row-level security says the same again. */
    public Conditions(Tenant tenant) {
        add("f.tenant = :tenant", "tenant", tenant.name());
    }

    /** What all lists of facts are filtered by: outlet, language, article, day of publication, world time, words. */
    public Conditions common(QueryParameters parameters) {
        parameters.text("outlet").ifPresent(name -> add("f.outlet_key = :outlet", "outlet", new Outlet(name).key()));
        parameters.text("language").ifPresent(language -> add("f.language = :language", "language", language));
        parameters.article("article").ifPresent(this::article);
        Publication range = Publication.of(parameters);
        range.from().ifPresent(day -> add("f.published_on >= :publishedFrom", Publication.FROM, day));
        range.to().ifPresent(day -> add("f.published_on <= :publishedTo", Publication.TO, day));
        parameters.days("validAt").ifPresent(this::validAt);
        parameters
                .text("words")
                .ifPresent(words ->
                        add("f.words @@ websearch_to_tsquery('public.averment_words', :words)", "words", words));
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
     * That the fact holds on one of these days; of what has no days, nothing is known. What holds for a month at most is found by
     * the day on which it begins, apart from the rest.
     */
    private void validAt(DayRange days) {
        within("valid", days);
        LocalDate first = days.first();
        if (first != null) {
            alternatives = List.of(
                    " and not f.valid_long and f.valid_from >= :validEarliest"
                            + (days.last() == null ? "" : " and f.valid_from <= :validLast"),
                    " and f.valid_long");
            values.put("validEarliest", first.minusDays(LONGEST_SHORT));
        }
    }

    /** Conditions of which one must hold, each for rows of its own, as further terms. */
    List<String> alternatives() {
        return alternatives;
    }

    /** That days of the fact are among these; of what has no days, nothing is known. */
    public Conditions within(String columns, DayRange days) {
        LocalDate first = days.first();
        LocalDate last = days.last();
        terms.add("(f." + columns + "_from is not null or f." + columns + "_to is not null)");
        if (first != null) {
            add("coalesce(f." + columns + "_to, 'infinity') >= :" + columns + "First", columns + "First", first);
        }
        if (last != null) {
            add("coalesce(f." + columns + "_from, '-infinity') <= :" + columns + "Last", columns + "Last", last);
        }
        return this;
    }

    /** One more term, with the one parameter that stands in it. */
    public Conditions add(String term, String name, Object value) {
        terms.add(term);
        values.put(name, value);
        return this;
    }

    /** One more term without parameters. */
    public Conditions always(String term) {
        terms.add(term);
        return this;
    }

    /** A value that another part of the query uses. */
    Conditions value(String name, Object value) {
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
