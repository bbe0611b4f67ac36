package io.averment.query.reading;

import io.averment.query.record.ArticleId;
import io.averment.query.record.Statement;
import io.averment.query.record.StatementKind;
import io.averment.query.storage.FactJson;
import io.averment.query.storage.TenantTransactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Finds statements in the current record. Thread-safe. */
@ApplicationScoped
class StatementReading {
    private final TenantTransactions transactions;
    private final EntityManager entities;
    private final FactJson json;

    StatementReading(TenantTransactions transactions, EntityManager entities, FactJson json) {
        this.transactions = transactions;
        this.entities = entities;
        this.json = json;
    }

    /** A statement and the sort key of its place in the list. */
    private record Placed(StatementItem item, Cursor place) {}

    /** The page of a list: the statements of the articles accepted last first. */
    StatementPage list(ListRequest request) {
        QueryParameters parameters = request.parameters();
        Conditions conditions = new Conditions(request.tenant())
                .outlet(parameters)
                .words(parameters)
                .published(Publication.of(parameters));
        parameters
                .text("speaker")
                .ifPresent(name -> conditions.add(
                        "speaker_words @@ plainto_tsquery('public.averment_names', :speaker)", "speaker", name));
        parameters
                .oneOf("kind", StatementKind.class)
                .ifPresent(kind -> conditions.add("kind = :kind", "kind", kind.name()));
        parameters.article("article").ifPresent(id -> conditions.add("article_id = :article", "article", id.value()));
        request.after().ifPresent(conditions::afterStatement);
        List<Placed> found = transactions.read(request.tenant(), () -> select(conditions, request.limit() + 1));
        int count = Math.min(found.size(), request.limit());
        List<StatementItem> items =
                found.subList(0, count).stream().map(Placed::item).toList();
        String next = found.size() > count ? found.get(count - 1).place().encode(request.fingerprint()) : null;
        return new StatementPage(items, next);
    }

    private List<Placed> select(Conditions conditions, int rows) {
        NativeQuery<Object[]> query = entities.unwrap(Session.class)
                .createNativeQuery(String.format(Locale.ROOT, """
                        select article_id, revision, outlet, address, headline, published_at,
                               first_accepted_at, position, cast(fact as text) as fact
                        from statement where %s
                        order by first_accepted_at desc, article_id desc, position limit :rows
                        """, conditions.sql()), Object[].class);
        query.addScalar("article_id", UUID.class)
                .addScalar("revision", Integer.class)
                .addScalar("outlet", String.class)
                .addScalar("address", String.class)
                .addScalar("headline", String.class)
                .addScalar("published_at", String.class)
                .addScalar("first_accepted_at", Instant.class)
                .addScalar("position", Integer.class)
                .addScalar("fact", String.class);
        conditions.bind(query);
        query.setParameter("rows", rows);
        return query.getResultList().stream().map(this::placed).toList();
    }

    private Placed placed(Object[] row) {
        StatementItem.Source source = new StatementItem.Source(
                (UUID) row[0], (Integer) row[1], (String) row[2], (String) row[3], (String) row[4], (String) row[5]);
        return new Placed(
                StatementItem.of(source, json.read((String) row[8], Statement.class)),
                new Cursor((Instant) row[6], new ArticleId(source.articleId()), (Integer) row[7]));
    }
}
