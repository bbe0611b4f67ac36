package io.averment.ingest.ingestion;

import static io.averment.ingest.Tokens.as;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.ingest.article.Tenant;
import io.averment.ingest.idempotency.Answer;
import io.averment.ingest.idempotency.IdempotencyKey;
import io.averment.ingest.idempotency.IdempotentRequests;
import io.averment.ingest.idempotency.RequestFingerprint;
import io.averment.ingest.problem.ProblemException;
import io.averment.ingest.problem.ProblemType;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same request under the same key has one effect and one answer. */
@QuarkusTest
class IdempotencyTest {
    private static final String ARTICLES = "/v1/articles";
    private static final String BATCH = "/v1/articles/batch";

    @Inject
    IdempotentRequests requests;

    private static Map<String, String> report(String body) {
        return Map.of("outlet", "Key Post", "externalId", UUID.randomUUID().toString(), "body", body);
    }

    private static Response submit(String user, String key, Map<String, String> report) {
        return as(user).header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(report)
                .post(ARTICLES);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String code(String key) {
        return '"' + key + '"';
    }

    @Test
    void repeatsTheAnswerOfTheSameRequest() {
        var key = key();
        var report = report("First text.");
        var first = submit("carl", key, report);
        first.then().statusCode(201).body("outcome", equalTo("ACCEPTED")).header("Idempotency-Replayed", nullValue());

        var second = submit("carl", code(key), report);

        second.then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        assertEquals(first.asString(), second.asString());
        assertEquals(first.header("Location"), second.header("Location"));
        assertEquals(first.contentType(), second.contentType());
        submit("carl", key(), report).then().statusCode(200).body("outcome", equalTo("KNOWN"));
    }

    @Test
    void refusesTheKeyForAnotherRequest() {
        var key = key();
        submit("carl", key, report("First text.")).then().statusCode(201);

        submit("carl", key, report("Second text."))
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("code", equalTo("idempotency-key-reused"));
        as("carl")
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/plain")
                .queryParam("outlet", "Key Post")
                .body("Third text.")
                .post(ARTICLES)
                .then()
                .statusCode(422);
    }

    @Test
    void keepsPlainTextWithItsParameters() {
        var key = key();
        var id = UUID.randomUUID().toString();
        text(key, id).then().statusCode(201);
        text(key, id).then().statusCode(201).header("Idempotency-Replayed", equalTo("true"));
        text(key, UUID.randomUUID().toString()).then().statusCode(422);
    }

    private static Response text(String key, String externalId) {
        return as("carl")
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/plain")
                .queryParam("outlet", "Key Post")
                .queryParam("externalId", externalId)
                .body("Some text.")
                .post(ARTICLES);
    }

    @Test
    void leavesKeysToTheirTenants() {
        var key = key();
        submit("carl", key, report("First text.")).then().statusCode(201);

        submit("noor", key, report("Second text.")).then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void keepsNoRefusal() {
        var key = key();
        submit("carl", key, report("  ")).then().statusCode(400).body("code", equalTo("empty-text"));
        submit("carl", key, report("Now with text.")).then().statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "a b", "a\"b", "ä"})
    void refusesWhatIsNoKey(String key) {
        submit("carl", key, report("Text.")).then().statusCode(400).body("code", equalTo("invalid-request"));
        submit("carl", "k".repeat(201), report("Text.")).then().statusCode(400);
    }

    @Test
    void repeatsTheResultsOfTheSameBatch() {
        var key = key();
        var batch =
                "{\"outlet\": \"Key Post\", \"externalId\": \"" + UUID.randomUUID() + "\", \"body\": \"x\"}\n\n{}\n";
        var first = batch(key, batch);
        first.then().statusCode(200).contentType("application/x-ndjson").header("Idempotency-Replayed", nullValue());
        assertEquals(2, first.asString().lines().count());

        var second = batch(key, batch);

        second.then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        assertEquals(first.asString(), second.asString());
        batch(key, batch + "{}\n").then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
        batch(key(), "\n".repeat(10_001)).then().statusCode(413).body("code", equalTo("body-too-large"));
    }

    private static Response batch(String key, String lines) {
        return as("carl")
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-ndjson")
                .body(lines.getBytes(StandardCharsets.UTF_8))
                .post(BATCH);
    }

    private static RequestFingerprint fingerprint(String body) {
        return RequestFingerprint.of("test", ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void letsOneOfConcurrentRequestsThrough() throws Exception {
        var tenant = new Tenant("demo");
        var key = IdempotencyKey.parse(key());
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var answer = Answer.of(201, Optional.empty(), new byte[] {1});
        try (var threads = Executors.newSingleThreadExecutor()) {
            var first = threads.submit(() -> requests.once(tenant, key, fingerprint("a"), () -> {
                begun.countDown();
                await(end);
                return answer;
            }));
            await(begun);
            assertEquals(
                    ProblemType.IDEMPOTENCY_KEY_IN_USE,
                    assertThrows(
                                    ProblemException.class,
                                    () -> requests.once(tenant, key, fingerprint("a"), () -> answer))
                            .type());
            assertEquals(
                    ProblemType.IDEMPOTENCY_KEY_REUSED,
                    assertThrows(
                                    ProblemException.class,
                                    () -> requests.once(tenant, key, fingerprint("b"), () -> answer))
                            .type());
            end.countDown();
            assertEquals(201, first.get(20, TimeUnit.SECONDS).status());
        }
        assertEquals(
                true, requests.once(tenant, key, fingerprint("a"), () -> answer).isRepeated());
    }

    private static void await(CountDownLatch latch) {
        try {
            assertEquals(true, latch.await(20, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void freesTheKeyOfWhatFailed() {
        var tenant = new Tenant("demo");
        var key = IdempotencyKey.parse(key());
        assertThrows(
                IllegalStateException.class,
                () -> requests.once(tenant, key, fingerprint("a"), () -> {
                    throw new IllegalStateException("away");
                }));

        assertEquals(
                200,
                requests.once(tenant, key, fingerprint("a"), () -> Answer.of(200, Optional.empty(), new byte[0]))
                        .status());
    }
}
