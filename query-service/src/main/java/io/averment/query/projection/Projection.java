package io.averment.query.projection;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleWithdrawn;
import io.averment.query.record.Effect;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.storage.ArticleRow;
import io.averment.query.storage.FactStore;
import io.averment.query.storage.LogRow;
import io.averment.query.storage.PanacheArticles;
import io.averment.query.storage.PanacheLog;
import io.averment.query.storage.RecordTime;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.ThreadStore;
import io.averment.query.storage.Withdrawals;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
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
    private final FactStore facts;
    private final Withdrawals withdrawals;
    private final ThreadStore threads;
    private final RecordTime recordTime;

    Projection(
            TenantTransactions transactions,
            PanacheLog log,
            PanacheArticles articles,
            FactStore facts,
            Withdrawals withdrawals,
            ThreadStore threads,
            RecordTime recordTime) {
        this.transactions = transactions;
        this.log = log;
        this.articles = articles;
        this.facts = facts;
        this.withdrawals = withdrawals;
        this.threads = threads;
        this.recordTime = recordTime;
    }

    @Override
    public Effect apply(AnalysisCompleted analysis, byte[] payload) {
        return transactions.write(analysis.tenant(), analysis.article().id(), () -> applyWithin(analysis, payload));
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
            return Effect.REPEATED;
        }
        ArticleRow current = articles.current(tenant, article.id(), month).orElse(null);
        Withdrawals.Standing withdrawn =
                withdrawals.of(tenant, article.id(), month).orElse(null);
        Effect effect = withdrawn != null && article.version().revision() <= withdrawn.through()
                ? Effect.WITHDRAWN
                : Effect.of(article.version(), current == null ? null : current.version());
        Instant previous = lastChange(current, withdrawn);
        if (effect != Effect.OPENED) {
            log(analysis, effect, recordTime.next(previous), payload);
            return effect;
        }
        ThreadStore.Change change = threads.prepare(tenant, article);
        Instant now = recordTime.next(change.after(previous));
        log(analysis, effect, now, payload);
        if (current != null) {
            facts.close(tenant, article.id(), month, now);
        }
        facts.open(tenant, article, now);
        threads.apply(change, now);
        return effect;
    }

    @Override
    public Effect withdraw(ArticleWithdrawal withdrawal, byte[] payload) {
        ArticleWithdrawn withdrawn = withdrawal.withdrawn();
        Tenant tenant = withdrawal.tenant();
        return transactions.write(tenant, withdrawn.article(), () -> {
            LogRow logged =
                    log.findById(new LogRow.Key(tenant.name(), withdrawn.month().firstDay(), withdrawal.ceId()));
            if (logged != null) {
                if (!logged.isOf(withdrawn)) {
                    throw DeadMessageException.ruleBroken("the ce_id belongs to another message");
                }
                return Effect.REPEATED;
            }
            ArticleRow current = articles.current(tenant, withdrawn.article(), withdrawn.month())
                    .orElse(null);
            Withdrawals.Standing before = withdrawals
                    .of(tenant, withdrawn.article(), withdrawn.month())
                    .orElse(null);
            Instant now = recordTime.next(lastChange(current, before));
            log.persist(new LogRow(tenant, withdrawal.ceId(), withdrawn, now, payload));
            withdrawals.apply(tenant, withdrawn, now);
            return Effect.APPLIED;
        });
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
