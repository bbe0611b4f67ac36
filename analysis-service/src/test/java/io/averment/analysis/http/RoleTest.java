package io.averment.analysis.http;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.Test;

/** Every demo user is a reader or contributor, so these callers are made up. */
@QuarkusTest
class RoleTest {

    @Test
    @TestSecurity(
            user = "otto",
            roles = {"operator", "curator"})
    void refuseOtherRoles() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\"}")
                .post("/v1/analyses")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("forbidden"));
    }

    @Test
    @TestSecurity(user = "nobody")
    void refuseCallerWithoutRole() {
        RestAssured.given()
                .contentType("text/plain")
                .body("a")
                .post("/v1/analyses")
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }
}
