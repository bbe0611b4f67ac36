package io.averment.query.storage;

import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;

/**
 * Names under which a transaction is the only one that writes, until it ends. Those of one call are taken in one order, so that no two wait
 * for each other. A replay into a schema beside the record takes none: it is the only writer there, and its transactions hold much. Thread-safe;
 * works within the caller's transaction.
 */
@ApplicationScoped
class NameLocks {
    /**
     * So many names are locked one by one. All transactions share the room that the database has for locks (64 for each connection, unless it is
     * configured otherwise), and without room they fail.
     */
    static final int MOST_NAMES = 300;

    private static final String LOCK = """
            select cast(count(cast(pg_advisory_xact_lock(name) as text)) as integer) from (
                select distinct hashtextextended(:scope || locked.name, 0) as name
                from unnest(cast(:names as text[])) as locked(name)
                where cast(current_schema() as text) = 'record' order by 1) as ordered
            """;

    /** The scope is shared before the first name is locked, since no row is joined before. */
    private static final String LOCK_AND_SHARE = """
            with whole as materialized (
                select cast(pg_advisory_xact_lock_shared(hashtextextended(:scope, 0)) as text) as locked
                where cast(current_schema() as text) = 'record')
            select cast(count(cast(pg_advisory_xact_lock(name) as text)) as integer) from whole cross join (
                select distinct hashtextextended(:scope || locked.name, 0) as name
                from unnest(cast(:names as text[])) as locked(name) order by 1) as ordered
            """;

    private static final String LOCK_WHOLE = """
            select cast(count(cast(pg_advisory_xact_lock(hashtextextended(:scope, 0)) as text)) as integer)
            where cast(current_schema() as text) = 'record'
            """;

    private final EntityManager entities;

    NameLocks(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks each of a few names. */
    void lock(Tenant tenant, Kind kind, Collection<?> names) {
        if (!names.isEmpty()) {
            lock(LOCK, kind.scope(tenant), names);
        }
    }

    /**
     * Locks each of these names; or, when the transaction would then hold too many, all names of the kind. All callers for a kind must do so.
     *
     * @param held how many names of the kind the transaction holds already
     */
    void lockEachOrAll(Tenant tenant, Kind kind, Collection<?> names, int held) {
        if (held + names.size() > MOST_NAMES) {
            entities.createNativeQuery(LOCK_WHOLE, Integer.class)
                    .setParameter("scope", kind.scope(tenant))
                    .getSingleResult();
        } else if (!names.isEmpty()) {
            lock(LOCK_AND_SHARE, kind.scope(tenant), names);
        }
    }

    private void lock(String sql, String scope, Collection<?> names) {
        entities.createNativeQuery(sql, Integer.class)
                .setParameter("scope", scope)
                .setParameter("names", names.stream().map(String::valueOf).toArray(String[]::new))
                .getSingleResult();
    }

    /** What the names are of. */
    enum Kind {
        /** The buckets in which threads are woven. */
        THREADS("/thread/", false),
        /** The keys of reports. */
        REPORTS("/report/", true),
        /** The ids of stories. */
        STORIES("/story/", true);

        private final String path;
        private final boolean isOfSchema;

        Kind(String path, boolean isOfSchema) {
            this.path = path;
            this.isOfSchema = isOfSchema;
        }

        /** What the names of the kind begin with; a version of the service that runs beside this one locks the same. */
        String scope(Tenant tenant) {
            return (isOfSchema ? "record/" : "") + tenant.name() + path;
        }
    }
}
