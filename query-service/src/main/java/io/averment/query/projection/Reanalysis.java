package io.averment.query.projection;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Effect;
import io.averment.query.record.Tenant;
import io.averment.query.storage.Generations;
import io.averment.query.storage.LogRow;
import io.averment.query.storage.PanacheLog;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What an operator does with a re-analysis by a newer pipeline: sees what it would change, and makes it current. Its results came
 * by the lane for re-analysis and wait in the log as candidates. Thread-safe.
 */
@ApplicationScoped
public class Reanalysis {
    private static final int BATCH = 100;
    private static final ArticleId BEFORE_ALL = new ArticleId(new UUID(0, 0));

    private final TenantTransactions transactions;
    private final Generations generations;
    private final Projection projection;
    private final CandidateComparison comparison;
    private final PanacheLog log;
    private final RecordTime recordTime;

    Reanalysis(
            TenantTransactions transactions,
            Generations generations,
            Projection projection,
            CandidateComparison comparison,
            PanacheLog log,
            RecordTime recordTime) {
        this.transactions = transactions;
        this.generations = generations;
        this.projection = projection;
        this.comparison = comparison;
        this.log = log;
        this.recordTime = recordTime;
    }

    /**
     * Where a tenant stands.
     *
     * @param current the generation that re-analyses are opened up to
     * @param candidates what the log holds of newer ones, and of those that were opened
     */
    public record Standing(int current, List<Generations.Candidates> candidates) {}

    public Standing standing(Tenant tenant) {
        return transactions.read(
                tenant, () -> new Standing(generations.current(tenant), generations.candidates(tenant)));
    }

    /** What making this generation current would change. Reads every candidate up to it, in batches, and tells its progress. */
    public Comparison compare(Tenant tenant, int generation, Consumer<String> progress) {
        Comparison.Sum sum = new Comparison.Sum();
        forEachArticle(tenant, generation, progress, id -> comparison.add(tenant, id, generation, sum));
        return sum.total();
    }

    /**
     * Makes this generation current: what comes from now on is opened, and then, article by article, what waited. Broken off, it is
     * begun again with the same command and goes on; done twice it changes nothing.
     *
     * @param by who does, for the log
     * @return how many articles came to which effect
     */
    public Map<Effect, Integer> makeCurrent(Tenant tenant, int generation, String by, Consumer<String> progress) {
        transactions.append(tenant, () -> act(tenant, generation, by));
        Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
        forEachArticle(
                tenant,
                generation,
                progress,
                id -> effects.merge(projection.openCandidates(tenant, id, generation), 1, Integer::sum));
        return effects;
    }

    private boolean act(Tenant tenant, int generation, String by) {
        transactions.shareRecord();
        if (generations.current(tenant) >= generation) {
            return false;
        }
        var now = recordTime.next(null);
        log.persist(LogRow.madeCurrent(tenant, generation, by, now));
        generations.add(tenant, generation, now);
        return true;
    }

    private void forEachArticle(Tenant tenant, int generation, Consumer<String> progress, Consumer<ArticleId> work) {
        ArticleId last = BEFORE_ALL;
        long done = 0;
        List<ArticleId> batch = next(tenant, generation, last);
        while (!batch.isEmpty()) {
            batch.forEach(work);
            done += batch.size();
            progress.accept(done + " articles done");
            last = batch.getLast();
            batch = next(tenant, generation, last);
        }
    }

    private List<ArticleId> next(Tenant tenant, int generation, ArticleId after) {
        return transactions.read(tenant, () -> generations.articles(tenant, generation, after, BATCH));
    }
}
