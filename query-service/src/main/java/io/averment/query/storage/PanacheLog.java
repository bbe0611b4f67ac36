package io.averment.query.storage;

import io.averment.query.record.Tenant;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;

/** The log of what was applied. It is only ever added to. Works within the caller's transaction. */
@ApplicationScoped
public class PanacheLog implements PanacheRepositoryBase<LogRow, LogRow.Key> {
    private static final String AFTER = """
            select number, recorded_at, kind, record_month, ce_id, effect, generation, payload from log
            where tenant = :tenant and recorded_at >= :at and (recorded_at, number) > (:at, :number) and recorded_at < :before
            order by recorded_at, number limit :rows
            """;

    private final EntityManager entities;

    PanacheLog(EntityManager entities) {
        this.entities = entities;
    }

    /** The entries after a place and before an instant, in the log's order. */
    public List<LogEntry> after(Tenant tenant, LogEntry.Position place, Instant before, int most) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery(AFTER, Tuple.class)
                .addScalar("number", Long.class)
                .addScalar("recorded_at", Instant.class)
                .addScalar("kind", String.class)
                .addScalar("record_month", LocalDate.class)
                .addScalar("ce_id", String.class)
                .addScalar("effect", String.class)
                .addScalar("generation", Integer.class)
                .addScalar("payload", byte[].class)
                .setParameter("tenant", tenant.name())
                .setParameter("at", place.recordedAt())
                .setParameter("number", place.number())
                .setParameter("before", before)
                .setParameter("rows", most)
                .getResultList()
                .stream()
                .map(row -> new LogEntry(
                        new LogEntry.Position(row.get("recorded_at", Instant.class), row.get("number", Long.class)),
                        row.get("kind", String.class),
                        row.get("record_month", LocalDate.class),
                        row.get("ce_id", String.class),
                        row.get("effect", String.class),
                        row.get("generation", Integer.class),
                        row.get("payload", byte[].class)))
                .toList();
    }
}
