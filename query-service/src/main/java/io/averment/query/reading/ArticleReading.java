package io.averment.query.reading;

import io.averment.query.record.ArticleAnalysis;
import io.averment.query.record.ArticleId;
import io.averment.query.record.ArticleText;
import io.averment.query.record.RecordMonth;
import io.averment.query.record.Statement;
import io.averment.query.record.Tenant;
import io.averment.query.storage.ArticleRow;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.PanacheArticles;
import io.averment.query.storage.PanacheStatements;
import io.averment.query.storage.StatementRow;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds articles in the current record. Thread-safe. */
@ApplicationScoped
class ArticleReading {
    private final TenantTransactions transactions;
    private final PanacheArticles articles;
    private final PanacheStatements statements;
    private final EntityManager entities;
    private final FactJson json;

    ArticleReading(
            TenantTransactions transactions,
            PanacheArticles articles,
            PanacheStatements statements,
            EntityManager entities,
            FactJson json) {
        this.transactions = transactions;
        this.articles = articles;
        this.statements = statements;
        this.entities = entities;
        this.json = json;
    }

    /** The page of a list: the articles accepted last first. */
    ArticlePage list(ListRequest request) {
        Conditions conditions = new Conditions(request.tenant())
                .outlet(request.parameters())
                .words(request.parameters())
                .published(Publication.of(request.parameters()));
        request.after().ifPresent(conditions::afterArticle);
        List<ArticleItem> found = transactions.read(request.tenant(), () -> select(conditions, request.limit() + 1));
        if (found.size() <= request.limit()) {
            return new ArticlePage(found, null);
        }
        List<ArticleItem> items = found.subList(0, request.limit());
        ArticleItem last = items.getLast();
        Cursor next = new Cursor(last.firstAcceptedAt(), new ArticleId(last.id()), 0);
        return new ArticlePage(items, next.encode(request.fingerprint()));
    }

    private List<ArticleItem> select(Conditions conditions, int rows) {
        NativeQuery<Object[]> query = entities.unwrap(Session.class)
                .createNativeQuery(String.format(Locale.ROOT, """
                        select article_id, revision, outlet, address, external_id, language, published_at,
                               case when headline_length > 0 then left(content, headline_length) end as headline,
                               first_accepted_at, accepted_at, statement_count
                        from article where %s
                        order by first_accepted_at desc, article_id desc limit :rows
                        """, conditions.sql()), Object[].class);
        query.addScalar("article_id", UUID.class)
                .addScalar("revision", Integer.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("external_id", String.class)
                .addScalar("language", String.class)
                .addScalar("published_at", String.class)
                .addScalar("headline", String.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("accepted_at", Instant.class)
                .addScalar("statement_count", Integer.class);
        conditions.bind(query);
        query.setParameter("rows", rows);
        return query.getResultList().stream().map(ArticleReading::item).toList();
    }

    private static ArticleItem item(Object[] row) {
        Instant firstAcceptedAt = (Instant) row[8];
        return new ArticleItem(
                (UUID) row[0],
                (Integer) row[1],
                (String) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                RecordMonth.of(firstAcceptedAt).toString(),
                firstAcceptedAt,
                (Instant) row[9],
                (Integer) row[10]);
    }

    /** The current version of one article; empty when the tenant has none of this id. */
    Optional<ArticleWithFacts> find(Tenant tenant, ArticleId id) {
        return transactions.read(
                tenant, () -> articles.current(tenant, id).map(article -> withFacts(article, statements.of(article))));
    }

    private ArticleWithFacts withFacts(ArticleRow article, List<StatementRow> found) {
        ArticleAnalysis analysis = json.read(article.analysis, ArticleAnalysis.class);
        String headline = new ArticleText(article.content, article.headlineLength)
                .headline()
                .orElse(null);
        StatementItem.Source source = new StatementItem.Source(
                article.articleId, article.revision, article.outlet, article.address, headline, article.publishedAt);
        return new ArticleWithFacts(
                article.articleId,
                article.revision,
                article.outlet,
                article.address,
                article.externalId,
                article.language,
                article.publishedAt,
                headline,
                month(article.recordMonth),
                article.firstAcceptedAt,
                article.acceptedAt,
                article.recordedFrom,
                article.headlineLength,
                article.content,
                new ArticleWithFacts.Pipeline(article.generation, article.fingerprint, analysis.pipeline()),
                analysis.degraded(),
                analysis.sentences(),
                found.stream()
                        .map(row -> StatementItem.of(source, json.read(row.fact, Statement.class)))
                        .toList());
    }

    private static String month(LocalDate firstDay) {
        return firstDay.toString().substring(0, "2026-11".length());
    }
}
