package io.averment.ingest.copy;

import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.ingest.Tokens;
import io.averment.ingest.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Copies and their origins, over HTTP, in the real database, and in what is published. */
@QuarkusTest
class OriginsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where this test's sentences begin, so that no other's are like them. */
    private final int first = 1000 * ThreadLocalRandom.current().nextInt(1000, 1_000_000);

    private String text(int from, int to) {
        return TextSampleTest.text(first + from, first + to);
    }

    private static String submit(String user, String outlet, String externalId, String body) {
        return Tokens.as(user)
                .contentType(ContentType.JSON)
                .body(Map.of("outlet", outlet, "externalId", externalId, "headline", outlet + " reports", "body", body))
                .post("/v1/articles")
                .then()
                .statusCode(oneOf(200, 201))
                .extract()
                .path("id");
    }

    private static @Nullable String origin(String user, String id) {
        return Tokens.as(user)
                .get("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .extract()
                .path("origin");
    }

    @Test
    void leadsEveryCopyBackToTheFirst() throws IOException {
        String user = "carl";
        String wire = submit(user, "Wire", unique(), text(0, 40));
        String cut = submit(user, "Morning Post", unique(), text(0, 22));
        String copyOfCut = submit(user, "Evening Post", unique(), text(8, 22) + "\n" + text(90, 93));
        String other = submit(user, "Weekly", unique(), text(50, 90));

        assertNull(origin(user, wire));
        assertEquals(wire, origin(user, cut));
        assertEquals(wire, origin(user, copyOfCut));
        assertNull(origin(user, other));
        assertEquals(wire, published(cut, 1));
        assertNull(published(other, 1));
    }

    @Test
    void looksAgainForEachRevision() throws IOException {
        String user = "carl";
        String wire = submit(user, "Wire", unique(), text(0, 30));
        String number = unique();
        String paper = submit(user, "Paper", number, text(0, 30));
        assertEquals(wire, origin(user, paper));

        submit(user, "Paper", number, text(60, 90));

        assertNull(origin(user, paper));
        assertEquals(wire, published(paper, 1));
        assertNull(published(paper, 2));
    }

    @Test
    void namesNoArticleThatWasWithdrawn() {
        String wire = submit("carl", "Wire", unique(), text(0, 30));
        String paper = submit("carl", "Paper", unique(), text(0, 30));
        Tokens.as("otto")
                .contentType(ContentType.JSON)
                .body(Map.of("reason", "RETRACTED"))
                .post("/v1/articles/" + wire + "/withdrawal")
                .then()
                .statusCode(oneOf(200, 201));

        assertEquals(paper, origin("carl", submit("carl", "Evening Post", unique(), text(0, 30))));
    }

    @Test
    void givesNoOriginFromAnotherTenant() {
        submit("carl", "Wire", unique(), text(0, 30));

        String user = "noor";
        assertNull(origin(user, submit(user, "Wire", unique(), text(0, 30))));
    }

    private static @Nullable String published(String article, int revision) throws IOException {
        var message =
                Topics.await("averment.articles.live.v1", article, revision).get(revision - 1);
        return JSON.readTree(message.value()).path("origin").asText(null);
    }

    private static String unique() {
        return UUID.randomUUID().toString();
    }
}
