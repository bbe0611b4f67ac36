package io.averment.ingest.outbox;

import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The messages that the broker does not have yet. Every method runs within a transaction of its caller's. Thread-safe.
 */
@ApplicationScoped
public class Outbox implements PanacheRepositoryBase<OutboxRow, Long> {
    /**
     * Of each article only the oldest row can be claimed, whatever its lane, so that no revision overtakes another, not
     * even when a send fails: the next row becomes visible with the commit that deletes its predecessor. Among those rows
     * news goes first, so that an archive of any size delays it by one batch at most. Another relay's rows are skipped.
     * Rows beyond the byte limit are locked for this transaction and left alone. The index outbox_live_first has this order.
     */
    private static final String CLAIM = """
            with claimed as (
              select o.sequence, o.payload_size, o.lane <> 'live' as later
              from outbox o
              where not exists (
                select 1 from outbox older
                where older.tenant = o.tenant and older.article_id = o.article_id and older.sequence < o.sequence)
              order by o.lane <> 'live', o.sequence
              limit :rows
              for update of o skip locked
            ), running as (
              select sequence, payload_size, sum(payload_size) over (order by later, sequence) as total from claimed
            )
            select sequence from running where total - payload_size < :bytes
            """;

    private static final String COUNT = "select count(*) from (select 1 from outbox limit :most) as counted";

    private static final String WAITING = """
            select count(*) as messages, cast(coalesce(sum(payload_size), 0) as bigint) as bytes from outbox
            where tenant = :tenant and lane = :lane and lane <> 'live'
            """;

    private final EntityManager entities;

    Outbox(EntityManager entities) {
        this.entities = entities;
    }

    /** Adds a message with the trace of the current thread; it counts as accepted once the transaction commits. */
    public void add(PendingMessage message) {
        var size = message.payload().getBytes(StandardCharsets.UTF_8).length;
        persist(new OutboxRow(message, size, TraceParent.current().orElse(null)));
    }

    /**
     * Locks up to {@code rows} messages, each the oldest of its article and locked by nobody else, and loads as many as
     * begin before {@code bytes} of payload are reached; news first, and of each kind the oldest first.
     */
    List<OutboxRow> claim(int rows, long bytes) {
        var sequences = entities.createNativeQuery(CLAIM, Long.class)
                .setParameter("rows", rows)
                .setParameter("bytes", bytes)
                .getResultList();
        return sequences.isEmpty()
                ? List.of()
                : list("sequence in ?1 order by case when lane = 'live' then 0 else 1 end, sequence", sequences);
    }

    /** Forgets messages that the broker has. */
    void forget(Collection<OutboxRow> published) {
        if (!published.isEmpty()) {
            delete("sequence in ?1", published.stream().map(row -> row.sequence).toList());
        }
    }

    /** How much waits. Cheap however much that is: it counts no further than it says, and follows an index. */
    Backlog backlog() {
        var counted = (Long) entities.createNativeQuery(COUNT, Long.class)
                .setParameter("most", Backlog.MOST_COUNTED)
                .getSingleResult();
        // A class named within a query would have to be registered for the native executable; a single column needs
        // none.
        var oldest = entities.createQuery("select o.createdAt from OutboxRow o order by o.sequence", Instant.class)
                .setMaxResults(1)
                .getResultList();
        return new Backlog(counted, oldest.isEmpty() ? null : oldest.getFirst());
    }

    /** What waits of one lane other than that of news for the tenant of the transaction. Reads no row of news. */
    public Waiting waiting(Tenant tenant, Lane lane) {
        var row = entities.unwrap(Session.class)
                .createNativeQuery(WAITING, Tuple.class)
                .addScalar("messages", Long.class)
                .addScalar("bytes", Long.class)
                .setParameter("tenant", tenant.name())
                .setParameter("lane", lane.label())
                .getSingleResult();
        return new Waiting(row.get("messages", Long.class), row.get("bytes", Long.class));
    }

    /**
     * What waits of a lane.
     *
     * @param bytes of payload
     */
    public record Waiting(long messages, long bytes) {}

    /**
     * What waits for the broker.
     *
     * @param pending the number of messages; {@value #MOST_COUNTED} when there are as many or more
     * @param oldest when the first of them was accepted, or null when none waits
     */
    record Backlog(long pending, @Nullable Instant oldest) {
        static final int MOST_COUNTED = 100_001;
    }
}
