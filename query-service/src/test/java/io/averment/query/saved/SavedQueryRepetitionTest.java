package io.averment.query.saved;

import static io.averment.query.saved.SavedQueriesTest.saved;
import static io.averment.query.saved.SavedQueriesTest.saving;
import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.idempotency.WritingRequest;
import io.averment.query.server.RecordSchemas;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Queries that are saved, replaced and deleted under keys of the client's, by which it may send a request again. */
@QuarkusTest
class SavedQueryRepetitionTest {
    private final String name = "Query " + UUID.randomUUID();

    /** What was answered once is answered so, though the list would refuse it by now. */
    @Test
    void repeatsAnswersWithoutAskingTheList() throws SQLException {
        String key = UUID.randomUUID().toString();
        String query = saving("rita", name, "statements", Map.of())
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        String refused = "{\"name\":\"" + name + "\",\"list\":\"statements\",\"parameters\":{\"words\":\"(ferry\"}}";
        rita().contentType("application/json")
                .body(refused)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(400);
        try (Connection connection = RecordSchemas.superuser();
                PreparedStatement other =
                        connection.prepareStatement("update idempotent_request set fingerprint = ? where key = ?")) {
            other.setString(1, WritingRequest.fingerprint("saveQuery", refused.getBytes(StandardCharsets.UTF_8)));
            other.setString(2, key);
            assertEquals(1, other.executeUpdate());
        }

        rita().contentType("application/json")
                .body(refused)
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(201)
                .header("Location", equalTo(query))
                .header("Idempotency-Replayed", equalTo("true"));
    }

    @Test
    void repeatsAnswersOfTheSameKey() {
        String key = UUID.randomUUID().toString();
        String query = saving("rita", name, "statements", Map.of())
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");

        saving("rita", name, "statements", Map.of())
                .header("Idempotency-Key", '"' + key + '"')
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(201)
                .header("Location", equalTo(query))
                .header("ETag", equalTo("\"1\""))
                .header("Idempotency-Replayed", equalTo("true"))
                .body("results", equalTo(query + "/results"));
        saving("rita", name, "articles", Map.of())
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(422)
                .body("code", equalTo("idempotency-key-reused"));
        saving("rita", name, "articles", Map.of())
                .header("Idempotency-Key", "two words")
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(400);
        // Another user's keys are keys of their own.
        saving("carl", name, "statements", Map.of())
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(201)
                .header("Location", not(equalTo(query)));
    }

    @Test
    void repeatsReplacementsAndDeletionsOfTheSameKey() {
        String query = saved("rita", name, "statements", Map.of());
        String key = UUID.randomUUID().toString();
        for (String repeated : new String[] {null, "true"}) {
            saving("rita", name, "articles", Map.of())
                    .header("Idempotency-Key", key + 1)
                    .header("If-Match", "\"1\"")
                    .put(query)
                    .then()
                    .statusCode(200)
                    .header("ETag", equalTo("\"2\""))
                    .header("Idempotency-Replayed", equalTo(repeated));
        }
        for (String repeated : new String[] {null, "true"}) {
            rita().header("Idempotency-Key", key + 2)
                    .delete(query)
                    .then()
                    .statusCode(200)
                    .header("ETag", nullValue())
                    .header("Idempotency-Replayed", equalTo(repeated))
                    .body("list", equalTo("articles"));
        }
    }

    /** A refusal has changed nothing, so the mended request may have the same key. */
    @Test
    void keepsNoRefusals() {
        String key = UUID.randomUUID().toString();
        String taken = saved("rita", name, "statements", Map.of());
        saving("rita", name, "statements", Map.of())
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(409);
        rita().delete(taken).then().statusCode(200);

        saving("rita", name, "statements", Map.of())
                .header("Idempotency-Key", key)
                .post(SavedQueriesTest.PATH)
                .then()
                .statusCode(201)
                .header("Location", startsWith(SavedQueriesTest.PATH))
                .header("Idempotency-Replayed", nullValue());
    }
}
