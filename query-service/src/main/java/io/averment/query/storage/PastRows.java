package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What threads and stories of the past come to when versions of an article go. */
final class PastRows {
    /** So many rows are told anew after a withdrawal; threads and stories beyond are not listed any more as of the past. */
    static final int MOST = 20_000;

    private PastRows() {}

    /** When the versions of an article were opened that the record still has. */
    static Set<Instant> versions(EntityManager entities, Tenant tenant, ArticleId article, LocalDate month) {
        return Set.copyOf(entities.unwrap(Session.class)
                .createNativeQuery(
                        "select recorded_from from article where tenant = :tenant and article_id = :article"
                                + " and record_month = :month",
                        Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", article.value())
                .setParameter("month", month)
                .getResultList());
    }

    /**
     * The rows that stay, by the thread or story that they stand in.
     *
     * @param ever rows of all time, those of a thread or story together; at most {@link #MOST}
     */
    static <R> Map<String, List<R>> remaining(List<R> ever, Function<R, String> whole, Predicate<R> stays) {
        Map<String, List<R>> remaining = new LinkedHashMap<>();
        for (R row : ever) {
            List<R> others = remaining.computeIfAbsent(whole.apply(row), any -> new ArrayList<>());
            if (stays.test(row)) {
                others.add(row);
            }
        }
        if (ever.size() == MOST) {
            // Of the last one there may be more.
            remaining.remove(whole.apply(ever.getLast()));
        }
        return remaining;
    }

    /** Whether a row of this stretch of record time said something at an instant. */
    static boolean stoodAt(Instant recordedFrom, @Nullable Instant recordedTo, Instant instant) {
        return !recordedFrom.isAfter(instant) && (recordedTo == null || recordedTo.isAfter(instant));
    }
}
