package io.averment.ingest.security;

import static io.averment.ingest.Tokens.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.ingest.Tokens;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
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

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    /** Method, path, media type, body, and a user whose roles do not suffice. */
    static Stream<Arguments> routes() {
        return Stream.of(
                Arguments.of("POST", "/v1/articles", "application/json", REPORT, "rita"),
                Arguments.of("POST", "/v1/articles?outlet=Authorization", "text/plain", "x", "rita"),
                Arguments.of("POST", "/v1/articles/batch", "application/x-ndjson", REPORT, "rita"),
                Arguments.of("GET", "/v1/articles/" + UUID.randomUUID(), "", "", ""));
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
            problem(request(Tokens.anonymous().auth().oauth2(bad), method, path, type, body), 401, "unauthorized");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesWrongRole(String method, String path, String type, String body, String user) {
        if (!user.isEmpty()) {
            problem(request(as(user), method, path, type, body), 403, "forbidden");
        }
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesTokenWithoutTenant(String method, String path, String type, String body) {
        problem(request(as("tess"), method, path, type, body), 403, "tenant-missing");
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesDisguisedPaths(String method, String path, String type, String body, String user) throws IOException {
        var question = path.indexOf('?');
        var plain = question < 0 ? path : path.substring(0, question);
        var query = question < 0 ? "" : path.substring(question);
        var disguises = Stream.of(
                plain + ";x",
                plain + ";x=y/",
                plain + "%3B",
                plain + "%3Bx",
                plain + "/",
                plain + "//",
                plain + ".",
                plain + "/.",
                plain + "%2F",
                plain + "%2f",
                plain + "%2e",
                plain + "/%2e",
                "/" + plain,
                "//" + plain,
                plain.replace("/v1/", "/v1//"),
                plain.replace("/v1/", "/v1/;x/"),
                plain.replace("/v1/", "/v1;x/"),
                plain.replace("/v1/", "/v1%2F"),
                plain.replace("/v1/", "/x/../v1/"),
                plain.replace("/v1/", "/./v1/"),
                plain.replace("/v1/", "/%76%31/"),
                plain.replace("/v1/", "/V1/"),
                plain + "%00",
                plain + "%20");
        for (var disguise : disguises.toList()) {
            assertRefused(method, disguise + query, type, body, "");
            if (!user.isEmpty()) {
                assertRefused(method, disguise + query, type, body, Tokens.of(user));
            }
            assertRefused(method, disguise + query, type, body, Tokens.of("tess"));
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
        request(Tokens.anonymous().auth().oauth2(token), "POST", "/v1/articles", "application/json", REPORT)
                .statusCode(org.hamcrest.Matchers.oneOf(200, 201));
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

    /** Written to the socket as it stands, for clients tidy paths up. */
    private void assertRefused(String method, String path, String type, String body, String token) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(20_000);
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            var head = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + (token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n")
                    + (type.isEmpty() ? "" : "Content-Type: " + type + "\r\n")
                    + "Content-Length: " + bytes.length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            var status = in.readLine();
            assertTrue(status != null && status.startsWith("HTTP/1.1 4"), () -> method + " " + path + ": " + status);
            in.lines().forEach(line -> assertFalse(line.contains("Exception"), line));
        }
    }
}
