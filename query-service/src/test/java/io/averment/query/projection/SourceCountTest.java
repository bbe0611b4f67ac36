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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
        apply(through(report(last, outlet.toUpperCase(Locale.ROOT), "14"), agency.toUpperCase(Locale.ROOT)));
        apply(through(report(first, outlet, "10"), agency));
        assertEquals(
                List.of(
                        "OUTLET " + outlet.toUpperCase(Locale.ROOT) + " 3 6 10 14",
                        "AGENCY " + agency.toUpperCase(Locale.ROOT) + " 0 2 10 14"),
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

    /** Reports of one outlet through two agencies come in, are revised and withdrawn, all at once. */
    @Test
    void countsWhatComesAtOnce() throws Exception {
        String other = "Press" + UUID.randomUUID().toString().replace("-", "");
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            int number = i;
            tasks.add(() -> {
                UUID article = UUID.randomUUID();
                apply(through(report(article, outlet, "11"), number % 2 == 0 ? agency : other));
                if (number % 3 > 0) {
                    apply(through(report(article, outlet, "11").version(2, 1), number % 2 == 0 ? other : agency));
                }
                if (number % 3 == 2) {
                    withdraw(article);
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                done.get();
            }
        }

        // Of 24 reports 8 are withdrawn, and half of the others were revised, which changes their agency.
        assertEquals(List.of("OUTLET " + outlet + " 16 32 11 11", "AGENCY " + agency + " 0 8 11 11"), kept());
    }
}
