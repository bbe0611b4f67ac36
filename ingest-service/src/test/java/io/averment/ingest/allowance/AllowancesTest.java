package io.averment.ingest.allowance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.article.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Counting over replicas: several of {@link Allowances} over one database. */
@QuarkusTest
class AllowancesTest {
    /** So long that none ends while a test runs. */
    private static final Duration FOREVER = Duration.ofDays(365);

    @Inject
    LeaseStore store;

    private Allowances replica(int requests, Duration window, Map<String, Integer> applications) {
        return new Allowances(store, new AllowanceConfiguration() {
            @Override
            public int requests() {
                return requests;
            }

            @Override
            public Duration window() {
                return window;
            }

            @Override
            public Map<String, Integer> applications() {
                return applications;
            }
        });
    }

    private Allowances replica(int requests) {
        return replica(requests, FOREVER, Map.of("special", 3));
    }

    private static Client client(String tenant, String application) {
        return Client.of(new Tenant(tenant), application, UUID.randomUUID().toString());
    }

    private static long allowed(Allowances replica, Client client, int attempts) {
        return IntStream.range(0, attempts)
                .filter(any -> replica.decide(client).isAllowed())
                .count();
    }

    @Test
    void allowsOneReplicaExactlyTheLimit() {
        Client client = client("demo", "app");
        Allowances replica = replica(40);

        assertEquals(40, allowed(replica, client, 100));
        Decision refused = replica.decide(client);
        assertFalse(refused.isAllowed());
        assertEquals(40, refused.limit());
        assertEquals(0, refused.remaining());
        assertTrue(refused.secondsUntilReset() > 0);
    }

    @Test
    void tellsWhatRemains() {
        Client client = client("demo", "app");
        Allowances replica = replica(40);

        assertEquals(39, replica.decide(client).remaining());
        assertEquals(38, replica.decide(client).remaining());
    }

    @Test
    void neverAllowsMoreOverReplicasAndLosesLittle() throws Exception {
        Client client = client("demo", "app");
        List<Allowances> replicas = List.of(replica(400), replica(400), replica(400));
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Long>> clients = IntStream.range(0, 6)
                    .<Callable<Long>>mapToObj(i -> () -> allowed(replicas.get(i % 3), client, 200))
                    .toList();
            long sum = 0;
            for (Future<Long> each : threads.invokeAll(clients)) {
                sum += each.get();
            }
            assertEquals(400, sum);
        }
    }

    @Test
    void leavesToOtherReplicasAllButAnEighth() {
        Client client = client("demo", "app");
        Allowances idle = replica(80);
        assertTrue(idle.decide(client).isAllowed());

        assertEquals(70, allowed(replica(80), client, 100));
        assertEquals(9, allowed(idle, client, 100));
    }

    @Test
    void countsClientsTenantsAndApplicationsApart() {
        Client client = client("demo", "app");
        Client sameOfOther = new Client(new Tenant("other"), client.application(), client.key());
        Allowances replica = replica(5);

        assertEquals(5, allowed(replica, client, 9));
        assertEquals(5, allowed(replica, client("demo", "app"), 9));
        assertEquals(5, allowed(replica, sameOfOther, 9));
        assertEquals(3, allowed(replica, client("demo", "special"), 9));
    }

    @Test
    void beginsAnewWithTheNextWindow() {
        Client client = client("demo", "app");
        Allowances replica = replica(2, Duration.ofSeconds(1), Map.of());
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !replica.decide(client).isAllowed());
        org.awaitility.Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> replica.decide(client).isAllowed());
    }

    @Test
    void refusesSenselessConfiguration() {
        assertThrows(IllegalStateException.class, () -> replica(0));
        assertThrows(IllegalStateException.class, () -> replica(1, Duration.ofMillis(10), Map.of()));
        assertThrows(IllegalStateException.class, () -> replica(1, FOREVER, Map.of("app", 0)));
    }
}
