package io.averment.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.WithoutRelay;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Loops on the real database, with what they run on failing; the service's own relay rests meanwhile. */
@QuarkusTest
@TestProfile(WithoutRelay.class)
class RelayLoopTest {
    private static final Tenant DEMO = new Tenant("demo");
    private static final Duration DELIVERY = Duration.ofSeconds(8);

    @Inject
    RowSecurity rows;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private final List<UUID> published = new CopyOnWriteArrayList<>();
    private final ArticleId article = new ArticleId(UUID.randomUUID());

    @Test
    void drainsThoughOutboxCannotBeMeasured() throws InterruptedException {
        add();
        var settings = Settings.standard();
        var relay = new Relay(rows, outbox, this::publish, settings, new SimpleMeterRegistry()) {
            @Override
            Outbox.Backlog backlog() {
                throw new IllegalStateException("broken");
            }
        };
        assertPublishes(new RelayLoop(relay, settings, DELIVERY.toMillis(), clock));
    }

    @Test
    void goesOnAfterError() throws InterruptedException {
        add();
        var hasFailed = new AtomicBoolean();
        Publisher publisher = batch -> {
            if (hasFailed.compareAndSet(false, true)) {
                throw new LinkageError("broken");
            }
            return publish(batch);
        };
        assertPublishes(loop(publisher, Settings.standard()));
        assertTrue(hasFailed.get());
    }

    @Test
    void measuresThoughItDoesNotPublish() throws InterruptedException {
        add();
        var loop = loop(this::publish, Settings.standard().withEnabled(false));
        loop.start(new StartupEvent());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> loop.backlog().pending() >= 1 && loop.backlog().oldest() != null);
        loop.stop(new ShutdownEvent());
        assertEquals(List.of(), published);
        assertPublishes(loop(this::publish, Settings.standard()));
    }

    static Stream<Settings> unworkable() {
        var standard = Settings.standard();
        return Stream.of(
                standard.withBatchRows(0),
                standard.withBatchRows(501),
                standard.withBatchBytes(new MemorySize(BigInteger.ZERO)),
                standard.withPollInterval(Duration.ZERO),
                standard.withPollInterval(Duration.ofSeconds(-1)),
                standard.withMaxBackoff(Duration.ZERO),
                standard.withPublishTimeout(DELIVERY),
                standard.withPublishTimeout(Duration.ofSeconds(26)));
    }

    @ParameterizedTest
    @MethodSource("unworkable")
    void refusesWhatCannotWork(Settings settings) {
        var refused = assertThrows(IllegalStateException.class, () -> RelayLoop.check(settings, DELIVERY));
        assertTrue(String.valueOf(refused.getMessage()).startsWith("averment.ingest.relay."));
    }

    @Test
    void takesStandardSettings() {
        RelayLoop.check(Settings.standard(), DELIVERY);
        RelayLoop.check(Settings.standard().withPublishTimeout(Duration.ofSeconds(25)), DELIVERY);
    }

    private void assertPublishes(RelayLoop loop) throws InterruptedException {
        loop.start(new StartupEvent());
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> published.contains(article.value()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !loop.isBlocked());
        loop.stop(new ShutdownEvent());
        assertFalse(loop.isBlocked());
    }

    private RelayLoop loop(Publisher publisher, Settings settings) {
        var relay = new Relay(rows, outbox, publisher, settings, new SimpleMeterRegistry());
        return new RelayLoop(relay, settings, DELIVERY.toMillis(), clock);
    }

    private List<OutboxRow> publish(List<OutboxRow> batch) {
        batch.forEach(row -> published.add(row.articleId));
        return batch;
    }

    private void add() {
        rows.asTenant(DEMO, () -> {
            outbox.add(new PendingMessage(
                    DEMO,
                    article,
                    1,
                    Lane.LIVE,
                    "topic",
                    "type",
                    article.eventId(DEMO, 1),
                    Instant.parse("2026-11-01T00:00:00Z"),
                    "{}"));
            return true;
        });
    }
}
