package io.averment.query.storage;

import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import javax.transaction.xa.XAException;
import org.jspecify.annotations.Nullable;

/** What a failed transaction tells about its cause. */
public enum DatabaseFault {
    /** The database is away, busy, not migrated yet, or gave up on a conflict: the same may work later. */
    OUTAGE,
    /** The database does not let the service's role in, or not do what it must: the same works once an operator has mended that. */
    FORBIDDEN,
    /** The database refuses these values and always will. */
    REFUSED,
    /** Nothing that the database said. */
    NONE;

    /** For the log, when the role is forbidden something. */
    public static final String WHAT_TO_CHECK =
            "The database refuses the service's role. Check quarkus.datasource.username and"
                    + " its password, and that the migrations ran with the same username, to which they grant what it needs.";

    /** SQLSTATE classes of values that do not fit: data exception, broken constraint, program limit exceeded. */
    private static final Set<String> REFUSING_CLASSES = Set.of("22", "23", "54");

    /** SQLSTATE class of a failed log-in. */
    private static final String LOGIN_CLASS = "28";

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private static final int LONGEST_CHAIN = 50;

    /** Searches the failure, its causes and what they suppressed. */
    public static DatabaseFault of(Throwable failure) {
        return of(failure, new HashSet<>());
    }

    private static DatabaseFault of(@Nullable Throwable failure, Set<Throwable> seen) {
        if (failure == null || seen.size() > LONGEST_CHAIN || !seen.add(failure)) {
            return NONE;
        }
        if (failure instanceof SQLException refused && isRefusal(refused)) {
            return REFUSED;
        }
        if (failure instanceof SQLException forbidden && isForbidden(forbidden)) {
            return FORBIDDEN;
        }
        DatabaseFault found = of(failure.getCause(), seen);
        for (Throwable suppressed : failure.getSuppressed()) {
            found = found == REFUSED ? found : stronger(found, of(suppressed, seen));
        }
        return found == NONE && isFromDatabase(failure) ? OUTAGE : found;
    }

    private static DatabaseFault stronger(DatabaseFault one, DatabaseFault other) {
        return one == NONE || other == REFUSED || (one == OUTAGE && other == FORBIDDEN) ? other : one;
    }

    private static boolean isRefusal(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && state.length() == 5 && REFUSING_CLASSES.contains(state.substring(0, 2));
    }

    private static boolean isForbidden(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.equals(INSUFFICIENT_PRIVILEGE) || state.startsWith(LOGIN_CLASS));
    }

    private static boolean isFromDatabase(Throwable failure) {
        return failure instanceof SQLException
                || failure instanceof PersistenceException
                || failure instanceof RollbackException
                || failure instanceof SystemException
                || failure instanceof XAException;
    }
}
