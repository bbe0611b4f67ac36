package io.averment.query.storage;

import jakarta.persistence.Query;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows say what the record says: now, or as of an instant. Then they come from two places, each with indexes of its own: what is
 * current, and what is history.
 */
public final class Validity {
    private static final String CURRENT = "%1$s.recorded_to = 'infinity'";
    // Beside the record's own instant, for the index, that of the acceptance, which came before.
    private static final String CURRENT_THEN = "%1$s.recorded_to = 'infinity' and %1$s.recorded_from <= :asOf"
            + " and %1$s.first_accepted_at <= :latestAccepted";
    private static final String HISTORY_THEN =
            "%1$s.recorded_to < 'infinity' and %1$s.recorded_to > :asOf and %1$s.recorded_from <= :asOf"
                    + " and %1$s.first_accepted_at <= :latestAccepted";
    private static final String THEN = "%1$s.recorded_to > :asOf and %1$s.recorded_from <= :asOf";
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private Validity() {}

    /** A condition for each place that rows come from; {@code %1$s} stands for the alias. */
    public static List<String> conditions(Optional<Instant> asOf) {
        return asOf.isPresent() ? List.of(CURRENT_THEN, HISTORY_THEN) : List.of(CURRENT);
    }

    /** The same for an alias. */
    public static List<String> conditions(Optional<Instant> asOf, String alias) {
        return conditions(asOf).stream()
                .map(condition -> String.format(Locale.ROOT, condition, alias))
                .toList();
    }

    /** The condition for rows that are few, wherever they stand; binds {@code :asOf} alone. */
    public static String of(Optional<Instant> asOf, String alias) {
        return String.format(Locale.ROOT, asOf.isPresent() ? THEN : CURRENT, alias);
    }

    /** Binds what the conditions need. */
    public static void bind(Optional<Instant> asOf, Query query) {
        asOf.ifPresent(
                instant -> query.setParameter("asOf", instant).setParameter("latestAccepted", latestAccepted(instant)));
    }

    /**
     * When the last of what was in the record at that instant may have been accepted: before, by the clock of the service that accepted it,
     * which is not the database's.
     */
    public static Instant latestAccepted(Instant asOf) {
        return asOf.plus(CLOCKS_APART);
    }
}
