package io.averment.query.projection;

import io.averment.query.record.AnalysedArticle;
import io.averment.query.record.ArticleId;
import io.averment.query.record.Effect;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Tenant;
import io.averment.query.storage.ArticleRow;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.LogRow;
import io.averment.query.storage.PanacheArticles;
import io.averment.query.storage.PanacheLog;
import io.averment.query.storage.PanacheStatements;
import io.averment.query.storage.StatementRow;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Applies analyses to the record. The log and the facts change in one transaction; the same message changes nothing a second
 * time; the order of arrival does not matter. Thread-safe, also over replicas.
 */
@ApplicationScoped
class Projection implements AnalysisRecord {
    private final TenantTransactions transactions;
    private final PanacheLog log;
    private final PanacheArticles articles;
    private final PanacheStatements statements;
    private final FactJson json;
    private final Clock clock;

    Projection(
            TenantTransactions transactions,
            PanacheLog log,
            PanacheArticles articles,
            PanacheStatements statements,
            FactJson json,
            Clock clock) {
        this.transactions = transactions;
        this.log = log;
        this.articles = articles;
        this.statements = statements;
        this.json = json;
        this.clock = clock;
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
            if (!logged.articleId.equals(article.id().value())
                    || !logged.version().equals(article.version())) {
                throw DeadMessageException.ruleBroken("the ce_id belongs to another version or article");
            }
            return Effect.REPEATED;
        }
        ArticleRow current = articles.current(tenant, article.id(), month).orElse(null);
        Effect effect = Effect.of(article.version(), current == null ? null : current.version());
        Instant now = recordTime(current);
        log.persist(new LogRow(tenant, analysis.ceId(), analysis.lane(), article, effect, now, payload));
        if (effect == Effect.OPENED) {
            if (current != null) {
                close(tenant, article.id(), month, now);
            }
            articles.persist(new ArticleRow(tenant, article, now, json));
            statements.persist(IntStream.range(0, article.statements().size())
                    .mapToObj(position -> new StatementRow(tenant, article, position, now, json)));
        }
        return effect;
    }

    private void close(Tenant tenant, ArticleId id, RecordMonth month, Instant now) {
        statements.close(tenant, id, month, now);
        articles.close(tenant, id, month, now);
    }

    /** Record time of one article only ever moves forward, even when replicas' clocks do not agree. */
    private Instant recordTime(@Nullable ArticleRow current) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (current == null || now.isAfter(current.recordedFrom)) {
            return now;
        }
        return current.recordedFrom.plus(1, ChronoUnit.MICROS);
    }
}
