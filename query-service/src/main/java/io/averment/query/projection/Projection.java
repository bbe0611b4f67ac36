package io.averment.query.projection;

import io.averment.query.projection.ArticleChanges.Prepared;
import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.Effect;
import io.averment.query.record.Lane;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.record.Version;
import io.averment.query.storage.ArticleRow;
import io.averment.query.storage.Generations;
import io.averment.query.storage.LogRow;
import io.averment.query.storage.PanacheArticles;
import io.averment.query.storage.PanacheLog;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * Applies analyses and withdrawals to the record. The log and the facts change in one transaction; the same message changes
 * nothing a second time; the order of arrival does not matter. Thread-safe, also over replicas.
 */
@ApplicationScoped
class Projection implements AnalysisRecord, WithdrawalRecord {
    private final TenantTransactions transactions;
    private final PanacheLog log;
    private final PanacheArticles articles;
    private final Withdrawals withdrawals;
    private final ArticleChanges changes;
    private final Generations generations;
    private final RecordTime recordTime;
    private final AnalysisReader reader;

    Projection(
            TenantTransactions transactions,
            PanacheLog log,
            PanacheArticles articles,
            Withdrawals withdrawals,
            ArticleChanges changes,
            Generations generations,
            RecordTime recordTime,
            AnalysisReader reader) {
        this.transactions = transactions;
        this.log = log;
        this.articles = articles;
        this.withdrawals = withdrawals;
        this.changes = changes;
        this.generations = generations;
        this.recordTime = recordTime;
        this.reader = reader;
    }

    @Override
    public Effect apply(AnalysisCompleted analysis, byte[] payload) {
        AnalysedArticle article = analysis.article();
        return transactions
                .writeUnlessErased(
                        analysis.tenant(), article.id(), article.acceptedAt(), () -> applyWithin(analysis, payload))
                .orElse(Effect.ERASED);
    }

    private Effect applyWithin(AnalysisCompleted analysis, byte[] payload) {
        AnalysedArticle article = analysis.article();
        Tenant tenant = analysis.tenant();
        RecordMonth month = article.recordMonth();
        LogRow logged = log.findById(new LogRow.Key(tenant.name(), month.firstDay(), analysis.ceId()));
        if (logged != null) {
            if (!logged.isOf(article)) {
                throw DeadMessageException.ruleBroken("the ce_id belongs to another version or article");
            }
            return analysis.lane() == Lane.REANALYSIS ? Effect.REPEATED : openHeldBack(tenant, logged, article);
        }
        ArticleRow current = articles.current(tenant, article.id(), month).orElse(null);
        Withdrawals.Standing withdrawn =
                withdrawals.of(tenant, article.id(), month).orElse(null);
        Effect effect = effect(analysis, current, withdrawn);
        Instant previous = lastChange(current, withdrawn);
        if (effect != Effect.OPENED) {
            log(analysis, effect, recordTime.next(previous), payload);
            return effect;
        }
        Prepared prepared = changes.prepare(tenant, article, current != null || withdrawn != null);
        Instant now = recordTime.next(prepared.after(previous));
        log(analysis, effect, now, payload);
        changes.open(tenant, article, current != null, prepared, now);
        return effect;
    }

    private Effect effect(
            AnalysisCompleted analysis, @Nullable ArticleRow current, Withdrawals.@Nullable Standing withdrawn) {
        Version version = analysis.article().version();
        if (withdrawn != null && version.revision() <= withdrawn.through()) {
            return Effect.WITHDRAWN;
        }
        Effect effect = Effect.of(version, current == null ? null : current.version());
        return effect == Effect.OPENED
                        && analysis.lane() == Lane.REANALYSIS
                        && version.generation() > generations.current(analysis.tenant())
                ? Effect.CANDIDATE
                : effect;
    }

    /** A candidate that comes by another lane too is opened as it would have been, had it come by that lane first. */
    private Effect openHeldBack(Tenant tenant, LogRow logged, AnalysedArticle article) {
        return logged.effect.equals(Effect.CANDIDATE.name()) && logged.payload.length > 0
                ? openCandidate(tenant, logged, article)
                : Effect.REPEATED;
    }

    /**
     * Opens the best candidate of an article up to a generation, when it comes after what is current. Done before, it changes
     * nothing.
     */
    Effect openCandidates(Tenant tenant, ArticleId id, int upTo) {
        return transactions.write(
                tenant,
                id,
                () -> generations.of(tenant, id, upTo).stream()
                        .max(Comparator.comparing(LogRow::version))
                        .map(best -> openCandidate(tenant, best, reader.article(best.payload)))
                        .orElse(Effect.REPEATED));
    }

    private Effect openCandidate(Tenant tenant, LogRow candidate, AnalysedArticle article) {
        RecordMonth month = article.recordMonth();
        ArticleRow current = articles.current(tenant, article.id(), month).orElse(null);
        if (Effect.of(article.version(), current == null ? null : current.version()) != Effect.OPENED) {
            return current != null && current.version().equals(article.version()) ? Effect.REPEATED : Effect.SUPERSEDED;
        }
        Withdrawals.Standing withdrawn =
                withdrawals.of(tenant, article.id(), month).orElse(null);
        Prepared prepared = changes.prepare(tenant, article, current != null || withdrawn != null);
        Instant now = recordTime.next(prepared.after(lastChange(current, withdrawn)));
        log.persist(LogRow.opening(candidate, now));
        changes.open(tenant, article, current != null, prepared, now);
        return Effect.OPENED;
    }

    @Override
    public Effect withdraw(ArticleWithdrawal withdrawal, byte[] payload) {
        ArticleWithdrawn withdrawn = withdrawal.withdrawn();
        return transactions
                .writeUnlessErased(
                        withdrawal.tenant(),
                        withdrawn.article(),
                        withdrawn.withdrawnAt(),
                        () -> withdrawWithin(withdrawal, payload))
                .orElse(Effect.ERASED);
    }

    private Effect withdrawWithin(ArticleWithdrawal withdrawal, byte[] payload) {
        ArticleWithdrawn withdrawn = withdrawal.withdrawn();
        Tenant tenant = withdrawal.tenant();
        LogRow logged =
                log.findById(new LogRow.Key(tenant.name(), withdrawn.month().firstDay(), withdrawal.ceId()));
        if (logged != null) {
            if (!logged.isOf(withdrawn)) {
                throw DeadMessageException.ruleBroken("the ce_id belongs to another message");
            }
            return Effect.REPEATED;
        }
        ArticleRow current =
                articles.current(tenant, withdrawn.article(), withdrawn.month()).orElse(null);
        Withdrawals.Standing before =
                withdrawals.of(tenant, withdrawn.article(), withdrawn.month()).orElse(null);
        boolean ends = current != null && current.version().revision() <= withdrawn.throughRevision();
        Prepared prepared = changes.prepare(tenant, withdrawn, ends);
        Instant now = recordTime.next(prepared.after(lastChange(current, before)));
        log.persist(new LogRow(tenant, withdrawal.ceId(), withdrawn, now, payload));
        changes.withdraw(tenant, withdrawn, prepared, now);
        return Effect.APPLIED;
    }

    private static @Nullable Instant lastChange(
            @Nullable ArticleRow current, Withdrawals.@Nullable Standing withdrawn) {
        Instant opened = current == null ? null : current.recordedFrom;
        Instant taken = withdrawn == null ? null : withdrawn.lastRecorded();
        return opened == null || (taken != null && taken.isAfter(opened)) ? taken : opened;
    }

    private void log(AnalysisCompleted analysis, Effect effect, Instant at, byte[] payload) {
        log.persist(new LogRow(
                analysis.tenant(), analysis.ceId(), analysis.lane(), analysis.article(), effect, at, payload));
    }
}
