package io.averment.ingest.withdrawal;

import static io.averment.ingest.Tokens.as;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.agroal.api.AgroalDataSource;
import io.averment.ingest.Topics;
import io.averment.ingest.message.ArticleWithdrawnEvent;
import io.averment.ingest.problem.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WithdrawalTest {
    private static final Path CONTRACT = Path.of("src/main/contracts/article-withdrawn/v1");
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    AgroalDataSource database;

    private final String externalId = UUID.randomUUID().toString();

    private ValidatableResponse submit(String text) {
        return as("carl")
                .contentType(ContentType.JSON)
                .body(Map.of("outlet", "Withdrawn Post", "externalId", externalId, "headline", "Head", "body", text))
                .post("/v1/articles")
                .then();
    }

    private static ValidatableResponse withdraw(String user, String id, String order) {
        return as(user).contentType(ContentType.JSON)
                .body(order)
                .post("/v1/articles/" + id + "/withdrawal")
                .then();
    }

    private String accepted() {
        return submit("First text.").statusCode(201).extract().path("id");
    }

    @Test
    void erasesTextOfAllRevisionsAndKeepsTheFact() throws SQLException {
        String id = accepted();
        submit("Second text.").statusCode(201);

        withdraw("otto", id, "{\"reason\": \"RETRACTED\", \"note\": \"By letter.\"}")
                .statusCode(200)
                .body("articleId", equalTo(id))
                .body("throughRevision", equalTo(2))
                .body("reason", equalTo("RETRACTED"))
                .body("note", equalTo("By letter."))
                .body("withdrawnAt", endsWith("Z"));

        as("rita")
                .get("/v1/articles/" + id)
                .then()
                .statusCode(410)
                .contentType(Problem.MEDIA_TYPE)
                .body("code", equalTo("withdrawn"));
        assertEquals(
                List.of("1 null null true", "2 null null true"),
                rows("select concat_ws(' ', number, coalesce(headline, 'null'), coalesce(body, 'null'),"
                        + " cast(erased_at is not null as text)) from revision where article_id = '" + id
                        + "' order by number"));
        assertEquals(
                List.of("1 WITHDRAWN 2 RETRACTED"),
                rows("select concat_ws(' ', number, act, through_revision, reason) from withdrawal where article_id = '"
                        + id + "'"));
        assertEquals(
                List.of("0"),
                rows("select count(*) from outbox where article_id = '" + id + "' and revision <= 2"
                        + " and event_type = 'io.averment.article.accepted.v1'"));
    }

    @Test
    void publishesItByContractOnce() throws IOException {
        String id = accepted();
        withdraw("otto", id, "{\"reason\": \"LEGAL\"}").statusCode(200);
        withdraw("otto", id, "{\"reason\": \"OTHER\"}").statusCode(200).body("reason", equalTo("LEGAL"));
        as("otto").delete("/v1/articles/" + id + "/withdrawal").then().statusCode(204);
        withdraw("otto", id, "{\"reason\": \"OTHER\"}").statusCode(200).body("reason", equalTo("OTHER"));

        var messages = Topics.await(ArticleWithdrawnEvent.TOPIC, id, 2);
        assertEquals(2, messages.size());
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACT.resolve("schema.json")));
        var body = JSON.readTree(messages.getFirst().value());
        assertEquals(Set.of(), schema.validate(body));
        assertEquals(
                Set.of(),
                schema.validate(JSON.readTree(Files.readString(CONTRACT.resolve("examples/retracted.json")))));
        assertEquals(id, body.get("articleId").textValue());
        assertEquals(1, body.get("throughRevision").intValue());
        assertEquals("LEGAL", body.get("reason").textValue());
        assertEquals("io.averment.article.withdrawn.v1", Topics.header(messages.getFirst(), "ce_type"));
        assertEquals("demo", Topics.header(messages.getFirst(), "ce_tenant"));
        assertEquals(body.get("withdrawnAt").textValue(), Topics.header(messages.getFirst(), "ce_time"));
        assertEquals(
                "OTHER", JSON.readTree(messages.get(1).value()).get("reason").textValue());
    }

    @Test
    void takesNoReportUntilItIsLifted() {
        String id = accepted();
        withdraw("otto", id, "{\"reason\": \"EMBARGOED\"}").statusCode(200);

        submit("First text.").statusCode(410).body("code", equalTo("withdrawn"));
        submit("Another text.").statusCode(410);
        as("carl")
                .header("Content-Type", "application/x-ndjson")
                .config(io.restassured.RestAssured.config()
                        .encoderConfig(io.restassured.config.EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)))
                .body("{\"outlet\": \"Withdrawn Post\", \"externalId\": \"" + externalId + "\", \"body\": \"x\"}\n")
                .post("/v1/articles/batch")
                .then()
                .statusCode(200)
                .body(org.hamcrest.Matchers.containsString("\"status\":410"));

        as("otto").delete("/v1/articles/" + id + "/withdrawal").then().statusCode(204);
        as("otto").delete("/v1/articles/" + id + "/withdrawal").then().statusCode(404);
        as("otto").get("/v1/articles/" + id + "/withdrawal").then().statusCode(404);
        as("rita").get("/v1/articles/" + id).then().statusCode(410);
        submit("First text.").statusCode(201).body("id", equalTo(id)).body("revision", equalTo(2));
        as("rita")
                .get("/v1/articles/" + id)
                .then()
                .statusCode(200)
                .body("body", equalTo("First text."))
                .body("revisions.headline[0]", equalTo("Head"))
                .body("revisions.headline[1]", nullValue());
    }

    @Test
    void showsWithdrawalToOperatorsOfTheTenant() {
        String id = accepted();
        as("otto").get("/v1/articles/" + id + "/withdrawal").then().statusCode(404);
        withdraw("otto", id, "{\"reason\": \"OTHER\"}").statusCode(200);

        as("otto")
                .get("/v1/articles/" + id + "/withdrawal")
                .then()
                .statusCode(200)
                .body("reason", equalTo("OTHER"))
                .body("note", nullValue());
        as("rita").get("/v1/articles/" + id + "/withdrawal").then().statusCode(403);
    }

    @Test
    void refusesOrderWithoutKnownReason() {
        String id = accepted();
        for (String order : List.of("{}", "{\"reason\": \"BOREDOM\"}", "{\"reason\": null}", "null")) {
            withdraw("otto", id, order).statusCode(400).body("code", equalTo("invalid-request"));
        }
        withdraw("otto", id, "{\"reason\": \"OTHER\", \"note\": \"" + "x".repeat(1001) + "\"}")
                .statusCode(400);
        withdraw("otto", UUID.randomUUID().toString(), "{\"reason\": \"OTHER\"}")
                .statusCode(404);
        withdraw("otto", "none", "{\"reason\": \"OTHER\"}").statusCode(404);
        as("rita").get("/v1/articles/" + id).then().statusCode(200);
    }

    /** The functions act on the tenant that the transaction has named, and on nothing without one. */
    @Test
    void reachesNoOtherTenantsArticleInTheDatabase() throws SQLException {
        String id = accepted();
        String call = "select coalesce(withdraw_article('" + id + "', 'OTHER', null, 'x', now()), -1)";

        assertEquals(List.of("-1"), rows("other", call));
        assertEquals(List.of("-1"), rows("", call));
        assertEquals(List.of("f"), rows("other", "select lift_withdrawal('" + id + "', 'x', now())"));
        for (String forbidden : List.of(
                "update revision set body = null",
                "update article set withdrawn_at = null",
                "delete from withdrawal",
                "update withdrawal set reason = 'OTHER'",
                "insert into withdrawal values ('demo', '" + id + "', 9, 'LIFTED', 1, 'OTHER', null, 'x', now())")) {
            SQLException refused = assertThrows(SQLException.class, () -> rows(forbidden), forbidden);
            assertEquals("42501", refused.getSQLState(), forbidden);
        }
    }

    private List<String> rows(String sql) throws SQLException {
        return rows("demo", sql);
    }

    private List<String> rows(String tenant, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var set = connection.prepareStatement("select set_config('averment.tenant', ?, true)");
                    var statement = connection.createStatement()) {
                set.setString(1, tenant);
                set.execute();
                if (statement.execute(sql)) {
                    try (var rows = statement.getResultSet()) {
                        while (rows.next()) {
                            found.add(rows.getString(1));
                        }
                    }
                }
            } finally {
                connection.rollback();
            }
        }
        return found;
    }
}
