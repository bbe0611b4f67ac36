package io.averment.analysis.http;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every demo user is a reader or contributor, so these callers are made up. */
@QuarkusTest
// The test framework sets the field.
@SuppressWarnings("NullAway.Init")
class RoleTest {

    @TestHTTPResource
    URI service;

    @ParameterizedTest
    @MethodSource("io.averment.analysis.http.Disguises#all")
    @TestSecurity(
            user = "otto",
            roles = {"operator", "curator"})
    void letNoPathAroundTheRole(String path) throws IOException {
        int status = Disguises.post(service, path, "");
        assertTrue(status == 400 || status == 403 || status == 404, path + " answered " + status);
    }

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
