package io.averment.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.WithoutRelay;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Relays on the real database, with brokers that fail as told; the service's own relay rests meanwhile. */
@QuarkusTest
@TestProfile(WithoutRelay.class)
class RelayTest {
    private static final Tenant DEMO = new Tenant("demo");

    @Inject
    RowSecurity rows;

    @Inject
    Outbox outbox;

    @Inject
    RelayConfiguration configuration;

    private final ArticleId one = new ArticleId(UUID.randomUUID());
    private final ArticleId other = new ArticleId(UUID.randomUUID());

    @Test
    void publishesOldestOfEachArticleFirst() {
        add(one, 1);
        add(one, 2);
        add(other, 1);
        add(one, 3);
        var broker = new Broker(row -> true);
        drain(broker);
        assertEquals(List.of(1, 2, 3), broker.revisions(one));
        assertEquals(List.of(1), broker.revisions(other));
        assertFalse(broker.batches.stream()
                .anyMatch(batch -> batch.stream()
                                .filter(row -> row.articleId.equals(one.value()))
                                .count()
                        > 1));
    }

    @Test
    void letsNoRevisionOvertakeFailedOne() {
        add(one, 1);
        add(one, 2);
        add(other, 1);
        var failing = new Broker(row -> !row.articleId.equals(one.value()));
        for (var i = 0; i < 3; i++) {
            assertTrue(relay(failing).pass().isRefused());
        }
        assertEquals(List.of(1, 1, 1), failing.revisions(one));
        assertEquals(List.of(1), failing.revisions(other));

        var recovered = new Broker(row -> true);
        drain(recovered);
        assertEquals(List.of(1, 2), recovered.revisions(one));
        assertEquals(List.of(), recovered.revisions(other));
    }

    @Test
    void sendsNewsBeforeArchiveThatCameFirst() {
        for (var i = 0; i < configuration.batchRows() + 1; i++) {
            add(new ArticleId(UUID.randomUUID()), 1, Lane.BACKFILL);
        }
        add(one, 1, Lane.REANALYSIS);
        add(other, 1, Lane.LIVE);
        var broker = new Broker(row -> true);
        relay(broker).pass();
        assertEquals(List.of(1), broker.revisions(other));
        assertEquals(List.of(), broker.revisions(one));
        drain(broker);
        assertEquals(List.of(1), broker.revisions(one));
    }

    @Test
    void letsNewsNotOvertakeArchiveOfSameArticle() {
        add(one, 1, Lane.BACKFILL);
        add(one, 2, Lane.LIVE);
        add(one, 3, Lane.BACKFILL);
        var broker = new Broker(row -> true);
        drain(broker);
        assertEquals(List.of(1, 2, 3), broker.revisions(one));
    }

    @Test
    void keepsEverythingWhenPublisherThrows() {
        add(one, 1);
        var relay = relay(new Broker(row -> {
            throw new IllegalStateException("broken");
        }));
        org.junit.jupiter.api.Assertions.assertThrows(RuntimeException.class, relay::pass);
        var recovered = new Broker(row -> true);
        drain(recovered);
        assertEquals(List.of(1), recovered.revisions(one));
    }

    @Test
    void leavesRowsOfOtherRelayAndTheirSuccessorsAlone() throws Exception {
        add(one, 1);
        add(one, 2);
        add(other, 1);
        var isSending = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var slow = new Broker(row -> {
            isSending.countDown();
            try {
                return mayEnd.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        });
        try (var thread = Executors.newSingleThreadExecutor()) {
            var pass = thread.submit(() -> relay(slow).pass());
            assertTrue(isSending.await(20, TimeUnit.SECONDS));
            var second = new Broker(row -> true);
            assertTrue(relay(second).pass().isIdle());
            mayEnd.countDown();
            assertFalse(pass.get().isRefused());
        }
        var last = new Broker(row -> true);
        drain(last);
        assertEquals(List.of(2), last.revisions(one));
    }

    @Test
    void boundsBatchByBytes() {
        for (var i = 0; i < 6; i++) {
            rows.asTenant(DEMO, () -> {
                outbox.add(message(new ArticleId(UUID.randomUUID()), 1, Lane.LIVE, "x".repeat(1024 * 1024)));
                return true;
            });
        }
        var broker = new Broker(row -> true);
        relay(broker).pass();
        assertTrue(
                broker.batches.getFirst().size() <= 5,
                () -> "rows: " + broker.batches.getFirst().size());
        drain(broker);
    }

    @Test
    void measuresBacklog() {
        add(one, 1);
        var backlog = relay(new Broker(row -> true)).backlog();
        assertTrue(backlog.pending() >= 1);
        drain(new Broker(row -> true));
        assertEquals(new Outbox.Backlog(0, null), relay(new Broker(row -> true)).backlog());
    }

    private Relay relay(Publisher publisher) {
        return new Relay(rows, outbox, publisher, configuration, new SimpleMeterRegistry());
    }

    private void drain(Publisher publisher) {
        var relay = relay(publisher);
        while (!relay.pass().isIdle()) {
            assertTrue(true);
        }
    }

    private void add(ArticleId article, int revision) {
        add(article, revision, Lane.LIVE);
    }

    private void add(ArticleId article, int revision, Lane lane) {
        rows.asTenant(DEMO, () -> {
            outbox.add(message(article, revision, lane, "{}"));
            return true;
        });
    }

    private static PendingMessage message(ArticleId article, int revision, Lane lane, String payload) {
        return new PendingMessage(
                DEMO,
                article,
                revision,
                lane,
                "topic",
                "type",
                article.eventId(DEMO, revision),
                Instant.parse("2026-11-01T00:00:00Z"),
                payload);
    }

    /** A broker that acknowledges as told, and remembers what it was sent. */
    private static final class Broker implements Publisher {
        private final Predicate<OutboxRow> acknowledges;
        private final List<List<OutboxRow>> batches = new ArrayList<>();

        Broker(Predicate<OutboxRow> acknowledges) {
            this.acknowledges = acknowledges;
        }

        @Override
        public List<OutboxRow> publish(List<OutboxRow> batch) {
            batches.add(batch);
            return batch.stream().filter(acknowledges).toList();
        }

        List<Integer> revisions(ArticleId article) {
            return batches.stream()
                    .flatMap(List::stream)
                    .filter(row -> row.articleId.equals(article.value()))
                    .map(row -> row.revision)
                    .toList();
        }
    }
}
