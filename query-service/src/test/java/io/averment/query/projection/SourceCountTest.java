package io.averment.query.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.averment.query.record.Tenant;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** What is kept of outlets and agencies is what their current articles come to. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class SourceCountTest {
    @Inject
    Projection projection;

    @Inject
    AnalysisReader analyses;

    @Inject
    WithdrawalReader withdrawals;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private final String outlet = Report.unique().outlet();
    private final String agency = "Wire" + UUID.randomUUID().toString().replace("-", "");

    private void apply(SampleMessage message) {
        projection.apply(
                analyses.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
    }

    private void withdraw(UUID article) {
        WithdrawalMessage message = new WithdrawalMessage("demo", article, 9);
        projection.withdraw(
                withdrawals.read(new Envelope(message.key(), message.headers()), message.bytes()), message.bytes());
    }

    private SampleMessage report(UUID article, String name, String day) {
        return new SampleMessage("demo", article, name)
                .with(body -> body.put("firstAcceptedAt", "2026-11-" + day + "T10:00:00Z"));
    }

    /** One of the statements came through the agency. */
    private SampleMessage through(SampleMessage message, String name) {
        return message.withAnalysis(
                analysis -> ((ArrayNode) analysis.get("statements").get(0).get("chain"))
                        .insertObject(1)
                        .put("role", "AGENCY")
                        .put("name", name)
                        .putArray("spans"));
    }

    private List<String> kept() {
        return transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("""
                        select concat_ws(' ', kind, name, articles, statements, extract(day from first_accepted_at),
                            extract(day from last_accepted_at))
                        from source_month where source_key in (lower(:outlet), lower(:agency)) order by kind desc
                        """, String.class)
                        .setParameter("outlet", outlet)
                        .setParameter("agency", agency)
                        .getResultList());
    }

    @Test
    void followsArticlesRevisionsAndWithdrawals() {
        UUID first = UUID.randomUUID();
        UUID middle = UUID.randomUUID();
        UUID last = UUID.randomUUID();
        apply(report(middle, outlet, "12"));
        apply(through(
                report(last, outlet.toUpperCase(java.util.Locale.ROOT), "14"),
                agency.toUpperCase(java.util.Locale.ROOT)));
        apply(through(report(first, outlet, "10"), agency));
        assertEquals(
                List.of(
                        "OUTLET " + outlet.toUpperCase(java.util.Locale.ROOT) + " 3 6 10 14",
                        "AGENCY " + agency.toUpperCase(java.util.Locale.ROOT) + " 0 2 10 14"),
                kept());

        SampleMessage revised = report(last, outlet, "14").version(2, 1);
        apply(revised.withAnalysis(analysis -> ((ArrayNode) analysis.get("statements")).remove(1)));
        assertEquals(List.of("OUTLET " + outlet + " 3 5 10 14", "AGENCY " + agency + " 0 1 10 10"), kept());

        withdraw(first);
        assertEquals(List.of("OUTLET " + outlet + " 2 3 12 14"), kept());

        withdraw(last);
        assertEquals(List.of("OUTLET " + outlet + " 1 2 12 12"), kept());

        withdraw(middle);
        assertEquals(List.of(), kept());
    }
}
