package io.averment.ingest.audit;

import static io.averment.ingest.Tokens.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    AgroalDataSource database;

    private static ValidatableResponse audit(Map<String, ?> filters) {
        return as("otto").queryParams(filters).get("/v1/audit").then();
    }

    private static void awaitEntry(Map<String, ?> filters, String id, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> audit(filters)
                        .statusCode(200)
                        .body("items.findAll { it.parameters.id == '" + id + "' }", hasSize(count)));
    }

    @Test
    void recordsReadsChangesAndRefusals() {
        String id = as("carl")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "outlet", "Audit Post", "externalId", UUID.randomUUID().toString(), "body", "Secret words."))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as("rita").get("/v1/articles/" + id).then().statusCode(200);
        as("noor").get("/v1/articles/" + id).then().statusCode(404);
        as("rita").delete("/v1/articles/" + id + "/withdrawal").then().statusCode(403);
        as("otto")
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"OTHER\"}")
                .post("/v1/articles/" + id + "/withdrawal")
                .then()
                .statusCode(200);

        awaitEntry(Map.of("operation", "getArticle", "limit", 200), id, 1);
        awaitEntry(Map.of("operation", "withdrawArticle", "limit", 200), id, 1);
        awaitEntry(Map.of("status", 403, "limit", 200), id, 1);
        String entry = "items.find { it.parameters.id == '" + id + "' }.";
        audit(Map.of("operation", "withdrawArticle", "limit", 200))
                .body(entry + "method", equalTo("POST"))
                .body(entry + "path", equalTo("/v1/articles/{id}/withdrawal"))
                .body(entry + "client", equalTo("averment-cli"))
                .body(entry + "subject", notNullValue())
                .body(entry + "items", equalTo(1))
                .body(entry + "status", equalTo(200));
        // By now the log has been asked several times, which is recorded too.
        await().atMost(PATIENCE)
                .untilAsserted(() -> audit(Map.of("operation", "listAudit", "limit", 1))
                        .body("items", hasSize(1))
                        .body("next", notNullValue()));
        String next =
                audit(Map.of("operation", "listAudit", "limit", 1)).extract().path("next");
        audit(Map.of("operation", "listAudit", "limit", 1, "cursor", next))
                .statusCode(200)
                .body("items", hasSize(1));
    }

    @Test
    void refusesBadParameters() {
        audit(Map.of("limit", "0")).statusCode(400).body("code", equalTo("invalid-request"));
        audit(Map.of("limit", "201")).statusCode(400);
        audit(Map.of("status", "ok")).statusCode(400);
        audit(Map.of("from", "yesterday")).statusCode(400);
        audit(Map.of("cursor", "A-Z")).statusCode(400);
    }

    @Test
    void leavesOutWhatThereIsNot() {
        audit(Map.of("to", "2020-01-01T00:00:00Z")).statusCode(200).body("$", equalTo(Map.of("items", List.of())));
    }

    @Test
    void isOnlyEverAddedTo() {
        for (String forbidden :
                List.of("update audit set status = 200", "delete from audit", "select * from audit_other")) {
            SQLException refused = assertThrows(SQLException.class, () -> {
                try (var connection = database.getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute(forbidden);
                }
            });
            assertEquals("42501", refused.getSQLState(), forbidden);
        }
    }
}
