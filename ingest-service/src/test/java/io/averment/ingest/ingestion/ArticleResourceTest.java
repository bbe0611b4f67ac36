package io.averment.ingest.ingestion;

import static io.averment.ingest.Tokens.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.CanonicalAddress;
import io.averment.ingest.article.Identity;
import io.averment.ingest.article.Outlet;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleResourceTest {
    private static final String ARTICLES = "/v1/articles";
    private static final String INSTANT = "20\\d\\d-\\d\\d-\\d\\dT[0-9:.]+Z";

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI base;

    @Test
    void acceptsThenKnowsThenRevises() {
        var address = address();
        var report = Map.of("outlet", "Test Post", "address", address, "headline", "One", "body", "First text.");
        var expected = ArticleId.of(
                        new Tenant("demo"),
                        new Outlet("Test Post"),
                        new Identity.ByAddress(CanonicalAddress.parse(address).orElseThrow()))
                .toString();
        submit(report)
                .statusCode(201)
                .header("Location", endsWith("/v1/articles/" + expected))
                .body("id", equalTo(expected))
                .body("revision", equalTo(1))
                .body("outcome", equalTo("ACCEPTED"))
                .body("recordMonth", matchesPattern("20\\d\\d-\\d\\d"));
        submit(report)
                .statusCode(200)
                .header("Location", nullValue())
                .body("id", equalTo(expected))
                .body("revision", equalTo(1))
                .body("outcome", equalTo("KNOWN"));
        submit(Map.of(
                        "outlet",
                        "TEST POST",
                        "address",
                        address + "/?utm_source=x",
                        "headline",
                        " One",
                        "body",
                        "First text.\r\n"))
                .statusCode(201)
                .body("id", equalTo(expected))
                .body("revision", equalTo(2))
                .body("outcome", equalTo("REVISED"));
        submit(Map.of("outlet", "TEST POST", "address", address, "headline", "One", "body", "Second text."))
                .statusCode(201)
                .body("revision", equalTo(3));
        submit(Map.of(
                        "outlet",
                        "TEST POST",
                        "address",
                        address,
                        "headline",
                        "One",
                        "body",
                        "Second text.",
                        "publishedAt",
                        "2025-08-18"))
                .statusCode(201)
                .body("revision", equalTo(4));
        submit(report).statusCode(201).body("revision", equalTo(5)).body("outcome", equalTo("REVISED"));
    }

    @Test
    void showsLatestRevisionAndListOfRevisions() {
        var address = address();
        var id = submit(Map.of("outlet", "Test Post", "address", address, "headline", "One", "body", "A\r\nb"))
                .statusCode(201)
                .extract()
                .<String>path("id");
        submit(Map.of(
                        "outlet",
                        "Test Post",
                        "address",
                        address,
                        "headline",
                        "Two",
                        "externalId",
                        "x-1",
                        "language",
                        "EN",
                        "publishedAt",
                        "2025-08-18T10:00:00+03:00"))
                .statusCode(201);
        var tag = as("rita")
                .get(ARTICLES + "/" + id)
                .then()
                .statusCode(200)
                .contentType(ContentType.JSON)
                .body("id", equalTo(id))
                .body("revision", equalTo(2))
                .body("outlet", equalTo("Test Post"))
                .body("address", equalTo(address))
                .body("externalId", equalTo("x-1"))
                .body("language", equalTo("en"))
                .body("publishedAt", equalTo("2025-08-18T10:00:00+03:00"))
                .body("headline", equalTo("Two"))
                .body("body", nullValue())
                .body("revisions.revision", contains(2, 1))
                .body("revisions.headline", contains("Two", "One"))
                .body("revisions.publishedAt", contains("2025-08-18T10:00:00+03:00", null))
                .body("revisions.acceptedAt", contains(matchesPattern(INSTANT), matchesPattern(INSTANT)))
                .body("revisions.body", contains(nullValue(), nullValue()))
                .extract()
                .header("ETag");
        as("carl").header("If-None-Match", tag).get(ARTICLES + "/" + id).then().statusCode(304);
        as("carl")
                .header("If-None-Match", "\"other\"")
                .get(ARTICLES + "/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void hidesOtherTenantsArticles() {
        var report = Map.of("outlet", "Test Post", "address", address(), "body", "Secret.");
        var id = submit(report).statusCode(201).extract().<String>path("id");
        problem(as("noor").get(ARTICLES + "/" + id).then(), 404, "not-found");
        var others = as("noor")
                .contentType(ContentType.JSON)
                .body(report)
                .post(ARTICLES)
                .then()
                .statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .extract()
                .<String>path("id");
        problem(as("rita").get(ARTICLES + "/" + others).then(), 404, "not-found");
    }

    @Test
    void takesPlainText() {
        var response = as("carl")
                .header("Content-Type", "text/plain; charset=UTF-8")
                .queryParam("outlet", "Test Post")
                .queryParam("externalId", UUID.randomUUID())
                .queryParam("headline", "Grüße")
                .queryParam("publishedAt", "2025-08-18")
                .queryParam("lane", "backfill")
                .body("Text “mit” Zeichen \uD83D\uDE00".getBytes(StandardCharsets.UTF_8))
                .post(ARTICLES)
                .then()
                .statusCode(201);
        as("carl")
                .get(ARTICLES + "/" + response.extract().path("id"))
                .then()
                .body("headline", equalTo("Grüße"))
                .body("body", equalTo("Text “mit” Zeichen \uD83D\uDE00"))
                .body("publishedAt", equalTo("2025-08-18"));
    }

    @Test
    void refusesOtherCharsetsAndMediaTypes() {
        problem(
                as("carl")
                        .header("Content-Type", "text/plain; charset=iso-8859-1")
                        .queryParam("outlet", "o")
                        .body("x")
                        .post(ARTICLES)
                        .then(),
                415,
                "unsupported-media-type");
        problem(
                as("carl")
                        .header("Content-Type", "application/xml")
                        .body("<x/>")
                        .post(ARTICLES)
                        .then(),
                415,
                "unsupported-media-type");
        problem(
                as("carl")
                        .accept("application/xml")
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .post(ARTICLES)
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void refusesByProblem() {
        problem(submitRaw("{\"outlet\":"), 400, "invalid-json");
        problem(submitRaw("{\"outlet\": \"o\", \"body\": 7}"), 400, "invalid-json");
        problem(submitRaw("{\"outlet\": \"o\"}"), 400, "empty-text");
        problem(submitRaw("{\"body\": \"o\"}"), 400, "invalid-request");
        problem(submitRaw("{\"outlet\": \"o\", \"body\": \"\\u0000\"}"), 400, "invalid-text");
        problem(submitRaw("{\"outlet\": \"o\", \"body\": \"" + "x".repeat(262_145) + "\"}"), 413, "text-too-long");
        problem(
                as("carl")
                        .header("Content-Type", "text/plain")
                        .queryParam("outlet", "o")
                        .body(new byte[] {'a', (byte) 0xC3, '('})
                        .post(ARTICLES)
                        .then(),
                400,
                "invalid-text");
        problem(as("carl").get(ARTICLES + "/not-an-id").then(), 404, "not-found");
        problem(as("carl").get(ARTICLES + "/" + UUID.randomUUID()).then(), 404, "not-found");
        problem(as("carl").get("/v1/nothing").then(), 404, "not-found");
        problem(as("carl").get("/nothing").then(), 404, "not-found");
        problem(as("carl").delete(ARTICLES).then(), 405, "method-not-allowed");
    }

    @Test
    void refusesLargeBodyWithLengthAnnounced() {
        problem(submitRaw("x".repeat(5 * 1024 * 1024)), 413, "body-too-large");
    }

    @Test
    void refusesLargeBodyInChunks() throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            var out = socket.getOutputStream();
            out.write(("POST /v1/articles HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                            + "Authorization: Bearer " + io.averment.ingest.Tokens.of("carl")
                            + "\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            var chunk = ("10000\r\n" + "x".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 65; i++) {
                out.write(chunk);
            }
            out.flush();
            var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertEquals("HTTP/1.1 413 Request Entity Too Large", in.readLine());
        }
    }

    private static ValidatableResponse submit(Map<String, String> report) {
        return as("carl")
                .contentType(ContentType.JSON)
                .body(report)
                .post(ARTICLES)
                .then();
    }

    private static ValidatableResponse submitRaw(String json) {
        return as("carl")
                .contentType(ContentType.JSON)
                .body(json)
                .post(ARTICLES)
                .then();
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType(Problem.MEDIA_TYPE)
                .body("status", equalTo(status))
                .body("code", equalTo(code))
                .body("type", equalTo("/problems/" + code))
                .body("instance", containsString("/"));
    }

    private static String address() {
        return "https://test-post.example/" + UUID.randomUUID();
    }
}
