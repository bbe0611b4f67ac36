package io.averment.query.storage;

import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;

/**
 * Names under which a transaction is the only one that writes, until it ends. Each falls into one of a kind's slots, and the slots are locked: so a
 * transaction holds no more locks than there are slots, however many names it has, and now and then waits for one that has other names in the same
 * slots. Those of one call are taken in one order, so that no two wait for each other. A replay into a schema beside the record takes none: it is
 * the only writer there. Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
class NameLocks {
    private static final String LOCK = """
            select cast(count(cast(pg_advisory_xact_lock(slot) as text)) as integer) from (
                select distinct hashtextextended(:scope || (hashtextextended(locked.name, 0) & cast(:last as bigint)), 0) as slot
                from unnest(cast(:names as text[])) as locked(name)
                where cast(current_schema() as text) = 'record' order by 1) as ordered
            """;

    private final EntityManager entities;

    NameLocks(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks these names, of whatever number. */
    void lock(Tenant tenant, Kind kind, Collection<?> names) {
        if (!names.isEmpty()) {
            entities.createNativeQuery(LOCK, Integer.class)
                    .setParameter("scope", tenant.name() + kind.path)
                    .setParameter("last", kind.slots - 1)
                    .setParameter("names", names.stream().map(String::valueOf).toArray(String[]::new))
                    .getSingleResult();
        }
    }

    /**
     * What the names are of. All transactions share the room that the database has for locks, 64 for each connection unless it is configured
     * otherwise; all slots of all kinds together fit into that of a hundred connections.
     */
    enum Kind {
        /** The buckets in which threads are woven. */
        THREADS("/thread/", 1024),
        /** The keys of reports. */
        REPORTS("/report/", 4096),
        /** The ids of stories. */
        STORIES("/story/", 1024);

        private final String path;
        /** A power of two. */
        private final int slots;

        Kind(String path, int slots) {
            this.path = path;
            this.slots = slots;
        }
    }
}
