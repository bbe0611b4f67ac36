package io.averment.ingest.reanalysis;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the words of the command ask for.
 *
 * @param from when the latest revision was accepted at the earliest, or null
 * @param to before when it was, or null for the beginning of the command
 * @param articles those alone, unless it is empty
 * @param after those behind this one alone, by their ids, or null
 * @param isDryRun whether they are only counted
 * @param isConfirmed whether nobody need type the tenant's name
 */
record ReanalysisOrder(
        Tenant tenant,
        @Nullable Instant from,
        @Nullable Instant to,
        Set<ArticleId> articles,
        @Nullable ArticleId after,
        boolean isDryRun,
        boolean isConfirmed) {
    /** The exit code of words that ask for nothing. */
    static final int NOT_UNDERSTOOD = 2;

    static final String NAME = "reanalyse";

    /** The most articles that can be named. */
    static final int MOST_ARTICLES = 1000;

    ReanalysisOrder {
        articles = Set.copyOf(articles);
    }

    /**
     * Reads {@code reanalyse TENANT} with {@code --from}, {@code --to}, {@code --article}, {@code --after}, {@code --yes} and
     * {@code --dry-run}, in any order; only {@code --article} can be given more than once.
     */
    static Optional<ReanalysisOrder> of(List<String> words) {
        if (words.size() < 2 || !words.getFirst().equals(NAME)) {
            return Optional.empty();
        }
        return Tenant.parse(words.get(1)).flatMap(tenant -> new Options().read(tenant, words.subList(2, words.size())));
    }

    /** What was read so far. */
    private static final class Options {
        private final Set<String> seen = new LinkedHashSet<>();
        private final Set<ArticleId> articles = new LinkedHashSet<>();
        private @Nullable Instant from;
        private @Nullable Instant to;
        private @Nullable ArticleId after;

        Optional<ReanalysisOrder> read(Tenant tenant, List<String> words) {
            for (int i = 0; i < words.size(); i++) {
                String option = words.get(i);
                boolean isNew = seen.add(option) || option.equals("--article");
                boolean isUnderstood = switch (option) {
                    case "--yes", "--dry-run" -> true;
                    case "--from", "--to", "--article", "--after" -> ++i < words.size() && takes(option, words.get(i));
                    default -> false;
                };
                if (!isNew || !isUnderstood) {
                    return Optional.empty();
                }
            }
            boolean isDryRun = seen.contains("--dry-run");
            boolean isConfirmed = seen.contains("--yes");
            boolean isPossible = (from == null || to == null || from.isBefore(to)) && !(isDryRun && isConfirmed);
            return isPossible && articles.size() <= MOST_ARTICLES
                    ? Optional.of(new ReanalysisOrder(tenant, from, to, articles, after, isDryRun, isConfirmed))
                    : Optional.empty();
        }

        private boolean takes(String option, String value) {
            if (option.equals("--from") || option.equals("--to")) {
                return instant(value).map(instant -> set(option, instant)).orElse(false);
            }
            return ArticleId.parse(value).map(article -> set(option, article)).orElse(false);
        }

        private boolean set(String option, Instant value) {
            if (option.equals("--from")) {
                from = value;
            } else {
                to = value;
            }
            return true;
        }

        private boolean set(String option, ArticleId value) {
            if (option.equals("--after")) {
                after = value;
            } else {
                articles.add(value);
            }
            return true;
        }

        private static Optional<Instant> instant(String text) {
            try {
                return Optional.of(Instant.parse(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
