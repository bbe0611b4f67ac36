package io.averment.analysis.http;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.analysis.Analyses;
import io.averment.analysis.Tokens;
import io.averment.analysis.document.Report;
import io.averment.analysis.json.AnalysisWriter;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
// The test framework sets the field.
@SuppressWarnings("NullAway.Init")
class AnalysisResourceTest {

    private static final String PATH = "/v1/analyses";

    @TestHTTPResource(management = true)
    URI management;

    @TestHTTPResource
    URI service;

    private static RequestSpecification as(String user) {
        return RestAssured.given().auth().oauth2(Tokens.of(user));
    }

    private static ValidatableResponse post(String json) {
        return as("rita").contentType(ContentType.JSON).body(json).post(PATH).then();
    }

    private static void assertProblem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("type", equalTo("/problems/" + code))
                .body("status", equalTo(status))
                .body("instance", equalTo(PATH));
    }

    @Test
    void analyseHeadlineAndBody() {
        byte[] answer = post("""
                        {"headline":"Quay closed","body":"“We wait,” said Mara Voss.","outlet":"Harbour Post",
                         "publishedAt":"2025-08-18","language":"en","later":1}""")
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("statements[0].speaker.name", equalTo("Mara Voss"))
                .body("statements[0].content[0].start", equalTo(13))
                .extract()
                .asByteArray();
        Report report = new Report("Quay closed\n\n“We wait,” said Mara Voss.", 11, "Harbour Post", "en", "2025-08-18");
        assertArrayEquals(new AnalysisWriter().bytes(Analyses.of(report)), answer);
    }

    @Test
    void analysePlainText() {
        as("carl")
                .contentType("text/plain")
                .queryParam("outlet", "Harbour Post")
                .body("“We wait,” said Mara Voss.".getBytes(StandardCharsets.UTF_8))
                .post(PATH)
                .then()
                .statusCode(200)
                .body("outlet", equalTo("Harbour Post"))
                .body("statements", hasSize(1))
                .body("text", equalTo("“We wait,” said Mara Voss."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                      | 400 | invalid-json
            []                                     | 400 | invalid-json
            null                                   | 400 | invalid-json
            {"text":7}                             | 400 | invalid-json
            {"text":"a"} x                         | 400 | invalid-json
            {}                                     | 400 | empty-text
            {"text":" "}                           | 400 | empty-text
            {"text":"a","body":"b"}                | 400 | invalid-request
            {"text":"a","publishedAt":"soon"}      | 400 | invalid-request
            {"text":"a","outlet":" "}              | 400 | invalid-request
            {"text":"a\\u0000"}                    | 400 | invalid-text
            {"text":"a\\ud800"}                    | 400 | invalid-text
            """)
    void explainWhatIsWrong(String json, int status, String code) {
        assertProblem(post(json), status, code);
    }

    @Test
    void refuseBytesThatAreNoText() {
        byte[] latin = {'a', (byte) 0xE9, 'b'};
        assertProblem(
                as("rita").contentType("text/plain").body(latin).post(PATH).then(), 400, "invalid-text");
        byte[] json = {'{', '"', 't', 'e', 'x', 't', '"', ':', '"', (byte) 0xE9, '"', '}'};
        assertProblem(
                as("rita").contentType("application/json").body(json).post(PATH).then(), 400, "invalid-json");
    }

    @Test
    void limitTextByCodePoints() {
        post("{\"text\":\"" + "\uD83D\uDE00".repeat(Report.MAX_CODE_POINTS) + "\"}")
                .statusCode(200);
        assertProblem(post("{\"text\":\"" + "a".repeat(Report.MAX_CODE_POINTS + 1) + "\"}"), 413, "text-too-long");
    }

    @Test
    void limitBody() {
        assertProblem(post("{\"text\":\"" + "a".repeat(5_000_000) + "\"}"), 413, "body-too-large");
    }

    @Test
    void offerPostOfJsonAndTextOnly() {
        assertProblem(as("rita").get(PATH).then(), 405, "method-not-allowed");
        assertProblem(
                as("rita")
                        .contentType("application/xml")
                        .body("<a/>")
                        .post(PATH)
                        .then(),
                415,
                "unsupported-media-type");
        assertProblem(
                as("rita")
                        .contentType(ContentType.JSON)
                        .accept("text/html")
                        .body("{}")
                        .post(PATH)
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void askForToken() {
        ValidatableResponse response = RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"text\":\"a\"}")
                .post(PATH)
                .then();
        assertProblem(response, 401, "unauthorized");
        response.header("WWW-Authenticate", "Bearer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "e30.e30.e30"})
    void refuseInvalidToken(String token) {
        assertProblem(
                RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .contentType(ContentType.JSON)
                        .body("{\"text\":\"a\"}")
                        .post(PATH)
                        .then(),
                401,
                "unauthorized");
    }

    @Test
    void refuseTokenWithoutTenant() {
        assertProblem(
                as("tess")
                        .contentType(ContentType.JSON)
                        .body("{\"text\":\"a\"}")
                        .post(PATH)
                        .then(),
                403,
                "tenant-missing");
    }

    @Test
    void answerEveryTenantAlike() {
        String json = "{\"text\":\"“We wait,” said Voss.\"}";
        byte[] demo =
                as("carl").contentType(ContentType.JSON).body(json).post(PATH).asByteArray();
        byte[] other =
                as("noor").contentType(ContentType.JSON).body(json).post(PATH).asByteArray();
        assertArrayEquals(demo, other);
        assertTrue(demo.length > 100);
    }

    @ParameterizedTest
    @MethodSource("io.averment.analysis.http.Disguises#all")
    void letNoPathAroundTheToken(String path) throws IOException {
        int status = Disguises.post(service, path, "");
        assertTrue(status == 400 || status == 401 || status == 404, path + " answered " + status);
    }

    /** Nothing is stored, so there is nothing of another tenant to see: a disguise answers every tenant alike. */
    @ParameterizedTest
    @MethodSource("io.averment.analysis.http.Disguises#all")
    void letNoPathTellTenantsApart(String path) throws IOException {
        int status = Disguises.post(service, path, "Authorization: Bearer " + Tokens.of("noor") + "\r\n");
        assertTrue(status == 200 || status == 400 || status == 404, path + " answered " + status);
        assertEquals(status, Disguises.post(service, path, "Authorization: Bearer " + Tokens.of("carl") + "\r\n"));
    }

    @ParameterizedTest
    @MethodSource("io.averment.analysis.http.Disguises#all")
    void letNoPathAroundTheTenant(String path) throws IOException {
        int status = Disguises.post(service, path, "Authorization: Bearer " + Tokens.of("tess") + "\r\n");
        assertTrue(status == 400 || status == 403 || status == 404, path + " answered " + status);
    }

    @Test
    void describeItself() {
        RestAssured.given()
                .accept(ContentType.JSON)
                .get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/v1/analyses'.post.operationId", equalTo("analyseText"))
                .body("components.schemas.keySet()", hasItem("Statement"));
    }

    @Test
    void keepManagementOffThePublicPort() {
        Map.of("/q/health/live", 404, "/q/metrics", 404)
                .forEach((path, status) -> RestAssured.get(path).then().statusCode(status));
    }

    @Test
    void answerHealthAndMetrics() {
        RestAssured.given()
                .get(management.resolve("/q/health/live"))
                .then()
                .statusCode(200)
                .body("checks", hasSize(0));
        RestAssured.given().get(management.resolve("/q/metrics")).then().statusCode(200);
    }
}
