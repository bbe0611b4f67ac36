package io.averment.query.storage;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Which generation of the pipeline is current for a tenant, and what re-analyses by newer ones wait in the log as candidates.
 * Thread-safe; works within the caller's transaction.
 */
@ApplicationScoped
public class Generations {
    /** Current where no operator has said otherwise. */
    private static final int FIRST = 1;

    private final EntityManager entities;

    Generations(EntityManager entities) {
        this.entities = entities;
    }

    /** How many candidates of a generation the log holds, opened or not; withdrawn ones are left out. */
    public record Candidates(int generation, long messages) {}

    /** Whether the log has anything of the tenant. */
    public boolean knows(Tenant tenant) {
        return entities.unwrap(Session.class)
                .createNativeQuery("select exists (select from log where tenant = :tenant)", Boolean.class)
                .setParameter("tenant", tenant.name())
                .getSingleResult();
    }

    /** The generation that re-analyses are opened up to. */
    public int current(Tenant tenant) {
        Integer made = entities.unwrap(Session.class)
                .createNativeQuery("select max(generation) from generation where tenant = :tenant", Integer.class)
                .setParameter("tenant", tenant.name())
                .getSingleResult();
        return made == null ? FIRST : made;
    }

    /** Makes a generation current; its row of the log is the caller's. */
    public void add(Tenant tenant, int generation, Instant recordedFrom) {
        entities.createNativeQuery(
                        "insert into generation (tenant, generation, recorded_from) values (:tenant, :generation, :at)")
                .setParameter("tenant", tenant.name())
                .setParameter("generation", generation)
                .setParameter("at", recordedFrom)
                .executeUpdate();
    }

    /** The candidates in the log by generation, the lowest first. */
    public List<Candidates> candidates(Tenant tenant) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("""
                        select generation, count(*) as messages from log
                        where tenant = :tenant and effect = 'CANDIDATE' and payload <> '' group by generation order by generation
                        """, Tuple.class)
                .addScalar("generation", Integer.class)
                .addScalar("messages", Long.class)
                .setParameter("tenant", tenant.name())
                .getResultList()
                .stream()
                .map(row -> new Candidates(row.get("generation", Integer.class), row.get("messages", Long.class)))
                .toList();
    }

    /** The next articles that have candidates up to a generation, in the order of their ids. */
    public List<ArticleId> articles(Tenant tenant, int upTo, ArticleId after, int most) {
        return entities
                .unwrap(Session.class)
                .createNativeQuery("""
                        select distinct article_id from log
                        where tenant = :tenant and effect = 'CANDIDATE' and generation <= :generation and article_id > :after
                        order by article_id limit :rows
                        """, UUID.class)
                .setParameter("tenant", tenant.name())
                .setParameter("generation", upTo)
                .setParameter("after", after.value())
                .setParameter("rows", most)
                .getResultList()
                .stream()
                .map(ArticleId::new)
                .toList();
    }

    /** The candidates of an article up to a generation that were not withdrawn. */
    public List<LogRow> of(Tenant tenant, ArticleId article, int upTo) {
        return entities
                .createQuery(
                        "from LogRow where tenant = :tenant and articleId = :article and effect = 'CANDIDATE'"
                                + " and generation <= :generation",
                        LogRow.class)
                .setParameter("tenant", tenant.name())
                .setParameter("article", article.value())
                .setParameter("generation", upTo)
                .getResultList()
                .stream()
                .filter(row -> row.payload.length > 0)
                .toList();
    }
}
