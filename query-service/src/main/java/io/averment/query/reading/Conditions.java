package io.averment.query.reading;

import io.averment.query.record.Outlet;
import io.averment.query.record.Tenant;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The part of a list query that depends on its filters. Only constant text becomes SQL; whatever a client gave is bound as a
 * parameter. Not thread-safe.
 */
final class Conditions {
    private final List<String> terms = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The current rows of the tenant. Row-level security says the same again. */
    Conditions(Tenant tenant) {
        terms.add("tenant = :tenant");
        terms.add("recorded_to = 'infinity'");
        values.put("tenant", tenant.name());
    }

    Conditions outlet(QueryParameters parameters) {
        parameters.text("outlet").ifPresent(name -> add("outlet_key = :outlet", "outlet", new Outlet(name).key()));
        return this;
    }

    Conditions words(QueryParameters parameters) {
        parameters
                .text("words")
                .ifPresent(
                        words -> add("words @@ websearch_to_tsquery('public.averment_words', :words)", "words", words));
        return this;
    }

    Conditions published(Publication range) {
        range.from().ifPresent(day -> add("published_on >= :publishedFrom", Publication.FROM, day));
        range.to().ifPresent(day -> add("published_on <= :publishedTo", Publication.TO, day));
        return this;
    }

    Conditions add(String term, String name, Object value) {
        terms.add(term);
        values.put(name, value);
        return this;
    }

    /** What comes after the cursor in a list of articles: newest first. */
    Conditions afterArticle(Cursor cursor) {
        values.put("at", cursor.firstAcceptedAt());
        values.put("after", cursor.article().value());
        terms.add("(first_accepted_at, article_id) < (:at, :after)");
        return this;
    }

    /** What comes after the cursor in a list of statements: newest article first, within it in the order of the text. */
    Conditions afterStatement(Cursor cursor) {
        values.put("at", cursor.firstAcceptedAt());
        values.put("after", cursor.article().value());
        values.put("position", cursor.position());
        terms.add("first_accepted_at <= :at");
        terms.add("((first_accepted_at, article_id) < (:at, :after)"
                + " or (first_accepted_at = :at and article_id = :after and position > :position))");
        return this;
    }

    String sql() {
        return String.join(" and ", terms);
    }

    void bind(Query query) {
        values.forEach(query::setParameter);
    }
}
