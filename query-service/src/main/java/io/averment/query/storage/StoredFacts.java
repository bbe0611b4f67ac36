package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import org.hibernate.Session;

/** The facts of one version of an article, current or closed. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
public class StoredFacts {
    private final EntityManager entities;
    private final FactJson json;

    StoredFacts(EntityManager entities, FactJson json) {
        this.entities = entities;
        this.json = json;
    }

    /** A version, by the instant at which the record opened it. */
    public record Version(Tenant tenant, ArticleId article, RecordMonth month, Instant recordedFrom) {}

    /** The facts of one kind that were opened together with the version, in the order of the text. */
    public <T> List<T> of(Version version, String table, Class<T> type) {
        List<String> facts = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select cast(fact as text) from " + table + " where tenant = :tenant and article_id = :article"
                                + " and record_month = :month and recorded_from = :opened order by position",
                        String.class)
                .setParameter("tenant", version.tenant().name())
                .setParameter("article", version.article().value())
                .setParameter("month", version.month().firstDay())
                .setParameter("opened", version.recordedFrom())
                .getResultList();
        return facts.stream().map(fact -> json.read(fact, type)).toList();
    }
}
