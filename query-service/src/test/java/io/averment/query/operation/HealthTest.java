package io.averment.query.operation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HealthTest {

    @TestHTTPResource(value = "/", management = true)
    @SuppressWarnings("NullAway.Init") // Quarkus fills it.
    URI management;

    @Test
    void livesWhateverTheServersDo() {
        given().get(management.resolve("/q/health/live"))
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks", empty());
    }

    @Test
    void isReadyWhenDatabaseAndBrokerAreThere() {
        given().get(management.resolve("/q/health/ready"))
                .then()
                .statusCode(200)
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.name", hasItem("Database role"))
                .body("checks.name", hasItem(containsString("Messaging")));
    }

    @Test
    void countsWhatBecameOfMessages() {
        given().get(management.resolve("/q/metrics"))
                .then()
                .statusCode(200)
                .body(containsString("averment_query_projected_total{effect=\"opened\",lane=\"live\"}"))
                .body(containsString("averment_query_dead_total{code=\"RULE_BROKEN\"}"))
                .body(containsString("kafka_consumer_fetch_manager_records_lag"));
    }
}
