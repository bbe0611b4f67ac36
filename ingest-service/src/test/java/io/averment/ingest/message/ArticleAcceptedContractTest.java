package io.averment.ingest.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.averment.ingest.Tokens;
import io.averment.ingest.Topics;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.ingestion.Republication;
import io.averment.ingest.security.RowSecurity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches the broker is what the contract says. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ArticleAcceptedContractTest {
    private static final Path CONTRACT = Path.of("src/main/contracts/article-accepted/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    RowSecurity rows;

    @Inject
    Republication republication;

    @Test
    void publishesFullReportByContract() throws IOException {
        var traceId = UUID.randomUUID().toString().replace("-", "");
        var address = "https://contract-post.example/" + UUID.randomUUID();
        var id = submit(
                Map.of(
                        "outlet",
                        "Contract Post",
                        "address",
                        address,
                        "externalId",
                        "x",
                        "headline",
                        "“One”\n two",
                        "body",
                        "A\r\nb \uD83D\uDE00",
                        "publishedAt",
                        "2025-08-18T10:00:00Z",
                        "language",
                        "en"),
                "00-" + traceId + "-00f067aa0ba902b7-01");
        var message = Topics.await("averment.articles.live.v1", id, 1).getFirst();
        var body = JSON.readTree(message.value());
        assertValid(body);
        assertEquals(
                List.of(
                        "articleId",
                        "revision",
                        "outlet",
                        "address",
                        "externalId",
                        "language",
                        "publishedAt",
                        "headline",
                        "body",
                        "acceptedAt",
                        "firstAcceptedAt",
                        "recordMonth",
                        "lane"),
                names(body));
        assertEquals(id, body.get("articleId").textValue());
        assertEquals(address, body.get("address").textValue());
        assertEquals("“One” two", body.get("headline").textValue());
        assertEquals("A\nb \uD83D\uDE00", body.get("body").textValue());
        assertEquals("2025-08-18T10:00:00Z", body.get("publishedAt").textValue());
        assertEquals(body.get("acceptedAt"), body.get("firstAcceptedAt"));
        assertEquals(
                body.get("acceptedAt").textValue().substring(0, 7),
                body.get("recordMonth").textValue());

        var article = ArticleId.parse(id).orElseThrow();
        assertEquals("application/json", Topics.header(message, "content-type"));
        assertEquals("1.0", Topics.header(message, "ce_specversion"));
        assertEquals(article.eventId(new Tenant("demo"), 1), Topics.header(message, "ce_id"));
        assertEquals("/averment/ingest", Topics.header(message, "ce_source"));
        assertEquals("io.averment.article.accepted.v1", Topics.header(message, "ce_type"));
        assertEquals(id, Topics.header(message, "ce_subject"));
        assertEquals(body.get("acceptedAt").textValue(), Topics.header(message, "ce_time"));
        assertEquals("demo", Topics.header(message, "ce_tenant"));
        assertEquals("live", Topics.header(message, "ce_lane"));
        var traceparent = Topics.header(message, "traceparent").split("-", -1);
        assertEquals(traceId, traceparent[1]);
        assertNotEquals("00f067aa0ba902b7", traceparent[2]);
    }

    @Test
    void publishesMinimalReportByContractOnItsLane() throws IOException {
        var id = submit(
                Map.of(
                        "outlet",
                        "Contract Post",
                        "externalId",
                        UUID.randomUUID().toString(),
                        "headline",
                        "One",
                        "lane",
                        "backfill"),
                null);
        var message = Topics.await("averment.articles.backfill.v1", id, 1).getFirst();
        var body = JSON.readTree(message.value());
        assertValid(body);
        assertEquals(
                List.of(
                        "articleId",
                        "revision",
                        "outlet",
                        "externalId",
                        "headline",
                        "acceptedAt",
                        "firstAcceptedAt",
                        "recordMonth",
                        "lane"),
                names(body));
        assertEquals("backfill", Topics.header(message, "ce_lane"));
    }

    /** As the first time, but for the lane, the key of idempotency and the time. */
    @Test
    void publishesAgainByContractOnLaneOfReanalysis() throws IOException {
        var id = submit(
                Map.of(
                        "outlet", "Contract Post",
                        "externalId", UUID.randomUUID().toString(),
                        "headline", "One",
                        "body", "Two"),
                null);
        var first = Topics.await("averment.articles.live.v1", id, 1).getFirst();
        var article = ArticleId.parse(id).orElseThrow();
        var tenant = new Tenant("demo");
        var askedAt = Instant.parse("2126-11-26T18:00:00.123456Z");
        var selection = new Republication.Selection(Instant.EPOCH, askedAt, Set.of(article));
        assertEquals(
                1, rows.asTenant(tenant, () -> republication.publish(tenant, selection, List.of(article), askedAt)));

        var again = Topics.await("averment.articles.reanalysis.v1", id, 1).getFirst();
        var body = (ObjectNode) JSON.readTree(again.value());
        assertValid(body);
        assertEquals("reanalysis", body.get("lane").textValue());
        assertEquals(JSON.readTree(first.value()), body.put("lane", "live"));
        assertEquals(article.reanalysisId(tenant, 1, askedAt), Topics.header(again, "ce_id"));
        assertEquals("2126-11-26T18:00:00.123456Z", Topics.header(again, "ce_time"));
        assertEquals("reanalysis", Topics.header(again, "ce_lane"));
        for (var header :
                List.of("content-type", "ce_specversion", "ce_source", "ce_type", "ce_subject", "ce_tenant")) {
            assertEquals(Topics.header(first, header), Topics.header(again, header));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"full", "minimal", "headline-only", "revision-2", "reanalysis"})
    void showsExamplesByContract(String example) throws IOException {
        var body = (ObjectNode) JSON.readTree(Files.readString(CONTRACT.resolve("examples/" + example + ".json")));
        assertValid(body);
        assertValid(body.put("somethingNew", 7));
        assertNotEquals(Set.of(), schema().validate(body.putNull("outlet")));
    }

    @Test
    void refusesMessageWithoutText() throws IOException {
        var body = (ObjectNode) JSON.readTree(Files.readString(CONTRACT.resolve("examples/minimal.json")));
        body.remove("body");
        assertNotEquals(Set.of(), schema().validate(body));
    }

    @ParameterizedTest
    @CsvSource({
        "headline, '\u200B \uFEFF'",
        "body, '\u200B\n\u2003\u0007'",
        "publishedAt, 0000-12-31",
        "publishedAt, 0000-12-31T23:59:59Z"
    })
    void refusesWhatReadersRefuse(String field, String value) throws IOException {
        var body = (ObjectNode) JSON.readTree(Files.readString(CONTRACT.resolve("examples/full.json")));
        assertNotEquals(Set.of(), schema().validate(body.put(field, value)));
    }

    private static String submit(Map<String, String> report, @org.jspecify.annotations.Nullable String traceparent) {
        var request = Tokens.as("carl").contentType(ContentType.JSON).body(report);
        return (traceparent == null ? request : request.header("traceparent", traceparent))
                .post("/v1/articles")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void assertValid(JsonNode body) throws IOException {
        assertEquals(Set.of(), schema().validate(body));
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("schema.json")));
    }

    private static List<String> names(JsonNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
