package io.averment.ingest.security;

import static io.averment.ingest.Tokens.as;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.averment.ingest.Tokens;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route, with no token, a bad one, one of the wrong role and one without a tenant; and its path in disguise. */
@QuarkusTest
class AuthorizationTest {
    private static final String REPORT =
            "{\"outlet\": \"Authorization Post\", \"externalId\": \"" + UUID.randomUUID() + "\", \"body\": \"x\"}";

    private static final String WITHDRAWAL = "/v1/articles/" + UUID.randomUUID() + "/withdrawal";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    /** Method, path, media type, body, and a user whose roles do not suffice; for none of them, see WrongRoleTest. */
    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of("POST", "/v1/articles", "application/json", REPORT, "rita"),
                Arguments.of("POST", "/v1/articles?outlet=Authorization", "text/plain", "x", "rita"),
                Arguments.of("POST", "/v1/articles/batch", "application/x-ndjson", REPORT, "rita"),
                Arguments.of("GET", "/v1/articles/" + UUID.randomUUID(), "", "", ""),
                Arguments.of("GET", "/v1/audit", "", "", "carl"),
                Arguments.of("POST", WITHDRAWAL, "application/json", "{\"reason\": \"OTHER\"}", "carl"),
                Arguments.of("GET", WITHDRAWAL, "", "", "carl"),
                Arguments.of("DELETE", WITHDRAWAL, "", "", "rita"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesWithoutToken(String method, String path, String type, String body) {
        problem(request(Tokens.anonymous(), method, path, type, body), 401, "unauthorized")
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesBadToken(String method, String path, String type, String body) {
        var token = Tokens.of("carl");
        var forged = token.substring(0, token.length() - 6) + "AAAAAA";
        for (var bad : new String[] {"nonsense", forged, token.substring(0, token.lastIndexOf('.') + 1)}) {
            problem(request(Tokens.anonymous().auth().oauth2(bad), method, path, type, body), 401, "unauthorized")
                    .body("detail", equalTo("The token is not valid here, or no longer."));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesWrongRole(String method, String path, String type, String body, String user) {
        if (!user.isEmpty()) {
            String role = path.equals(WITHDRAWAL) || path.equals("/v1/audit") ? "operator" : "contributor";
            problem(request(as(user), method, path, type, body), 403, "forbidden")
                    .body("detail", equalTo("The token lacks the role " + role + ", which this needs."));
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesTokenWithoutTenant(String method, String path, String type, String body) {
        // What is for operators alone is refused for want of the role first.
        boolean isForOperators = path.equals(WITHDRAWAL) || path.equals("/v1/audit");
        problem(request(as("tess"), method, path, type, body), 403, isForOperators ? "forbidden" : "tenant-missing");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesDisguisedPaths(String method, String path, String type, String body, String user) throws IOException {
        for (var disguise : DisguisedPaths.of(path)) {
            DisguisedPaths.assertRefused(base, method, disguise, type, body, "");
            if (!user.isEmpty()) {
                DisguisedPaths.assertRefused(base, method, disguise, type, body, Tokens.of(user));
            }
            DisguisedPaths.assertRefused(base, method, disguise, type, body, Tokens.of("tess"));
        }
    }

    /** No spelling of its path shows an article to another tenant, not even that it is there. */
    @Test
    void hidesOtherTenantsArticleBehindDisguisedPaths() throws IOException {
        var report = REPORT.replace("\"x\"", "\"Secret.\"");
        var path = "/v1/articles/"
                + request(as("carl"), "POST", "/v1/articles", "application/json", report)
                        .statusCode(org.hamcrest.Matchers.oneOf(200, 201))
                        .extract()
                        .<String>path("id");
        request(as("carl"), "GET", path, "", "").statusCode(200);
        problem(request(as("noor"), "GET", path, "", ""), 404, "not-found");
        for (var disguise : DisguisedPaths.of(path)) {
            DisguisedPaths.assertRefused(base, "GET", disguise, "", "", Tokens.of("noor"));
        }
    }

    @Test
    void letsMachinesIn() {
        var token = RestAssured.given()
                .baseUri(org.eclipse.microprofile.config.ConfigProvider.getConfig()
                        .getValue("quarkus.oidc.auth-server-url", String.class))
                .port(-1)
                .formParams(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "averment-machine",
                        "client_secret", "demo-averment-machine"))
                .post("/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .<String>path("access_token");
        // Another test may just have used up what the machine's client may ask for in a minute.
        await().atMost(Duration.ofSeconds(70))
                .untilAsserted(() -> request(
                                Tokens.anonymous().auth().oauth2(token),
                                "POST",
                                "/v1/articles",
                                "application/json",
                                REPORT)
                        .statusCode(org.hamcrest.Matchers.oneOf(200, 201)));
    }

    @Test
    void keepsOperatorsPagesOffPublicPort() {
        for (var path : new String[] {"/q/health", "/q/health/live", "/q/metrics"}) {
            problem(RestAssured.given().get(path).then(), 404, "not-found");
        }
    }

    private static ValidatableResponse request(
            RequestSpecification as, String method, String path, String type, String body) {
        return (type.isEmpty() ? as : as.header("Content-Type", type).body(body.getBytes(StandardCharsets.UTF_8)))
                .request(method, path)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("code", equalTo(code));
    }
}
