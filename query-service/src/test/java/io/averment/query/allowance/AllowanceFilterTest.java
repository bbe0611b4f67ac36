package io.averment.query.allowance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.server.Reader;
import io.averment.query.server.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The test's profile allows the machine client 16 requests a minute. */
@QuarkusTest
class AllowanceFilterTest {
    private static final int LIMIT = 16;

    @Test
    void tellsClientsHowTheyStand() {
        Reader.rita()
                .get("/v1/times?limit=1")
                .then()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"default\";q=1000000;w=60"))
                .header("RateLimit", matchesPattern("\"default\";r=9\\d{5};t=([1-9]|[1-5]\\d|60)"))
                .header("Retry-After", nullValue());
    }

    @Test
    void turnsAwayWhoAsksTooOften() {
        String token = Tokens.ofMachine();
        Response answer = ask(token);
        int allowed = 0;
        // A minute that ends meanwhile gives another sixteen.
        while (answer.statusCode() != 429 && allowed < 3 * LIMIT) {
            allowed++;
            answer = ask(token);
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
        Reader.rita().get("/v1/times?limit=1").then().statusCode(200);
    }

    private static Response ask(String token) {
        return given().auth().oauth2(token).get("/v1/times?limit=1");
    }

    @Test
    void leavesAloneWhatAnyoneMayRead() {
        for (String path : new String[] {"/", "/problems", "/openapi"}) {
            given().get(path).then().statusCode(200).header("RateLimit", nullValue());
        }
        given().get("/v1/times").then().statusCode(401).header("RateLimit", nullValue());
    }
}
