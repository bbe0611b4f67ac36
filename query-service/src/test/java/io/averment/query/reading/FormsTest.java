package io.averment.query.reading;

import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.averment.query.server.Report;
import io.averment.query.server.Tokens;
import io.averment.query.server.Topics;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of answers, as the client's headers and the parameter fields choose them. */
@QuarkusTest
class FormsTest {
    private static final List<String> LISTS =
            List.of("/v1/articles", "/v1/statements", "/v1/commitments", "/v1/times", "/v1/entities");

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init") // Quarkus fills it.
    URI service;

    private final Report report = Report.unique();

    @BeforeEach
    void publish() {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, report.message("demo"));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + report.article()).statusCode() == 200);
    }

    private Response statements(String accept, Map<String, ?> more) {
        return rita().accept(accept)
                .queryParam("outlet", report.outlet())
                .queryParams(more)
                .get("/v1/statements");
    }

    @Test
    void givesAnItemALine() throws IOException {
        Response answer = statements("application/x-ndjson", Map.of());

        answer.then().statusCode(200).contentType("application/x-ndjson");
        List<String> lines = answer.asString().lines().toList();
        JsonNode page = new JsonMapper()
                .readTree(statements("application/json", Map.of()).asString());
        assertEquals(2, lines.size());
        assertEquals(page.get("items").get(0), new JsonMapper().readTree(lines.get(0)));
        assertEquals(page.get("items").get(1), new JsonMapper().readTree(lines.get(1)));
    }

    @Test
    void givesTableWithLinkToNextPage() {
        Response answer = statements("text/csv", Map.of("limit", 1, "fields", "id,speaker.name,content.text"));

        String header = "id,content.text,speaker.name\r\n";
        answer.then()
                .statusCode(200)
                .header("Content-Type", allOf(startsWith("text/csv"), containsString("header=present")));
        assertEquals(
                header + report.article() + ":s1,\"“The ferry sails again in May,”\",Ilse Maréchal\r\n",
                new String(answer.asByteArray(), StandardCharsets.UTF_8));
        String next = answer.headers().getValues("Link").stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .map(link -> link.substring(1, link.indexOf('>')))
                .findFirst()
                .orElseThrow();
        Response second = rita().accept("text/csv").urlEncodingEnabled(false).get(next);
        assertEquals(
                header + report.article() + ":s2,“Nobody asked the harbour workers.”,\r\n",
                new String(second.asByteArray(), StandardCharsets.UTF_8));
    }

    @Test
    void givesFeed() {
        statements("application/atom+xml", Map.of())
                .then()
                .statusCode(200)
                .contentType("application/atom+xml")
                .body("feed.entry.size()", equalTo(2))
                .body("feed.entry[0].title", equalTo("Ilse Maréchal (" + report.outlet() + ")"))
                .body("feed.entry[0].content", equalTo("“The ferry sails again in May,”"))
                .body("feed.entry[0].link.@href", equalTo("/v1/statements/" + report.article() + ":s1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv", "application/atom+xml"})
    void answersUnchangedInEveryForm(String form) {
        for (String path : LISTS) {
            String filter = path.endsWith("entities") ? "name" : "outlet";
            String tag = rita().accept(form)
                    .queryParam(filter, report.outlet())
                    .get(path)
                    .then()
                    .statusCode(200)
                    .contentType(form)
                    .extract()
                    .header("ETag");
            rita().accept(form)
                    .header("If-None-Match", tag)
                    .queryParam(filter, report.outlet())
                    .get(path)
                    .then()
                    .statusCode(304);
        }
    }

    @Test
    void givesOnlyTheFieldsAskedFor() {
        statements("application/json", Map.of("fields", "id,chain.role"))
                .then()
                .body(
                        "items[0]",
                        equalTo(Map.of(
                                "id",
                                report.article() + ":s1",
                                "chain",
                                List.of(Map.of("role", "SPEAKER"), Map.of("role", "OUTLET")))));
        rita().queryParam("fields", "headline,statements.id")
                .get("/v1/articles/" + report.article())
                .then()
                .statusCode(200)
                .body("keySet()", equalTo(Set.of("headline", "statements")))
                .body("statements[0]", equalTo(Map.of("id", report.article() + ":s1")));
    }

    @ParameterizedTest
    @CsvSource({"/v1/statements, speaker.age", "/v1/articles, text", "/v1/entities, x", "/v1/times, ."})
    void refusesFieldsThatAreNotThere(String path, String fields) {
        rita().queryParam("fields", fields).get(path).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', application/json",
        "*/*, application/json",
        "application/*, application/json",
        "text/*, text/csv",
        "'text/csv;q=0.5, application/x-ndjson', application/x-ndjson",
        "'application/json;q=0.1, text/csv', text/csv"
    })
    void choosesFormByWhatIsAccepted(String accept, String form) throws Exception {
        HttpRequest.Builder request = request("/v1/times?limit=1");
        HttpResponse<byte[]> answer = send(accept.isEmpty() ? request : request.header("Accept", accept));

        assertTrue(
                answer.headers().firstValue("Content-Type").orElse("").startsWith(form),
                answer.headers().toString());
        String vary = answer.headers().allValues("Vary").toString();
        for (String header : List.of("Accept", "Authorization", "Accept-Encoding")) {
            assertTrue(vary.contains(header), vary);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + Tokens.of("rita"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replaceAll("\"newest\":\"[^\"]*\"", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv"})
    void compressesWhatIsLargeUnderTheSameTag(String form) throws Exception {
        String path = "/v1/statements?article=" + report.article();
        HttpResponse<byte[]> plain = send(request(path).header("Accept", form));
        HttpResponse<byte[]> packed = send(request(path).header("Accept", form).header("Accept-Encoding", "gzip"));

        assertTrue(plain.body().length >= 1024, "large enough");
        assertEquals("gzip", packed.headers().firstValue("Content-Encoding").orElse("none"));
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()))) {
            assertEquals(text(plain.body()), text(unpacked.readAllBytes()));
        }
        assertEquals("none", plain.headers().firstValue("Content-Encoding").orElse("none"));
        assertEquals(plain.headers().firstValue("ETag"), packed.headers().firstValue("ETag"));
        String tag = packed.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                send(request(path)
                                .header("Accept", form)
                                .header("Accept-Encoding", "gzip")
                                .header("If-None-Match", tag))
                        .statusCode());
    }

    @Test
    void leavesWhatIsSmallAsItIs() throws Exception {
        HttpResponse<byte[]> small = send(
                request("/v1/statements?fields=id&article=" + report.article()).header("Accept-Encoding", "gzip"));
        HttpResponse<byte[]> problem = send(request("/v1/statements?fields=age").header("Accept-Encoding", "gzip"));

        assertTrue(text(small.body()).startsWith("{\"items\":["), "not compressed");
        assertTrue(text(problem.body()).startsWith("{\"type\":"), "not compressed");
    }

    @Test
    void letsNoOtherOriginIn() {
        rita().header("Origin", "https://elsewhere.example")
                .get("/v1/times")
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", nullValue());
        rita().header("Origin", "https://elsewhere.example")
                .header("Access-Control-Request-Method", "GET")
                .options("/v1/times")
                .then()
                .header("Access-Control-Allow-Origin", nullValue())
                .header("Access-Control-Allow-Methods", nullValue());
    }
}
