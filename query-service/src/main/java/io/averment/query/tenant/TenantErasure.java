package io.averment.query.tenant;

import io.averment.query.record.Tenant;
import io.averment.query.storage.TenantTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Erases everything that the database holds of a tenant, as the owner of the tables, who sees no other tenant's rows meanwhile. Some rows of
 * one table at a time, each with its count in one transaction; broken off, it is gone on with by doing it again. What it did stays in the
 * table {@code tenant_erasure}. It works on one connection, and is not thread-safe.
 */
final class TenantErasure {
    /** Rows of one transaction, so that none lasts. */
    static final int MOST_AT_ONCE = 5_000;

    /** How often it goes over all tables; each time but the last it found rows, which had come meanwhile. */
    private static final int MOST_PASSES = 5;

    /** A little longer than a change of the record may take. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(70);

    private static final int PROGRESS_EVERY = 100_000;

    /** Every table of these schemas with a column of that name; partitions belong to their parents. */
    private static final String TABLES_OF_TENANTS = """
            select n.nspname, c.relname from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant' and not a.attisdropped
            where n.nspname in ('public', 'record', 'record_before', 'record_next') and c.relkind in ('r', 'p') and not c.relispartition
            order by n.nspname, c.relname
            """;

    private final Connection owner;
    private final List<String> known;
    private final int mostAtOnce;

    TenantErasure(Connection owner) {
        this(owner, TenantTables.IN_ORDER, MOST_AT_ONCE);
    }

    TenantErasure(Connection owner, List<String> known, int mostAtOnce) {
        this.owner = owner;
        this.known = known;
        this.mostAtOnce = mostAtOnce;
    }

    /**
     * Erases it; done again, it erases what came since, or nothing.
     *
     * @param by who says so
     * @param progress gets a line now and then
     * @return how many rows, with those of a run that was broken off
     * @throws ErasureRefusedException when it may not begin, or rows keep coming
     */
    long erase(Tenant tenant, String by, Consumer<String> progress) throws SQLException {
        owner.setAutoCommit(true);
        if (!"t".equals(ask("select pg_try_advisory_lock(" + TenantTables.LOCK + ")"))) {
            throw new ErasureRefusedException("a rebuild or another erasure is under way");
        }
        try {
            List<String> tables = tables();
            ask("select set_config('averment.tenant', ?, false)", tenant.name());
            String number = begin(tenant, by);
            for (int pass = 1; pass <= MOST_PASSES; pass++) {
                awaitWriters();
                long erased = 0;
                for (String table : tables) {
                    erased += erase(table, number, progress);
                }
                if (erased == 0) {
                    return end(number);
                }
            }
            throw new ErasureRefusedException(
                    "rows of it keep coming; stop its clients and wait for what is under way, then erase again: until that is done nothing of it is let in");
        } finally {
            release();
        }
    }

    /**
     * How many rows there are to erase; changes nothing, and reads each of them once.
     *
     * @param tables gets a line for each table that has some, in the order in which they would go
     * @throws ErasureRefusedException when it would not begin because of tables
     */
    long count(Tenant tenant, Consumer<String> tables) throws SQLException {
        List<String> found = tables();
        ask("select set_config('averment.tenant', ?, false)", tenant.name());
        try {
            long all = 0;
            for (String table : found) {
                long rows = Long.parseLong(ask("select public.count_tenant_rows(cast(? as regclass))", table));
                all += rows;
                if (rows > 0) {
                    tables.accept(table + ": " + rows + " rows");
                }
            }
            return all;
        } finally {
            ask("select set_config('averment.tenant', '', false)");
        }
    }

    /**
     * Waits for everyone who changes the record, of any tenant. Who begins later sees that this tenant is being erased and lets nothing in; and
     * who had read what is gone now has written what he would.
     */
    private void awaitWriters() throws SQLException {
        owner.setAutoCommit(false);
        ask("select set_config('lock_timeout', ?, true)", Long.toString(LONGEST_WAIT.toMillis()));
        ask("select pg_advisory_xact_lock(" + TenantTransactions.RECORD_LOCK + ")");
        owner.commit();
        owner.setAutoCommit(true);
    }

    private void release() throws SQLException {
        if (owner.isClosed()) {
            return;
        }
        if (!owner.getAutoCommit()) {
            owner.rollback();
            owner.setAutoCommit(true);
        }
        ask("select set_config('averment.tenant', '', false)");
        ask("select pg_advisory_unlock(" + TenantTables.LOCK + ")");
    }

    /** The tables to go over, in order; refused when the database has others than this version knows, since one could be forgotten. */
    List<String> tables() throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(TABLES_OF_TENANTS)) {
            while (rows.next()) {
                found.add(rows.getString(1) + "." + rows.getString(2));
            }
        }
        List<String> unknown = found.stream()
                .filter(table -> !known.contains(TenantTables.original(table)))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ErasureRefusedException("this version does not know the tables " + String.join(", ", unknown));
        }
        List<String> missing =
                known.stream().filter(table -> !found.contains(table)).toList();
        if (!missing.isEmpty()) {
            throw new ErasureRefusedException(
                    "the database has no tables " + String.join(", ", missing) + "; migrate it first");
        }
        return known.stream()
                .flatMap(original -> found.stream()
                        .filter(table -> TenantTables.original(table).equals(original)))
                .toList();
    }

    /** The number of the entry that was left open, or of a new one. */
    private String begin(Tenant tenant, String by) throws SQLException {
        return ask("""
                insert into public.tenant_erasure (erased_tenant, erased_by) values (?, ?)
                on conflict (erased_tenant) where ended_at is null do update set erased_by = excluded.erased_by
                returning number""", tenant.name(), by);
    }

    private long end(String number) throws SQLException {
        return Long.parseLong(ask("""
                update public.tenant_erasure set ended_at = statement_timestamp() where number = cast(? as bigint)
                returning rows_erased""", number));
    }

    private long erase(String table, String number, Consumer<String> progress) throws SQLException {
        long erased = 0;
        long told = 0;
        owner.setAutoCommit(false);
        for (int some = 1; some > 0; ) {
            some = Integer.parseInt(ask(
                    "select public.erase_tenant_rows(cast(? as regclass), cast(? as integer))",
                    table,
                    Integer.toString(mostAtOnce)));
            if (some > 0) {
                ask("""
                        update public.tenant_erasure set rows_erased = rows_erased + cast(? as integer)
                        where number = cast(? as bigint) returning number""", Integer.toString(some), number);
            }
            owner.commit();
            erased += some;
            if (erased - told >= PROGRESS_EVERY) {
                told = erased;
                progress.accept(table + ": " + erased + " rows so far");
            }
        }
        owner.setAutoCommit(true);
        if (erased > 0) {
            progress.accept(table + ": " + erased + " rows erased");
        }
        return erased;
    }

    private String ask(String sql, String... values) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            List<String> parameters = Arrays.asList(values);
            for (int i = 0; i < parameters.size(); i++) {
                statement.setString(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return Objects.requireNonNullElse(rows.getString(1), "");
            }
        }
    }
}
