package io.averment.query.record.thread;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.EntityKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An article as a witness: copies of one text are one witness, however many outlets print it.
 *
 * @param article its id
 * @param origin id of the article that it is a copy of, where that is known
 * @param text what its words come down to; equal texts are copies
 */
public record Source(String article, @Nullable String origin, String text) {
    private static final String TEXT = "text:";

    /** The article as a witness. */
    public static Source of(AnalysedArticle article) {
        ArticleId origin = article.origin();
        return new Source(
                article.id().toString(),
                origin == null ? null : origin.toString(),
                FactThread.digest(EntityKey.fold(article.text().content())));
    }

    /** How many of the articles go back to nobody else's text. */
    public static int independent(List<Source> sources) {
        Map<String, String> parents = new HashMap<>();
        for (Source source : sources) {
            join(parents, source.article, TEXT + source.text);
            String origin = source.origin;
            if (origin != null) {
                join(parents, source.article, origin);
            }
        }
        return (int) sources.stream()
                .map(source -> root(parents, source.article))
                .distinct()
                .count();
    }

    private static void join(Map<String, String> parents, String one, String other) {
        parents.put(root(parents, one), root(parents, other));
    }

    private static String root(Map<String, String> parents, String node) {
        String at = node;
        String parent = parents.getOrDefault(at, at);
        while (!parent.equals(at)) {
            at = parent;
            parent = parents.getOrDefault(at, at);
        }
        return at;
    }
}
