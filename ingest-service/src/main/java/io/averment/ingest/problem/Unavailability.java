package io.averment.ingest.problem;

import io.quarkus.oidc.OIDCException;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells a failure of the database or the identity provider, which passes, from a fault of ours, which does not. */
public final class Unavailability {
    private static final int MAX_CAUSES = 20;
    /**
     * SQLSTATE classes of what passes by itself: connection lost, authorisation (a role not yet made), transaction rolled
     * back, out of resources, lock not available, operator's intervention, system error; and no database of that name.
     */
    private static final Set<String> PASSING = Set.of("08", "28", "3D", "40", "53", "55", "57", "58");

    private Unavailability() {}

    /** Whether the database could not be used. */
    public static boolean isBehind(Throwable failure) {
        return anyCause(failure, cause -> cause instanceof SQLException sql && isPassing(sql));
    }

    /** Whether the identity provider could not be asked. */
    static boolean isOfIdentityProvider(Throwable failure) {
        return anyCause(failure, OIDCException.class::isInstance);
    }

    private static boolean anyCause(Throwable failure, Predicate<Throwable> holds) {
        @Nullable Throwable cause = failure;
        for (var i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (holds.test(cause)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static boolean isPassing(SQLException failure) {
        var state = failure.getSQLState();
        // The pool's own failures, such as no free connection in time, carry no state.
        return state == null || state.length() < 2 || PASSING.contains(state.substring(0, 2));
    }
}
