package io.averment.query.record.story;

import io.averment.query.record.ArticleId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * Where a report stands among those of all articles: by its day in the world, then by the acceptance of its article, then by the article's id.
 * The order is total, and the same on every replica and however the reports arrive.
 */
public record ReportPlace(LocalDate day, Instant firstAcceptedAt, ArticleId article)
        implements Comparable<ReportPlace> {
    private static final Comparator<ReportPlace> ORDER = Comparator.comparing(ReportPlace::day)
            .thenComparing(ReportPlace::firstAcceptedAt)
            .thenComparing(place -> place.article().toString());

    @Override
    public int compareTo(ReportPlace other) {
        return ORDER.compare(this, other);
    }
}
