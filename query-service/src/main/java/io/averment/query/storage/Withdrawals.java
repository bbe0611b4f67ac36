package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** The articles that were withdrawn. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
public class Withdrawals {
    private static final String STANDING = """
            select through_revision, reason, withdrawn_at, max(recorded_from) over () as last_recorded
            from withdrawal where tenant = :tenant and article_id = :article
            """;
    private static final String WIDEST_FIRST = " order by through_revision desc, recorded_from desc limit 1";

    private final EntityManager entities;

    Withdrawals(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * What withdrawals of an article come to.
     *
     * @param through the last revision that any of them covers
     * @param lastRecorded when the record took the last one in
     */
    public record Standing(int through, String reason, Instant withdrawnAt, Instant lastRecorded) {}

    /** The withdrawals of the article, in whatever month it was first accepted. */
    public Optional<Standing> of(Tenant tenant, ArticleId id) {
        return standing(query(STANDING + WIDEST_FIRST, tenant, id));
    }

    /** The withdrawals of the article in the partition that a message names. */
    public Optional<Standing> of(Tenant tenant, ArticleId id, RecordMonth month) {
        return standing(query(STANDING + " and record_month = :month" + WIDEST_FIRST, tenant, id)
                .setParameter("month", month.firstDay(), LocalDate.class));
    }

    private NativeQuery<Tuple> query(String sql, Tenant tenant, ArticleId id) {
        return entities.unwrap(Session.class)
                .createNativeQuery(sql, Tuple.class)
                .addScalar("through_revision", Integer.class)
                .addScalar("reason", String.class)
                .addScalar("withdrawn_at", Instant.class)
                .addScalar("last_recorded", Instant.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", id.value());
    }

    private static Optional<Standing> standing(NativeQuery<Tuple> query) {
        return query.getResultList().stream()
                .findFirst()
                .map(row -> new Standing(
                        row.get("through_revision", Integer.class),
                        row.get("reason", String.class),
                        row.get("withdrawn_at", Instant.class),
                        row.get("last_recorded", Instant.class)));
    }

    /** Keeps the withdrawal and erases what it covers; its row of the log must be there already. */
    public void apply(Tenant tenant, ArticleWithdrawn withdrawn, Instant recordedFrom) {
        entities.flush();
        entities.createNativeQuery("""
                        insert into withdrawal (tenant, record_month, article_id, recorded_from, through_revision, reason,
                            withdrawn_by, withdrawn_at)
                        values (:tenant, :month, :article, :recordedFrom, :through, :reason, :actor, :withdrawnAt)
                        """)
                .setParameter("tenant", tenant.name())
                .setParameter("month", withdrawn.month().firstDay())
                .setParameter("article", withdrawn.article().value())
                .setParameter("recordedFrom", recordedFrom)
                .setParameter("through", withdrawn.throughRevision())
                .setParameter("reason", withdrawn.reason())
                .setParameter("actor", withdrawn.by())
                .setParameter("withdrawnAt", withdrawn.withdrawnAt())
                .executeUpdate();
        entities.createNativeQuery(
                        "select erase_withdrawn(cast(current_schema() as text), :article, :month)", Integer.class)
                .setParameter("article", withdrawn.article().value())
                .setParameter("month", withdrawn.month().firstDay())
                .getSingleResult();
        entities.clear();
    }
}
