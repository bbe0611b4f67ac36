package io.averment.ingest.operation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.averment.ingest.Tokens;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationTest {
    @TestHTTPResource(management = true)
    @SuppressWarnings("NullAway.Init")
    URI management;

    @Test
    void livesWithoutAskingAnybody() {
        RestAssured.get(management.resolve("/q/health/live"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks", empty());
    }

    @Test
    void isReadyWhenDatabaseIs() {
        RestAssured.get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body(containsString("Database connections health check"))
                .body(not(containsString("outbox relay")));
    }

    @Test
    void countsArticles() {
        Tokens.as("carl")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "outlet", "Meter Post", "externalId", UUID.randomUUID().toString(), "body", "x"))
                .post("/v1/articles")
                .then()
                .statusCode(201);
        RestAssured.get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("averment_ingest_articles_total{lane=\"live\",outcome=\"accepted\"}"))
                .body(containsString("averment_ingest_outbox_pending"))
                .body(containsString("averment_ingest_outbox_oldest_age_seconds"))
                .body(not(containsString("Meter Post")));
    }

    @Test
    void describesItself() {
        RestAssured.given()
                .accept(ContentType.JSON)
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("openapi", startsWith("3.1"))
                .body("paths.'/v1/articles/{id}'.get.operationId", equalTo("getArticle"))
                .body("paths.'/v1/articles/batch'.post.operationId", equalTo("submitArticles"))
                .body("components.schemas", hasKey("Receipt"))
                .body("components.schemas", hasKey("Problem"));
    }
}
