package io.averment.query.migration;

import io.averment.query.rebuild.Rebuild;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.MigrateResult;

/** One run of the command: what was done goes to the standard output, what is wrong to the standard error. */
final class Migration {
    /** The database is up to date. */
    static final int DONE = 0;
    /** It is not, and why was said. */
    static final int FAILED = 1;
    /** Asked without changing anything: it is not. */
    static final int PENDING = 3;

    /** Constant text. Whether an index may answer searches for words below row-level security, which only a superuser can allow. */
    private static final String WORDS_BY_INDEX = """
            select proleakproof from pg_catalog.pg_proc
            where oid = 'pg_catalog.ts_match_vq(tsvector, tsquery)'::regprocedure
            """;

    private static final String DATA_EXCEPTIONS = "22";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Flyway flyway;
    private final MigrationRoles roles;
    private final PrintStream out;
    private final PrintStream err;

    Migration(Flyway flyway, MigrationRoles roles, PrintStream out, PrintStream err) {
        this.flyway = flyway;
        this.roles = roles;
        this.out = out;
        this.err = err;
    }

    /**
     * Brings the database up to date; again, and nothing happens but that the months to come get their partitions, where there are any. One
     * at a time.
     *
     * @param dryRun only says what is pending
     * @return the exit code
     */
    int run(boolean dryRun) {
        try {
            try (Connection connection = connection()) {
                MigrationConnections.requireSilence(connection);
                roles.requireIn(connection);
            }
            return dryRun ? showPending() : migrateAlone();
        } catch (MigrationRefusedException refused) {
            err.println("Not migrated: " + refused.getMessage() + ".");
        } catch (FlywayException failure) {
            err.println("Not migrated: " + reason(failure));
        } catch (SQLException failure) {
            err.println("Not migrated: " + reason(String.valueOf(failure.getSQLState())) + ".");
        }
        return FAILED;
    }

    /** Flyway names the migration, the statement and what the database said, which is without detail. Rows do not stand in it. */
    private static String reason(FlywayException failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException answer) {
                return reason(message, answer);
            }
        }
        return message;
    }

    private static String reason(String message, SQLException answer) {
        String state = String.valueOf(answer.getSQLState());
        if (state.startsWith(DATA_EXCEPTIONS)) {
            // Such as "invalid input syntax for type integer", which goes on with the value.
            return message.replace(
                    String.valueOf(answer.getMessage()), "left out, since it may repeat what stands in rows");
        }
        return state.equals(LOCK_NOT_AVAILABLE)
                ? message + "\nAnother session holds a lock that it needs. Repeat it when that one is done."
                : message;
    }

    /** In words for what an operator can mend, by the classes of states that the SQL standard and PostgreSQL have. */
    private static String reason(String state) {
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "08", "57" -> "the database cannot be reached (state " + state + ")";
            case "28" -> "the database does not take the owner's name and password";
            case "3D" -> "there is no such database";
            default -> "the database answered with the state " + state;
        };
    }

    private Connection connection() throws SQLException {
        return flyway.getConfiguration().getDataSource().getConnection();
    }

    private int showPending() {
        MigrationInfoService info = flyway.info();
        for (MigrationInfo migration : info.pending()) {
            out.println("pending  " + migration.getVersion() + "  " + migration.getDescription());
        }
        out.println(standing(info));
        return info.pending().length == 0 ? DONE : PENDING;
    }

    /**
     * Not while the record is made again in a schema beside it, which would not be changed and would take the record's place; nor while a
     * tenant is erased, from the tables that there are.
     */
    private int migrateAlone() throws SQLException, MigrationRefusedException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet lock = statement.executeQuery("select pg_try_advisory_lock(" + Rebuild.REBUILD_LOCK + ")")) {
            lock.next();
            if (lock.getBoolean(1)) {
                return migrate();
            }
        }
        MigrationInfoService info = flyway.info();
        if (info.pending().length > 0) {
            throw new MigrationRefusedException(
                    "a rebuild or the erasure of a tenant is under way. Repeat it when that is done");
        }
        out.println(standing(info));
        out.println(
                "Note: a rebuild or the erasure of a tenant is under way, so months to come have no partitions yet.");
        return DONE;
    }

    private int migrate() throws SQLException {
        MigrateResult result = flyway.migrate();
        result.migrations.forEach(
                migration -> out.println("applied  " + migration.version + "  " + migration.description));
        out.println(standing(flyway.info()));
        noteSlowSearch();
        return DONE;
    }

    private static String standing(MigrationInfoService info) {
        MigrationInfo current = info.current();
        if (current == null) {
            return "The database is empty.";
        }
        String known = Arrays.stream(info.all())
                .filter(migration -> migration.getState().isResolved() && migration.getVersion() != null)
                .map(MigrationInfo::getVersion)
                .max(MigrationVersion::compareTo)
                .map(MigrationVersion::getVersion)
                .orElse("0");
        boolean newer = current.getVersion() != null && current.getVersion().isNewerThan(known);
        return "The database is at version " + current.getVersion()
                + (newer ? ", newer than this executable, which knows version " + known + "." : ".");
    }

    private void noteSlowSearch() throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement();
                ResultSet function = statement.executeQuery(WORDS_BY_INDEX)) {
            function.next();
            if (!function.getBoolean(1)) {
                out.println(
                        "Note: until a superuser has taken the step that SECURITY.md names, searches for words read every row of a"
                                + " tenant.");
            }
        }
    }
}
