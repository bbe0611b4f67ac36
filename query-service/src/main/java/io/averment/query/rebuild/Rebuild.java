package io.averment.query.rebuild;

import io.averment.query.projection.Replay;
import io.averment.query.record.Tenant;
import io.averment.query.storage.LogEntry;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Fills a schema beside the record from the log, while the record serves and grows; catches up; and puts it in the record's place.
 * Only for the last of it do writers wait: the rebuild then holds the record's lock alone, replays what came meanwhile, and renames
 * both schemas in one transaction. Readers never wait. One at a time, over all processes; begun anew when it is broken off.
 *
 * <p>A withdrawal erases nothing in the schema that is being filled: the replay does, when it comes to the withdrawal's entry, which is before
 * anyone reads the schema. So a rebuild that fails drops it. A process that is killed cannot: the next rebuild does, or {@link #drop}.
 */
@ApplicationScoped
public class Rebuild {
    private static final Logger LOG = Logger.getLogger(Rebuild.class);

    static final String RECORD = "record";
    static final String NEXT = "record_next";
    static final String BEFORE = "record_before";

    /** An advisory lock: one rebuild at a time, and none while a tenant is erased. The word "rebuild" in ASCII. */
    public static final long REBUILD_LOCK = 0x72_6562_7569_6c64L;

    private static final String COLUMNS = """
            select c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull from pg_attribute a
            join pg_class c on c.oid = a.attrelid
            where c.relkind in ('p', 'r') and not c.relispartition and a.attnum > 0 and not a.attisdropped
                and c.relnamespace = '{schema}'::regnamespace
            """;

    private static final String DIFFERENT_TABLES =
            "with now as (" + COLUMNS.replace("{schema}", RECORD) + "), next as ("
                    + COLUMNS.replace("{schema}", NEXT)
                    + ") select distinct relname from ((select * from now except select * from next)"
                    + " union all (select * from next except select * from now)) as different order by 1";

    /** A round that found no more than this is followed by the swap, which may have to apply as many while writers wait. */
    private static final int SMALL_ROUND = 200;

    private static final int MOST_ROUNDS = 50;
    private static final int PROGRESS_EVERY = 5_000;

    /**
     * So many entries, and then ten times as many each time, are followed by new statistics. The schema begins empty, and what connections
     * plan while it is would go through whole tables until the database's own look at them, which may be minutes away.
     */
    private static final int FIRST_LOOK = 100;

    private static final int NEXT_LOOK = 10;

    private final OwnersConnection owners;
    private final Replay replay;

    Rebuild(OwnersConnection owners, Replay replay) {
        this.owners = owners;
        this.replay = replay;
    }

    /**
     * What a rebuild did.
     *
     * @param entries of the log that were applied
     * @param took from the beginning on
     * @param writersWaited how long nobody could write
     */
    public record Rebuilt(long entries, Duration took, Duration writersWaited) {

        /** In a line, for people. */
        public String told() {
            return "done: " + entries + " entries in " + took.toMillis() + " ms; writers waited "
                    + writersWaited.toMillis() + " ms; the old record stands in " + BEFORE;
        }
    }

    /** Makes the record again; tells its progress line by line. The old one stays beside it until {@link #drop}. */
    public Rebuilt run(Consumer<String> progress) throws SQLException {
        try (Connection owner = owners.open()) {
            if (!isAlone(owner)) {
                throw new RebuildRefusedException(
                        "another rebuild, a migration or the erasure of a tenant is under way");
            }
            try {
                return runAlone(owner, progress);
            } finally {
                letOthers(owner);
            }
        }
    }

    private Rebuilt runAlone(Connection owner, Consumer<String> progress) throws SQLException {
        execute(owner, "set averment.scope = 'rebuild'");
        if (exists(owner, BEFORE)) {
            throw new RebuildRefusedException(
                    "the schema " + BEFORE + " is still there; drop it first with 'rebuild drop'");
        }
        dropSchema(owner, NEXT);
        return fill(owner, progress);
    }

    private Rebuilt fill(Connection owner, Consumer<String> progress) throws SQLException {
        try {
            ask(owner, "select copy_record_schema('" + RECORD + "', '" + NEXT + "')");
            return new Filling(owner, progress).fillAndSwap();
        } catch (SQLException | RuntimeException | Error failure) {
            try {
                dropSchema(owner, NEXT);
            } catch (SQLException away) {
                failure.addSuppressed(away);
            }
            throw failure;
        }
    }

    /**
     * Drops what the last rebuild took the place of, and what one that was killed has left; false when there is neither.
     *
     * @throws RebuildRefusedException when a rebuild is under way, or the database does not know yet that it was killed
     */
    public boolean drop() throws SQLException {
        try (Connection owner = owners.open()) {
            if (!isAlone(owner)) {
                throw new RebuildRefusedException(
                        "a rebuild, a migration or the erasure of a tenant is under way; if one was killed, the database notices"
                                + " after a while");
            }
            try {
                boolean isPrevious = dropSchema(owner, BEFORE);
                return dropSchema(owner, NEXT) || isPrevious;
            } finally {
                letOthers(owner);
            }
        }
    }

    /** Whether no other rebuild is under way; none begins until {@link #letOthers}. */
    private static boolean isAlone(Connection owner) throws SQLException {
        return "t".equals(ask(owner, "select pg_try_advisory_lock(" + REBUILD_LOCK + ")"));
    }

    /** At once: of a connection that is closed the database gives the lock back a little later. */
    private static void letOthers(Connection owner) {
        try {
            ask(owner, "select pg_advisory_unlock(" + REBUILD_LOCK + ")");
        } catch (SQLException gone) {
            LOG.debug("The connection of the rebuild is gone, and its lock with it", gone);
        }
    }

    private static boolean dropSchema(Connection owner, String schema) throws SQLException {
        boolean isThere = exists(owner, schema);
        execute(owner, "drop schema if exists " + schema + " cascade");
        return isThere;
    }

    /** One rebuild under way. */
    private final class Filling {
        private final Connection owner;
        private final Consumer<String> progress;
        private final Map<Tenant, LogEntry.Position> reached = new HashMap<>();
        private long applied;
        private long told;
        private long lookAt = FIRST_LOOK;

        Filling(Connection owner, Consumer<String> progress) {
            this.owner = owner;
            this.progress = progress;
        }

        Rebuilt fillAndSwap() throws SQLException {
            long began = System.nanoTime();
            long found;
            int rounds = 0;
            do {
                found = round(true);
                rounds++;
                progress.accept("round " + rounds + ": " + found + " entries of the log applied");
            } while (found > SMALL_ROUND && rounds < MOST_ROUNDS);
            analyze();
            Duration waited = Duration.ofNanos(swap());
            return new Rebuilt(applied, Duration.ofNanos(System.nanoTime() - began), waited);
        }

        /** Replays the tail with nobody writing, and swaps; gives the nanoseconds that it took. */
        private long swap() throws SQLException {
            owner.setAutoCommit(false);
            try {
                ask(owner, "select pg_advisory_xact_lock(" + TenantTransactions.RECORD_LOCK + ")");
                long locked = System.nanoTime();
                round(false);
                requireSameTables();
                execute(owner, "alter schema " + RECORD + " rename to " + BEFORE);
                execute(owner, "alter schema " + NEXT + " rename to " + RECORD);
                owner.commit();
                return System.nanoTime() - locked;
            } finally {
                owner.rollback();
                owner.setAutoCommit(true);
            }
        }

        private void requireSameTables() throws SQLException {
            List<String> different = list(owner, DIFFERENT_TABLES);
            if (!different.isEmpty()) {
                throw new RebuildRefusedException(
                        "the record was migrated meanwhile, so the new one lacks columns; begin again. Tables: "
                                + String.join(", ", different));
            }
        }

        /** Applies what each tenant's log holds beyond the place that was reached. */
        private long round(boolean whileOthersWrite) throws SQLException {
            long before = applied;
            for (String name : list(owner, "select logged_tenants()")) {
                Tenant tenant = new Tenant(name);
                Instant end = whileOthersWrite ? replay.settled(tenant) : Replay.endOfTime();
                Optional<Replay.Step> step;
                do {
                    step = replay.next(tenant, NEXT, reached.getOrDefault(tenant, LogEntry.Position.START), end);
                    step.ifPresent(done -> {
                        reached.put(tenant, done.reached());
                        applied += done.entries();
                    });
                    if (whileOthersWrite) {
                        lookAgain();
                    }
                    tell();
                } while (step.isPresent());
            }
            return applied - before;
        }

        private void lookAgain() throws SQLException {
            if (applied >= lookAt) {
                lookAt = applied * NEXT_LOOK;
                analyze();
            }
        }

        /** Statistics of all tables with their partitions; plans that were made without them are made again. */
        private void analyze() throws SQLException {
            for (String table : list(
                    owner,
                    "select c.oid::regclass::text from pg_class c where c.relkind in ('p', 'r')"
                            + " and not c.relispartition and c.relnamespace = '" + NEXT + "'::regnamespace")) {
                execute(owner, "analyze " + table);
            }
        }

        private void tell() {
            if (applied - told >= PROGRESS_EVERY) {
                told = applied;
                progress.accept(applied + " entries applied");
            }
        }
    }

    private static boolean exists(Connection owner, String schema) throws SQLException {
        return "t".equals(ask(owner, "select to_regnamespace('" + schema + "') is not null"));
    }

    private static void execute(Connection owner, String sql) throws SQLException {
        try (var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Connection owner, String sql) throws SQLException {
        return list(owner, sql).getFirst();
    }

    private static List<String> list(Connection owner, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (var statement = owner.createStatement();
                var found = statement.executeQuery(sql)) {
            while (found.next()) {
                String row = found.getString(1);
                rows.add(row == null ? "" : row);
            }
        }
        return rows;
    }
}
