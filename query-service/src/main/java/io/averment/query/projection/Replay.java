package io.averment.query.projection;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.Effect;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.storage.EntityVerdicts;
import io.averment.query.storage.Generations;
import io.averment.query.storage.LogEntry;
import io.averment.query.storage.LogRow;
import io.averment.query.storage.PanacheArticles;
import io.averment.query.storage.PanacheLog;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.ThreadLapses;
import io.averment.query.storage.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Applies a tenant's log again, in its order and with its record times, to another schema. What an entry did is taken from the log,
 * not decided anew, so that the past stays what it was. Thread-safe.
 */
@ApplicationScoped
public class Replay {
    /** Entries in one transaction; messages may have megabytes. */
    private static final int BATCH = 50;

    private static final Instant END_OF_TIME = Instant.parse("9999-12-31T00:00:00Z");

    private final TenantTransactions transactions;
    private final PanacheLog log;
    private final PanacheArticles articles;
    private final Withdrawals withdrawals;
    private final ArticleChanges changes;
    private final Generations generations;
    private final ThreadLapses lapses;
    private final EntityVerdicts verdicts;
    private final RecordTime recordTime;
    private final AnalysisReader analysisReader;
    private final WithdrawalReader withdrawalReader;

    Replay(
            TenantTransactions transactions,
            PanacheLog log,
            PanacheArticles articles,
            Withdrawals withdrawals,
            ArticleChanges changes,
            Generations generations,
            ThreadLapses lapses,
            EntityVerdicts verdicts,
            RecordTime recordTime,
            AnalysisReader analysisReader,
            WithdrawalReader withdrawalReader) {
        this.transactions = transactions;
        this.log = log;
        this.articles = articles;
        this.withdrawals = withdrawals;
        this.changes = changes;
        this.generations = generations;
        this.lapses = lapses;
        this.verdicts = verdicts;
        this.recordTime = recordTime;
        this.analysisReader = analysisReader;
        this.withdrawalReader = withdrawalReader;
    }

    /** The instant before which the tenant's log is complete: entries that are still being written come later. */
    public Instant settled(Tenant tenant) {
        return transactions.read(tenant, recordTime::settled);
    }

    /** After all instants, for a caller that lets nobody write. */
    public static Instant endOfTime() {
        return END_OF_TIME;
    }

    /**
     * Applies the next entries of the tenant's log, in one transaction.
     *
     * @param before where to stop, exclusive
     * @return the place after them; empty when there are none
     */
    public Optional<Step> next(Tenant tenant, String schema, LogEntry.Position from, Instant before) {
        return transactions.replay(tenant, schema, () -> {
            List<LogEntry> entries = log.after(tenant, from, before, BATCH);
            entries.forEach(entry -> apply(tenant, entry));
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Step(entries.getLast().position(), entries.size()));
        });
    }

    /** Entries that were applied, and the place of the last of them. */
    public record Step(LogEntry.Position reached, int entries) {}

    private void apply(Tenant tenant, LogEntry entry) {
        Instant at = entry.position().recordedAt();
        switch (entry.kind()) {
            case LogRow.ANALYSIS_COMPLETED -> {
                // Empty when it was withdrawn meanwhile: then it has left the past too.
                if (entry.effect().equals(Effect.OPENED.name()) && entry.payload().length > 0) {
                    open(tenant, analysisReader.article(entry.payload()), at);
                }
            }
            case LogRow.ARTICLE_WITHDRAWN -> withdraw(tenant, withdrawalReader.withdrawn(entry.payload()), at);
            case LogRow.CANDIDATE_OPENED -> {
                LogRow candidate = candidate(tenant, entry);
                if (candidate.payload.length > 0) {
                    open(tenant, analysisReader.article(candidate.payload), at);
                }
            }
            case LogRow.GENERATION_MADE_CURRENT ->
                generations.add(tenant, Objects.requireNonNull(entry.generation(), "generation"), at);
            case ThreadLapses.KIND -> lapses.repeat(tenant, entry.payload(), at);
            case EntityVerdicts.KIND -> verdicts.repeat(tenant, entry.payload(), at);
            default ->
                throw new IllegalStateException("the log holds an entry of a kind that this version does not know: "
                        + entry.kind() + ", month " + YearMonth.from(entry.month()));
        }
    }

    private LogRow candidate(Tenant tenant, LogEntry opening) {
        String ceId = new String(opening.payload(), StandardCharsets.UTF_8);
        return Objects.requireNonNull(
                log.findById(new LogRow.Key(tenant.name(), opening.month(), ceId)), "the candidate of an opening");
    }

    private void withdraw(Tenant tenant, ArticleWithdrawn withdrawn, Instant at) {
        boolean ends = articles.current(tenant, withdrawn.article(), withdrawn.month())
                .filter(current -> current.version().revision() <= withdrawn.throughRevision())
                .isPresent();
        changes.withdraw(tenant, withdrawn, changes.prepare(tenant, withdrawn, ends), at);
    }

    private void open(Tenant tenant, AnalysedArticle article, Instant at) {
        RecordMonth month = article.recordMonth();
        boolean isCurrent = articles.current(tenant, article.id(), month).isPresent();
        boolean known = isCurrent || withdrawals.of(tenant, article.id(), month).isPresent();
        changes.open(tenant, article, isCurrent, changes.prepare(tenant, article, known), at);
    }
}
