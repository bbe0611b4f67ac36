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
import java.util.stream.Collectors;

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

    /** What is asked of a generation that is newer than the current one. */
    public enum Newer {
        /** Analyses of exactly this generation wait: a slip of the keyboard would let all up to it in for good. */
        HAS_CANDIDATES,
        /** Nothing, as for a tenant that begins with a newer pipeline. */
        MAY_HAVE_NONE
    }

    /**
     * Where a tenant stands.
     *
     * @param current the generation that re-analyses are opened up to
     * @param candidates what the log holds of newer ones, and of those that were opened
     */
    public record Standing(int current, List<Generations.Candidates> candidates) {}

    /** @throws GenerationRefusedException when the record does not know the tenant */
    public Standing standing(Tenant tenant) {
        return transactions.read(tenant, () -> {
            requireKnown(tenant);
            return new Standing(generations.current(tenant), generations.candidates(tenant));
        });
    }

    /**
     * What making this generation current would change. Reads every candidate up to it, in batches, and tells its progress.
     *
     * @throws GenerationRefusedException when the record does not know the tenant
     */
    public Comparison compare(Tenant tenant, int generation, Consumer<String> progress) {
        transactions.read(tenant, () -> {
            requireKnown(tenant);
            return tenant;
        });
        Comparison.Sum sum = new Comparison.Sum();
        forEachArticle(tenant, generation, progress, id -> comparison.add(tenant, id, generation, sum));
        return sum.total();
    }

    /**
     * Makes this generation current: what comes from now on is opened, and then, article by article, what waited. Broken off, it is
     * begun again with the same command and goes on; done twice it changes nothing. It cannot be taken back.
     *
     * @param newer what is asked of a generation that is newer than the current one
     * @param by who does, for the log
     * @return how many articles came to which effect
     * @throws GenerationRefusedException when a newer one is current, or there is nothing to make current
     */
    public Map<Effect, Integer> makeCurrent(
            Tenant tenant, int generation, Newer newer, String by, Consumer<String> progress) {
        transactions.append(tenant, () -> act(tenant, generation, newer, by));
        Map<Effect, Integer> effects = new EnumMap<>(Effect.class);
        forEachArticle(
                tenant,
                generation,
                progress,
                id -> effects.merge(projection.openCandidates(tenant, id, generation), 1, Integer::sum));
        return effects;
    }

    private boolean act(Tenant tenant, int generation, Newer newer, String by) {
        transactions.shareRecord();
        int current = generations.current(tenant);
        if (generation < current) {
            throw new GenerationRefusedException(
                    "the current generation is " + current + ", and there is no way back to an older one");
        }
        if (generation == current) {
            return false;
        }
        if (newer == Newer.HAS_CANDIDATES) {
            requireCandidates(tenant, generation, current);
        }
        var now = recordTime.next(null);
        log.persist(LogRow.madeCurrent(tenant, generation, by, now));
        generations.add(tenant, generation, now);
        return true;
    }

    private void requireKnown(Tenant tenant) {
        if (!generations.knows(tenant)) {
            throw new GenerationRefusedException("the record knows no tenant " + tenant.name());
        }
    }

    private void requireCandidates(Tenant tenant, int generation, int current) {
        requireKnown(tenant);
        List<Generations.Candidates> waiting = generations.candidates(tenant).stream()
                .filter(candidates -> candidates.generation() > current)
                .toList();
        if (waiting.stream().noneMatch(candidates -> candidates.generation() == generation)) {
            String waits = waiting.stream()
                    .map(candidates -> candidates.messages() + " of generation " + candidates.generation())
                    .collect(Collectors.joining(", "));
            throw new GenerationRefusedException("no analyses of generation " + generation + " wait; waiting: "
                    + (waits.isEmpty() ? "none" : waits) + "; --without-candidates makes it current all the same");
        }
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
