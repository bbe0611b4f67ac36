package io.averment.query.record.thread;

import io.averment.query.record.ArticleId;
import java.time.Instant;
import java.util.Comparator;

/**
 * Where a fact stands among those of all articles: by the acceptance of its article, then by the article's id, then in the order of
 * the text. The order is total and the same on every replica.
 *
 * @param position among the facts of its kind in the article
 * @param fact id within the article
 */
public record FactPlace(Instant firstAcceptedAt, ArticleId article, int position, String fact)
        implements Comparable<FactPlace> {
    private static final Comparator<FactPlace> ORDER = Comparator.comparing(FactPlace::firstAcceptedAt)
            .thenComparing(place -> place.article().toString())
            .thenComparingInt(FactPlace::position)
            .thenComparing(FactPlace::fact);

    @Override
    public int compareTo(FactPlace other) {
        return ORDER.compare(this, other);
    }
}
