package io.averment.query.reading;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.Tokens;
import io.averment.query.server.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.security.TestSecurity;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthorisationTest {
    private static final UUID UNKNOWN = UUID.randomUUID();
    private static final String ONE = "/v1/articles/" + UNKNOWN;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Quarkus fills it.
    URI service;

    static List<String> routes() {
        return List.of(
                "/v1/articles",
                "/v1/articles/facets",
                "/v1/articles/histogram",
                ONE,
                "/v1/statements",
                "/v1/statements/facets",
                "/v1/statements/histogram",
                "/v1/statements/" + UNKNOWN + ":s1",
                "/v1/commitments",
                "/v1/commitments/facets",
                "/v1/commitments/histogram",
                "/v1/commitments/" + UNKNOWN + ":c1",
                "/v1/commitments/calendar",
                "/v1/threads",
                "/v1/threads/c0123456789abcdef0123",
                "/v1/times",
                "/v1/times/" + UNKNOWN + ":t1",
                "/v1/stories",
                "/v1/stories/s0123456789abcdef0123",
                "/v1/stories/s0123456789abcdef0123/timeline",
                "/v1/changes",
                "/v1/outlets",
                "/v1/agencies",
                "/v1/queries",
                "/v1/queries/" + UNKNOWN,
                "/v1/queries/" + UNKNOWN + "/results",
                "/v1/entities/wikidata:Q1/record",
                "/v1/entities",
                "/v1/entities/wikidata:Q1");
    }

    /** Ways to write a protected path that a filter by path could miss. */
    static List<String> variants() {
        return variants(routes());
    }

    private static List<String> variants(List<String> routes) {
        return routes.stream()
                .flatMap(path -> Stream.of(
                        path + ";x",
                        path + ";x=1",
                        path.replace("/v1/", "/v1;x/"),
                        path + "%3B",
                        path + "%3Bx",
                        path.replace("/v1/", "/v1%2F"),
                        path + "%2F",
                        "/" + path,
                        path.replace("/v1/", "/v1//"),
                        path + "//",
                        path + "/",
                        path + ".",
                        path + "/.",
                        path.replace("/v1/", "/v1/./"),
                        path.replace("/v1/", "/x/../v1/"),
                        path.replace("/v1/", "/x/%2e%2e/v1/"),
                        path + "%00",
                        path + "%20",
                        path.replace("articles", "Articles").replace("statements", "STATEMENTS"),
                        path + ".json"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesRequestWithoutToken(String path) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer"))
                .body("code", equalTo("unauthorized"))
                .body("type", equalTo("/problems/unauthorized"))
                .body("detail", equalTo("There is no bearer token in the header Authorization."))
                .body("instance", equalTo(path));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesTokenThatIsNone(String path) {
        given().auth()
                .oauth2("not.a.token")
                .get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", equalTo("The token is not valid here, or no longer."))
                .body("code", equalTo("unauthorized"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesTokenWithChangedSignature(String path) {
        String token = Tokens.of("rita");
        String changed = token.substring(0, token.lastIndexOf('.') + 1) + "AAAA";

        given().auth().oauth2(changed).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @MethodSource("routes")
    void refusesTokenWithoutTenant(String path) {
        given().auth()
                .oauth2(Tokens.of("tess"))
                .get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("code", equalTo("tenant-missing"));
    }

    @ParameterizedTest
    @MethodSource("routes")
    @TestSecurity(
            user = "no reader",
            roles = {"contributor", "curator", "operator"})
    void refusesEveryOtherRole(String path) {
        given().get(path)
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("The token lacks the role reader, which this needs."))
                .body("code", equalTo("forbidden"));
    }

    @ParameterizedTest
    @MethodSource("variants")
    void neverServesPathVariantsWithoutToken(String path) throws IOException {
        assertFalse(status(path).startsWith("2"), path);
    }

    @ParameterizedTest
    @MethodSource("variants")
    @TestSecurity(
            user = "no reader",
            roles = {"contributor", "curator", "operator"})
    void neverServesPathVariantsToTheWrongRole(String path) throws IOException {
        assertFalse(status(path).startsWith("2"), path);
    }

    /** The audit log is for operators, and by no spelling of its path for anybody else. */
    @Test
    @TestSecurity(
            user = "no operator",
            roles = {"reader", "contributor", "curator"})
    void neverServesAuditToTheWrongRole() throws IOException {
        given().get("/v1/audit")
                .then()
                .statusCode(403)
                .body("detail", equalTo("The token lacks the role operator, which this needs."))
                .body("code", equalTo("forbidden"));
        for (String path : variants(List.of("/v1/audit"))) {
            assertFalse(status(path).startsWith("2"), path);
        }
    }

    @Test
    void neverServesAuditWithoutToken() throws IOException {
        given().get("/v1/audit").then().statusCode(401).body("code", equalTo("unauthorized"));
        for (String path : variants(List.of("/v1/audit"))) {
            assertFalse(status(path).startsWith("2"), path);
        }
    }

    /** Whatever a disguise leads to shows another tenant nothing of this report. */
    @Test
    void neverShowsAnotherTenantsReportByPathVariants() throws IOException {
        Report report = Report.unique();
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, report.message("demo"));
        }
        String article = "/v1/articles/" + report.article();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Reader.rita().get(article).statusCode() == 200);
        String filter = "?outlet=" + report.outlet().replace(" ", "%20");
        String rita = "Authorization: Bearer " + Tokens.of("rita") + "\r\n";
        String noor = "Authorization: Bearer " + Tokens.of("noor") + "\r\n";

        String thread =
                Reader.rita().get("/v1/commitments/" + report.article() + ":c1").path("thread");
        String query = Reader.rita()
                .contentType("application/json")
                .body(Map.of(
                        "name", report.outlet(), "list", "statements", "parameters", Map.of("outlet", report.outlet())))
                .post("/v1/queries")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        Map<String, String> filters = new HashMap<>(Map.of(
                "/v1/articles",
                filter,
                article,
                "",
                "/v1/statements",
                filter,
                "/v1/statements/" + report.article() + ":s1",
                "",
                "/v1/commitments",
                filter,
                "/v1/commitments/" + report.article() + ":c1",
                "",
                "/v1/commitments/calendar",
                filter,
                "/v1/threads/" + thread,
                "",
                "/v1/times",
                filter,
                "/v1/times/" + report.article() + ":t1",
                ""));
        filters.putAll(Map.of("/v1/queries", "?own=true", query, "", query + "/results", ""));
        for (Map.Entry<String, String> route : filters.entrySet()) {
            String path = route.getKey();
            assertTrue(answer(path + route.getValue(), rita).contains(report.outlet()), path);
            assertFalse(answer(path + route.getValue(), noor).contains(report.outlet()), path);
            for (String variant : variants(List.of(path))) {
                assertFalse(answer(variant + route.getValue(), noor).contains(report.outlet()), variant);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("variants")
    void neverServesPathVariantsWithoutTenant(String path) throws IOException {
        String token = "Authorization: Bearer " + Tokens.of("tess") + "\r\n";

        assertFalse(status(path, token).startsWith("2"), path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?words=%zz", "?words=%ff", "?wo%ZZrds=x", "?&&&=&", "?words=%"})
    void neverFailsOnMalformedQueries(String query) throws IOException {
        String token = "Authorization: Bearer " + Tokens.of("rita") + "\r\n";

        assertFalse(status("/v1/articles" + query, token).startsWith("5"), query);
    }

    /** Sends the path as it stands, which HTTP clients would tidy up first. */
    private String status(String path) throws IOException {
        return status(path, "");
    }

    private String status(String path, String header) throws IOException {
        String answer = answer(path, header);
        return answer.substring(answer.indexOf(' ') + 1);
    }

    private String answer(String path, String header) throws IOException {
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(("GET " + path + " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n" + header
                            + "Connection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersProblemForWhatIsNotThere() {
        RequestSpecification rita = given().auth().oauth2(Tokens.of("rita"));

        rita.get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        given().auth()
                .oauth2(Tokens.of("rita"))
                .post("/v1/articles")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .body("code", equalTo("method-not-allowed"));
        given().auth()
                .oauth2(Tokens.of("rita"))
                .accept("image/png")
                .get("/v1/articles")
                .then()
                .statusCode(406)
                .body("code", equalTo("not-acceptable"));
    }

    @Test
    void keepsManagementOffThePublicPort() {
        for (String path : List.of("/q/health", "/q/health/live", "/q/metrics")) {
            given().get(path).then().statusCode(oneOf(404, 401)).statusCode(not(200));
        }
    }
}
