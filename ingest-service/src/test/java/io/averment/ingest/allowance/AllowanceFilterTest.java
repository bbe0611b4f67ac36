package io.averment.ingest.allowance;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The test's profile allows the machine client 16 requests a minute. */
@QuarkusTest
class AllowanceFilterTest {
    private static final int LIMIT = 16;

    private static Response send(String token, String id) {
        return Tokens.anonymous()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(Map.of("outlet", "Allowance Post", "externalId", id, "body", "We wait."))
                .post("/v1/articles");
    }

    @Test
    void tellsClientsHowTheyStand() {
        send(Tokens.of("carl"), UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .header("RateLimit-Policy", equalTo("\"default\";q=1000000;w=60"))
                .header("RateLimit", matchesPattern("\"default\";r=9\\d{5};t=([1-9]|[1-5]\\d|60)"))
                .header("Retry-After", nullValue());
    }

    @Test
    void turnsAwayWhoSendsTooOften() {
        var token = Tokens.ofMachine();
        var id = UUID.randomUUID().toString();
        var answer = send(token, id);
        var allowed = 0;
        // A minute that ends meanwhile gives another sixteen.
        while (answer.statusCode() != 429 && allowed < 3 * LIMIT) {
            allowed++;
            answer = send(token, id);
        }

        answer.then()
                .statusCode(429)
                .contentType("application/problem+json")
                .header("RateLimit-Policy", equalTo("\"default\";q=16;w=60"))
                .header("RateLimit", matchesPattern("\"default\";r=0;t=([1-9]|[1-5]\\d|60)"))
                .header("Retry-After", matchesPattern("[1-9]|[1-5]\\d|60"))
                .body("code", equalTo("rate-limited"))
                .body("detail", equalTo("A client may make 16 requests in 60 seconds."));
        assertTrue(allowed >= LIMIT && allowed <= 2 * LIMIT, allowed + " requests were let through");
        Tokens.as("rita").get("/v1/articles/" + UUID.randomUUID()).then().statusCode(404);
    }

    /** A batch is one request, and is refused before it is read. */
    @Test
    void turnsAwayBatchesToo() {
        var token = Tokens.ofMachine();
        var answer = sendBatch(token);
        // A minute that ends meanwhile gives another sixteen.
        for (int i = 0; answer.statusCode() != 429 && i < 3 * LIMIT; i++) {
            answer = sendBatch(token);
        }

        answer.then()
                .statusCode(429)
                .header("Retry-After", matchesPattern("[1-9]|[1-5]\\d|60"))
                .body("code", equalTo("rate-limited"));
    }

    private static Response sendBatch(String token) {
        return Tokens.anonymous()
                .auth()
                .oauth2(token)
                .contentType("application/x-ndjson")
                .body("{\"outlet\":\"Allowance Post\",\"externalId\":\"x\",\"body\":\"We wait.\"}\n")
                .post("/v1/articles/batch");
    }

    @Test
    void leavesAloneWhatAnyoneMayRead() {
        for (var path : new String[] {"/", "/problems", "/openapi"}) {
            Tokens.anonymous().get(path).then().statusCode(200).header("RateLimit", nullValue());
        }
        Tokens.anonymous()
                .get("/v1/articles/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("RateLimit", nullValue());
    }
}
