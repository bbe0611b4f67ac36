package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import java.util.Optional;

/** Identifies a fact over all versions of its article: the article's id, a colon, and the fact's id in it. */
public record FactId(ArticleId article, String fact) {
    private static final int LONGEST = 100;

    /** Empty when the text is no such id. */
    public static Optional<FactId> parse(String written) {
        int colon = written.indexOf(':');
        String fact = written.substring(colon + 1);
        if (colon < 0 || fact.isBlank() || fact.length() > LONGEST || fact.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        return ArticleId.parse(written.substring(0, colon)).map(article -> new FactId(article, fact));
    }
}
