package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the record's months: the condition by which PostgreSQL leaves out the partitions of all others, already when it
 * plans.
 *
 * @param from first day of the first month; null is open
 * @param until first day of the month after the last one; null is open
 */
record Months(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** All months. */
    static final Months ALL = new Months(null, null);

    private static final int FIRST = 2;
    private static final int LARGEST = 32;

    /** The months that have versions of this article; commonly one, since an article stays in the month of its first acceptance. */
    static List<Months> of(EntityManager entities, Tenant tenant, ArticleId article) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select record_month from article_month where tenant = :tenant and article_id = :article"
                                + " order by record_month desc",
                        LocalDate.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", article.value())
                .getResultList()
                .stream()
                .map(month -> new Months(month, month.plusMonths(1)))
                .toList();
    }

    /**
     * All months in stretches of two, four, eight, ... from the newest on. The order of NEWEST is that of the months, too: what
     * stands in an earlier stretch comes later in the list.
     *
     * @param after the place that the page begins after, if it is not the first
     */
    static List<Months> fromNewest(Instant now, Optional<Cursor> after) {
        Optional<LocalDate> last = after.map(cursor -> (Instant) Order.NEWEST.value(cursor.key()))
                .map(at -> RecordMonth.of(at).firstDay().plusMonths(1));
        LocalDate from = last.orElse(RecordMonth.of(now).firstDay().plusMonths(1));
        // Partitions are made for a year ahead, and each that a query could touch is planned for. No clock is a month
        // ahead.
        LocalDate until = last.orElse(from.plusMonths(1));
        List<Months> stretches = new ArrayList<>();
        for (int length = FIRST; length <= LARGEST; length *= 2) {
            from = from.minusMonths(length);
            stretches.add(new Months(from, until));
            until = from;
        }
        stretches.add(new Months(null, until));
        return stretches;
    }

    /** The condition, for an alias in the place of {@code %1$s} and for the fact {@code f}. */
    String sql() {
        return (from == null ? "" : both(">= date '" + from + '\''))
                + (until == null ? "" : both("< date '" + until + '\''));
    }

    private static String both(String condition) {
        return " and %1$s.record_month " + condition + " and f.record_month " + condition;
    }
}
