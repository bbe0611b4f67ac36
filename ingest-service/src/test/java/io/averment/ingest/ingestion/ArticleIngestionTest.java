package io.averment.ingest.ingestion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.averment.ingest.Topics;
import io.averment.ingest.article.CleanText;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Outlet;
import io.averment.ingest.article.Report;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.message.ArticleAcceptedEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What must hold when many threads send at once, with the real database. */
@QuarkusTest
class ArticleIngestionTest {
    private static final Tenant DEMO = new Tenant("demo");
    private static final int THREADS = 12;

    @Inject
    ArticleIngestion ingestion;

    @Inject
    ArticleArchive archive;

    @Test
    void numbersRevisionsWithoutGapsUnderConcurrency() throws Exception {
        var externalId = "concurrent-" + UUID.randomUUID();
        var reports = IntStream.range(0, 60)
                .mapToObj(i -> report(externalId, "Text number " + i))
                .toList();
        var revisions =
                takeAtOnce(reports).stream().map(Ingested::revision).sorted().toList();
        assertEquals(IntStream.rangeClosed(1, 60).boxed().toList(), revisions);

        var id = reports.getFirst().id(DEMO);
        var article = archive.find(DEMO, id).orElseThrow();
        assertEquals(60, article.revision());
        var published = Topics.await(ArticleAcceptedEvent.topic(Lane.LIVE), id.toString(), 60).stream()
                .map(message -> Topics.header(message, "ce_id"))
                .toList();
        assertEquals(
                IntStream.rangeClosed(1, 60)
                        .mapToObj(revision -> id.eventId(DEMO, revision))
                        .toList(),
                published);
    }

    @Test
    void acceptsSameReportOnceUnderConcurrency() throws Exception {
        var report = report("same-" + UUID.randomUUID(), "The same text");
        var outcomes = takeAtOnce(IntStream.range(0, 60).mapToObj(i -> report).toList());
        assertEquals(
                1, outcomes.stream().filter(Ingested.Accepted.class::isInstance).count());
        assertEquals(
                59, outcomes.stream().filter(Ingested.Known.class::isInstance).count());

        // The next revision's message comes right behind the first one: nothing was published in between.
        var id = report.id(DEMO);
        var next = ingestion.take(DEMO, report(report.externalId(), "Another text"), Lane.LIVE);
        assertEquals(2, assertInstanceOf(Ingested.Revised.class, next).revision());
        var published = Topics.await(ArticleAcceptedEvent.topic(Lane.LIVE), id.toString(), 2).stream()
                .map(message -> Topics.header(message, "ce_id"))
                .toList();
        assertEquals(List.of(id.eventId(DEMO, 1), id.eventId(DEMO, 2)), published);
    }

    @Test
    void keepsFirstAcceptanceAndMonthOverRevisions() {
        var externalId = "month-" + UUID.randomUUID();
        var first = ingestion.take(DEMO, report(externalId, "One"), Lane.LIVE);
        var accepted = archive.find(DEMO, first.id()).orElseThrow();
        assertEquals(accepted.firstAcceptedAt(), accepted.acceptedAt());
        ingestion.take(DEMO, report(externalId, "Two"), Lane.BACKFILL);
        var revised = archive.find(DEMO, first.id()).orElseThrow();
        assertEquals(accepted.firstAcceptedAt(), revised.firstAcceptedAt());
        assertEquals(accepted.recordMonth(), revised.recordMonth());
        assertEquals(2, revised.revision());
    }

    private List<Ingested> takeAtOnce(List<Report> reports) throws Exception {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var tasks = reports.stream()
                    .<Callable<Ingested>>map(report -> () -> ingestion.take(DEMO, report, Lane.LIVE))
                    .toList();
            var results = new java.util.ArrayList<Ingested>();
            for (var future : threads.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        }
    }

    private static Report report(@org.jspecify.annotations.Nullable String externalId, String body) {
        return new Report(
                new Outlet("Concurrency Post"), null, null, externalId, new CleanText(null, body), null, null);
    }
}
