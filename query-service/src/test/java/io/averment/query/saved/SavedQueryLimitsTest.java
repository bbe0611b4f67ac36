package io.averment.query.saved;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.reading.Answers;
import io.averment.query.record.Tenant;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** At most two queries of an owner and three of a tenant, each test with a tenant of its own. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class SavedQueryLimitsTest {
    @Inject
    SavedQueryStore store;

    @Inject
    TenantTransactions transactions;

    @Inject
    Answers answers;

    private final Tenant tenant = new Tenant("limits-" + UUID.randomUUID());

    private SavedQuery save(String owner) {
        SavedQueries queries = new SavedQueries(
                store,
                transactions,
                new SavedQueryConfiguration() {
                    @Override
                    public int mostOfOwner() {
                        return 2;
                    }

                    @Override
                    public int mostOfTenant() {
                        return 3;
                    }
                },
                answers,
                List.of());
        SavedQueries.Definition definition =
                new SavedQueries.Definition(UUID.randomUUID().toString(), "articles", Map.of());
        return transactions.append(
                tenant, () -> queries.save(new SavedQueries.Writer(tenant, owner, false), definition));
    }

    private void assertFull(String owner) {
        ProblemException refused = assertThrows(ProblemException.class, () -> save(owner));
        assertEquals(ProblemType.TOO_MANY_QUERIES, refused.type());
    }

    @Test
    void countsOwnersAndTenants() {
        save("a");
        SavedQuery second = save("a");
        assertFull("a");
        save("b");
        assertFull("b");
        assertFull("c");
        transactions.append(tenant, () -> {
            store.delete(tenant, second.id());
            return true;
        });
        save("b");
        assertFull("a");
    }

    @Test
    void holdsWhenManySaveAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            Callable<Boolean> attempt = () -> {
                try {
                    save("a");
                    return true;
                } catch (ProblemException full) {
                    return false;
                }
            };
            int saved = 0;
            for (Future<Boolean> each : threads.invokeAll(
                    IntStream.range(0, 12).mapToObj(i -> attempt).toList())) {
                saved += each.get() ? 1 : 0;
            }
            assertEquals(2, saved);
        }
    }
}
