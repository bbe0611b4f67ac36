package io.averment.query.idempotency;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.problem.ProblemException;
import io.averment.query.problem.ProblemType;
import io.averment.query.record.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class IdempotentRequestsTest {
    @Inject
    IdempotentRequests requests;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private final Tenant tenant = new Tenant("once-" + UUID.randomUUID());
    private final AtomicInteger done = new AtomicInteger();

    private Answer once(String fingerprint) {
        return requests.once(
                new WritingRequest(tenant, "client", Optional.of(new IdempotencyKey("key")), fingerprint),
                this::change);
    }

    private Answer change() {
        byte[] body = Integer.toString(done.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
        return Answer.of(201, Optional.of("/there"), Optional.empty(), body);
    }

    private static String body(Answer answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private void expire() throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "update idempotent_request set expires_at = now() where tenant = '" + tenant.name() + "'");
        }
    }

    @Test
    void repeatsTheAnswerUntilItExpires() throws SQLException {
        Answer first = once("f");
        Answer again = once("f");
        assertEquals("1", body(first));
        assertFalse(first.isRepeated());
        assertEquals("1", body(again));
        assertTrue(again.isRepeated());
        assertEquals(201, again.status());
        assertEquals(Optional.of("/there"), again.location());
        assertEquals(
                ProblemType.IDEMPOTENCY_KEY_REUSED,
                assertThrows(ProblemException.class, () -> once("g")).type());

        expire();
        assertEquals("2", body(once("g")));
        assertEquals("2", body(once("g")));
    }

    @Test
    void carriesOutOnceWhatIsSentManyTimesAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Answer> each : threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Answer>>mapToObj(i -> () -> once("f"))
                    .toList())) {
                assertEquals("1", body(each.get()));
            }
        }
        assertEquals(1, done.get());
    }

    @Test
    void leavesTheKeyFreeWhenTheChangeFails() {
        WritingRequest request = new WritingRequest(tenant, "client", Optional.of(new IdempotencyKey("key")), "f");
        assertThrows(
                IllegalStateException.class,
                () -> requests.once(request, () -> {
                    throw new IllegalStateException("no");
                }));

        assertEquals("1", body(once("g")));
    }

    @Test
    void readsKeysInQuotesAndRefusesOthers() {
        assertEquals(Optional.of(new IdempotencyKey("a-1")), IdempotencyKey.parse("\"a-1\""));
        assertEquals(Optional.of(new IdempotencyKey("a-1")), IdempotencyKey.parse("a-1"));
        assertEquals(Optional.empty(), IdempotencyKey.parse(null));
        for (String none : List.of("", "\"\"", "a b", "a\"b", "ü", "k".repeat(201))) {
            assertThrows(ProblemException.class, () -> IdempotencyKey.parse(none), none);
        }
    }
}
