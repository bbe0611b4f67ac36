package io.averment.ingest.audit;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.article.Tenant;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class AuditTrailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final List<String> written = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private volatile boolean away;

    private AuditTrail trail(int places) {
        return new AuditTrail(
                (tenant, entries) -> {
                    if (away) {
                        throw new PersistenceException(new SQLException("refused", "08001"));
                    }
                    entries.forEach(entry -> written.add(tenant.name() + ' ' + entry.path()));
                },
                new Settings(places),
                meters);
    }

    private record Settings(int places) implements AuditConfiguration {
        @Override
        public int batch() {
            return 2;
        }

        @Override
        public Duration stopTimeout() {
            return Duration.ofSeconds(5);
        }
    }

    private static AuditEntry entry(String tenant, String path) {
        return new AuditEntry(
                new Tenant(tenant), Instant.EPOCH, "s", "c", "GET", null, path, Map.of("a", "b\0c"), 1, 200);
    }

    @Test
    void writesWhatWaitsBeforeItStops() throws InterruptedException {
        AuditTrail trail = trail(10);
        trail.start(new StartupEvent());
        for (int i = 0; i < 7; i++) {
            assertTrue(trail.takePlace());
            trail.record(entry(i % 2 == 0 ? "one" : "two", "/" + i));
        }

        trail.stop(new ShutdownEvent());

        assertEquals(
                List.of("one /0", "one /2", "one /4", "one /6", "two /1", "two /3", "two /5"),
                written.stream().sorted().toList());
        assertEquals(0, meters.counter("averment.ingest.audit.lost").count());
        assertEquals(7, meters.counter("averment.ingest.audit.written").count());
    }

    @Test
    void admitsNoMoreThanCanWaitAndLosesNothingWhileTheDatabaseIsAway() throws InterruptedException {
        away = true;
        AuditTrail trail = trail(2);
        trail.start(new StartupEvent());
        for (int i = 0; i < 2; i++) {
            assertTrue(trail.takePlace());
            trail.record(entry("one", "/" + i));
        }
        assertFalse(trail.takePlace());

        away = false;

        await().atMost(PATIENCE).until(() -> written.size() == 2);
        await().atMost(PATIENCE).until(trail::takePlace);
        trail.stop(new ShutdownEvent());
    }

    @Test
    void tellsWhatIsLostWhenItMustStopWithoutDatabase() throws InterruptedException {
        away = true;
        AuditTrail trail = trail(5);
        trail.start(new StartupEvent());
        for (int i = 0; i < 3; i++) {
            trail.takePlace();
            trail.record(entry("one", "/" + i));
        }

        trail.stop(new ShutdownEvent());

        assertEquals(3, meters.counter("averment.ingest.audit.lost").count());
    }

    @Test
    void keepsNoMoreOfAClientsWordsThanFit() {
        AuditEntry entry = new AuditEntry(
                new Tenant("one"),
                Instant.EPOCH,
                "s",
                "c",
                "GET",
                null,
                "/" + "x".repeat(500),
                Map.of("a", "b\0c"),
                1,
                200);

        assertEquals(200, entry.path().length());
        assertEquals(Map.of("a", "bc"), entry.parameters());
    }
}
