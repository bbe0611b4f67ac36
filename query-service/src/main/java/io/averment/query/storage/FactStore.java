package io.averment.query.storage;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Entity;
import io.averment.query.record.Mention;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.References;
import io.averment.query.record.Sentences;
import io.averment.query.record.Tenant;
import io.averment.query.record.WorldTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens and closes what the record holds of an article. Thread-safe; works within the caller's transaction. */
@ApplicationScoped
public class FactStore {
    /** The tables whose rows are open until they are closed, an article's own row last. */
    private static final List<String> TABLES =
            List.of("reference", "conflict", "named_entity", "time_expression", "commitment", "statement", "article");

    private final EntityManager entities;
    private final EntityRegistry registry;
    private final FactJson json;

    FactStore(EntityManager entities, EntityRegistry registry, FactJson json) {
        this.entities = entities;
        this.registry = registry;
        this.json = json;
    }

    /** Opens everything of this version; what was current before must be closed already. */
    public void open(Tenant tenant, AnalysedArticle article, Instant recordedFrom) {
        FactRow.Opening opening = new FactRow.Opening(tenant, article, recordedFrom, json);
        WorldTime world = new WorldTime(article);
        entities.persist(new ArticleRow(opening));
        addOpening(opening);
        for (int position = 0; position < article.facts().statements().size(); position++) {
            entities.persist(new StatementRow(opening, position, world));
        }
        Sentences sentences = new Sentences(article.text(), article.analysis().sentences());
        for (int position = 0; position < article.facts().commitments().size(); position++) {
            entities.persist(new CommitmentRow(opening, position, world, sentences));
        }
        for (int position = 0; position < article.facts().times().size(); position++) {
            entities.persist(new TimeExpressionRow(opening, position));
        }
        for (int position = 0; position < article.facts().conflicts().size(); position++) {
            entities.persist(new ConflictRow(opening, position));
        }
        openEntities(opening);
        References.of(article).forEach(reference -> entities.persist(new ReferenceRow(opening, reference)));
        entities.flush();
        entities.clear();
    }

    private void addOpening(FactRow.Opening opening) {
        AnalysedArticle article = opening.article();
        entities.createNativeQuery("insert into opening (tenant, recorded_from, article_id, record_month)"
                        + " values (:tenant, :at, :article, :month)")
                .setParameter("at", opening.recordedFrom())
                .setParameter("tenant", opening.tenant().name())
                .setParameter("article", article.id().value())
                .setParameter("month", article.recordMonth().firstDay())
                .executeUpdate();
    }

    private void openEntities(FactRow.Opening opening) {
        AnalysedArticle article = opening.article();
        Map<String, Integer> mentions = new HashMap<>();
        for (Mention mention : article.analysis().mentions()) {
            String entity = mention.entity();
            if (entity != null) {
                mentions.merge(entity, 1, Integer::sum);
            }
        }
        List<Entity> named = article.facts().entities();
        for (int position = 0; position < named.size(); position++) {
            Entity entity = named.get(position);
            entities.persist(new NamedEntityRow(opening, position, mentions.getOrDefault(entity.id(), 0)));
        }
        registry.add(opening, named);
    }

    /** Ends everything that is current of the article; the rows stay as history. */
    public void close(Tenant tenant, ArticleId id, RecordMonth month, Instant at) {
        for (String table : TABLES) {
            entities.createNativeQuery("update " + table + " set recorded_to = :at where tenant = :tenant"
                            + " and article_id = :article and record_month = :month and recorded_to = 'infinity'")
                    .setParameter("at", at)
                    .setParameter("tenant", tenant.name())
                    .setParameter("article", id.value())
                    .setParameter("month", month.firstDay())
                    .executeUpdate();
        }
    }
}
