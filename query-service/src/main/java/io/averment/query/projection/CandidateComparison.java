package io.averment.query.projection;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Commitment;
import io.averment.query.record.Conflict;
import io.averment.query.record.Effect;
import io.averment.query.record.Entity;
import io.averment.query.record.Facts;
import io.averment.query.record.Statement;
import io.averment.query.record.Tenant;
import io.averment.query.record.TimeExpression;
import io.averment.query.storage.ArticleRow;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.Generations;
import io.averment.query.storage.LogRow;
import io.averment.query.storage.PanacheArticles;
import io.averment.query.storage.StoredFacts;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares an article's best candidate with what the record says of it now. Thread-safe. */
@ApplicationScoped
class CandidateComparison {
    private final TenantTransactions transactions;
    private final Generations generations;
    private final PanacheArticles articles;
    private final StoredFacts stored;
    private final FactJson json;
    private final AnalysisReader reader;

    CandidateComparison(
            TenantTransactions transactions,
            Generations generations,
            PanacheArticles articles,
            StoredFacts stored,
            FactJson json,
            AnalysisReader reader) {
        this.transactions = transactions;
        this.generations = generations;
        this.articles = articles;
        this.stored = stored;
        this.json = json;
        this.reader = reader;
    }

    /** Adds what opening the article's best candidate would change; nothing when it would not be opened. */
    void add(Tenant tenant, ArticleId id, int upTo, Comparison.Sum sum) {
        transactions.read(tenant, () -> {
            generations.of(tenant, id, upTo).stream()
                    .max(Comparator.comparing(LogRow::version))
                    .ifPresent(best -> addBest(tenant, reader.article(best.payload), sum));
            return true;
        });
    }

    private void addBest(Tenant tenant, AnalysedArticle candidate, Comparison.Sum sum) {
        ArticleRow current = articles.current(tenant, candidate.id(), candidate.recordMonth())
                .orElse(null);
        if (Effect.of(candidate.version(), current == null ? null : current.version()) != Effect.OPENED) {
            return;
        }
        StoredFacts.Version version = current == null
                ? null
                : new StoredFacts.Version(tenant, candidate.id(), candidate.recordMonth(), current.recordedFrom);
        Facts facts = candidate.facts();
        sum.article();
        String article = candidate.id().toString();
        Before before = new Before(version);
        sum.compare(
                "STATEMENT",
                article,
                before.of("statement", Statement.class, Statement::id),
                trees(facts.statements(), Statement::id));
        sum.compare(
                "COMMITMENT",
                article,
                before.of("commitment", Commitment.class, Commitment::id),
                trees(facts.commitments(), Commitment::id));
        sum.compare(
                "TIME",
                article,
                before.of("time_expression", TimeExpression.class, TimeExpression::id),
                trees(facts.times(), TimeExpression::id));
        sum.compare(
                "ENTITY",
                article,
                before.of("named_entity", Entity.class, Entity::id),
                trees(facts.entities(), Entity::id));
        // Analyses give conflicts no ids: one that says something else is another one.
        sum.compare(
                "CONFLICT",
                article,
                before.of("conflict", Conflict.class, Conflict::toString),
                trees(facts.conflicts(), Conflict::toString));
    }

    /** The facts of the version that is current; none when there is none. */
    private final class Before {
        private final StoredFacts.@Nullable Version version;

        Before(StoredFacts.@Nullable Version version) {
            this.version = version;
        }

        <T> Map<String, JsonNode> of(String table, Class<T> type, Function<T, String> id) {
            return version == null ? Map.of() : trees(stored.of(version, table, type), id);
        }
    }

    private <T> Map<String, JsonNode> trees(List<T> facts, Function<T, String> id) {
        Map<String, JsonNode> trees = new LinkedHashMap<>();
        facts.forEach(fact -> trees.put(id.apply(fact), json.read(json.write(fact), JsonNode.class)));
        return trees;
    }
}
