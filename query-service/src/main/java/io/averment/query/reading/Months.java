package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the record's months: the condition by which PostgreSQL leaves out the partitions of all others, already when it
 * plans, or for a single month when it begins.
 *
 * @param from first day of the first month; null is open
 * @param until first day of the month after the last one; null is open
 */
record Months(@Nullable LocalDate from, @Nullable LocalDate until) {
    /** All months. */
    static final Months ALL = new Months(null, null);

    private static final int FIRST = 2;
    private static final int LARGEST = 32;
    private static final int MOST_OPENINGS = 1_000;

    /** The months that have versions of this article; commonly one, since an article stays in the month of its first acceptance. */
    static List<Months> of(EntityManager entities, Tenant tenant, ArticleId article) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(
                        "select distinct record_month from opening where tenant = :tenant and article_id = :article"
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
     * stands in an earlier stretch comes later in the list. Stretches are the same for all pages of a month, since each makes a query that
     * is planned for.
     *
     * @param newest what is later than this is not looked for
     */
    static List<Months> fromNewest(Instant now, Instant newest) {
        LocalDate last = RecordMonth.of(newest).firstDay();
        LocalDate from = RecordMonth.of(now).firstDay().plusMonths(1);
        // Partitions are made for a year ahead, and each that a query could touch is planned for. No clock is a month
        // ahead.
        LocalDate until = from.plusMonths(1);
        List<Months> stretches = new ArrayList<>();
        for (int length = FIRST; length <= LARGEST; length *= 2) {
            from = from.minusMonths(length);
            if (!from.isAfter(last)) {
                stretches.add(new Months(from, until));
            }
            until = from;
        }
        stretches.add(new Months(null, until));
        return stretches;
    }

    /**
     * The months in which something was opened later than that; all months when it is much. In the order of recording no month comes before
     * another, so it is one stretch.
     */
    static List<Months> changedSince(EntityManager entities, Tenant tenant, Instant since) {
        Tuple found = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select count(*) as openings, min(record_month) as earliest, max(record_month) as latest from ("
                                + "select record_month from opening where tenant = :tenant and recorded_from >= :since limit "
                                + MOST_OPENINGS + ") as found",
                        Tuple.class)
                .addScalar("openings", Long.class)
                .addScalar("earliest", LocalDate.class)
                .addScalar("latest", LocalDate.class)
                .setParameter("tenant", tenant.name())
                .setParameter("since", since)
                .getSingleResult();
        LocalDate earliest = found.get("earliest", LocalDate.class);
        LocalDate latest = found.get("latest", LocalDate.class);
        if (earliest == null || latest == null) {
            return List.of();
        }
        boolean isMuch = found.get("openings", Long.class) >= MOST_OPENINGS;
        return List.of(isMuch ? ALL : new Months(earliest, latest.plusMonths(1)));
    }

    /** The one month; null when there are more. */
    @Nullable
    LocalDate single() {
        return from != null && from.plusMonths(1).equals(until) ? from : null;
    }

    /** The condition, for an alias in the place of {@code %1$s} and for the fact {@code f}; a single month is the parameter {@code month}. */
    String sql() {
        if (single() != null) {
            return both("= :month");
        }
        return (from == null ? "" : both(">= date '" + from + '\''))
                + (until == null ? "" : both("< date '" + until + '\''));
    }

    private static String both(String condition) {
        return " and %1$s.record_month " + condition + " and f.record_month " + condition;
    }
}
