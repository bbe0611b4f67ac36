package io.averment.query.change;

import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ChangesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private final Report report = Report.unique();

    private Instant instant() {
        return transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }

    private static void project(SampleMessage message, int revision, int generation) {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, message.version(revision, generation));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> rita().get("/v1/articles/" + message.key())
                        .then()
                        .statusCode(200)
                        .body("revision", equalTo(revision))
                        .body("pipeline.generation", equalTo(generation)));
    }

    private ValidatableResponse changes(Instant from, Instant to, Map<String, ?> more) {
        Map<String, Object> parameters = new HashMap<>(more);
        parameters.put("from", from.toString());
        parameters.put("to", to.toString());
        parameters.putIfAbsent("article", report.article().toString());
        return rita().queryParams(parameters).get("/v1/changes").then();
    }

    @Test
    void tellsWhatChangedAndWhy() {
        Instant start = instant();
        project(report.message("demo"), 1, 1);
        Instant first = instant();
        project(
                report.message("demo").withAnalysis(analysis -> {
                    ((ArrayNode) analysis.get("statements")).remove(1);
                    ((ObjectNode) analysis.get("statements").get(0)).put("act", "DENIES");
                    analysis.putArray("times");
                    ((ObjectNode) analysis.get("commitments").get(0)).remove("deadline");
                }),
                2,
                1);
        Instant second = instant();
        project(report.message("demo"), 2, 2);
        Instant third = instant();
        String s = report.article() + ":";

        changes(start, third, Map.of())
                .statusCode(200)
                .body("items.cause", contains("NEW_REPORT", "REVISION", "REANALYSIS"))
                .body("items.revision", contains(1, 2, 2))
                .body("items.previousRevision", contains(null, 1, 2))
                .body("items.generation", contains(1, 1, 2))
                .body("items.previousGeneration", contains(null, 1, 1))
                .body("next", nullValue());
        changes(start, first, Map.of())
                .body("items", hasSize(1))
                .body("items[0].facts.kind", contains("STATEMENT", "COMMITMENT", "TIME", "ENTITY"))
                .body("items[0].facts.opened", contains(2, 1, 1, 1))
                .body("items[0].facts.closed", everyItem(equalTo(0)))
                .body("items[0].facts[0].ids.opened", contains(s + "s1", s + "s2"));
        changes(first, second, Map.of())
                .body("items", hasSize(1))
                .body("items[0].facts.kind", contains("STATEMENT", "COMMITMENT", "TIME"))
                .body("items[0].facts.opened", everyItem(equalTo(0)))
                .body("items[0].facts.closed", contains(1, 0, 1))
                .body("items[0].facts.changed", contains(1, 1, 0))
                .body("items[0].facts[0].ids.changed", contains(s + "s1"))
                .body("items[0].facts[0].ids.closed", contains(s + "s2"))
                .body("items[0].facts[1].ids.changed", contains(s + "c1"))
                .body("items[0].facts[2].ids.closed", contains(s + "t1"));
        changes(third, third, Map.of()).body("items", hasSize(0));
    }

    @Test
    void leavesNothingOfWhatWasWithdrawnButTheWithdrawal() {
        Instant start = instant();
        project(report.message("demo"), 1, 1);
        try (Topics topics = new Topics()) {
            topics.send(new WithdrawalMessage("demo", report.article(), 1).record());
        }
        await().atMost(PATIENCE)
                .until(() -> rita().get("/v1/articles/" + report.article()).statusCode() == 410);

        changes(start, instant(), Map.of())
                .statusCode(200)
                .body("items.cause", contains("WITHDRAWAL"))
                .body("items.reason", contains("RETRACTED"))
                .body("items.revision", contains(1))
                .body("items[0].facts", hasSize(0));
    }

    @Test
    void pagesWithoutRepeatingOrSkipping() {
        Instant start = instant();
        for (int revision = 1; revision <= 3; revision++) {
            project(report.message("demo"), revision, 1);
        }
        Instant end = instant();

        var first = changes(start, end, Map.of("limit", 2))
                .statusCode(200)
                .body("items.revision", contains(1, 2))
                .header("Link", notNullValue());
        String next = first.extract().path("next");
        changes(start, end, Map.of("limit", 2, "cursor", next))
                .statusCode(200)
                .body("items.revision", contains(3))
                .body("next", nullValue());
        changes(start, end.plusSeconds(1), Map.of("cursor", next)).statusCode(400);
    }

    @Test
    void showsNoOtherTenantsChanges() {
        Instant start = instant();
        project(report.message("demo"), 1, 1);

        Reader.as("noor")
                .queryParams(Map.of("from", start.toString(), "to", instant().toString(), "article", report.article()))
                .get("/v1/changes")
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
    }

    @Test
    void refusesWhatIsNoRange() {
        Instant now = instant();
        rita().queryParam("from", now.toString()).get("/v1/changes").then().statusCode(400);
        rita().queryParam("to", now.toString()).get("/v1/changes").then().statusCode(400);
        changes(now, now.minusSeconds(1), Map.of()).statusCode(400);
        changes(now, now.plusSeconds(3600), Map.of()).statusCode(409).body("code", equalTo("not-settled"));
    }
}
