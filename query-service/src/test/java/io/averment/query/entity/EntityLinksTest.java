package io.averment.query.entity;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.projection.Applied;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entities over articles: merged by what reports say or by a curator, and kept apart otherwise. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class EntityLinksTest {

    @Inject
    Applied applied;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private final String name = "Ada " + UUID.randomUUID().toString().replaceAll("[^a-z]", "q");
    private final String known = "Q" + (UUID.randomUUID().getLeastSignificantBits() & Long.MAX_VALUE);

    /** A report whose speaker has this test's name. */
    private Report report(Consumer<ObjectNode> change) {
        Report report = Report.unique();
        applied.apply(report.message("demo").withAnalysis(analysis -> {
            ObjectNode entity = (ObjectNode) analysis.get("entities").get(0);
            entity.put("name", name);
            change.accept(entity);
        }));
        return report;
    }

    private Report linked(String country) {
        return report(entity -> {
            entity.remove("unresolved");
            entity.put("country", country).putObject("external").put("wikidata", known);
        });
    }

    private static String key(Report report) {
        return rita().get("/v1/articles/" + report.article()).path("entities[0].entity");
    }

    private static int decide(String user, String one, String other, String verdict) {
        return decision(user, one, other, verdict).statusCode();
    }

    private static Response decision(String user, String one, String other, String verdict) {
        return Reader.as(user)
                .contentType("application/json")
                .body("{\"verdict\":\"" + verdict + "\"}")
                .put("/v1/entities/" + one + "/links/" + other);
    }

    private Instant now() {
        return transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }

    @Test
    void mergesLinkedAndUnlinkedMentionOfOneCountry() {
        Report one = linked("NOR");
        Report other = report(entity -> entity.put("country", "NOR"));

        rita().get("/v1/entities/" + key(other))
                .then()
                .body("links[0].id", equalTo("wikidata:" + known))
                .body("links[0].verdict", equalTo("SAME"))
                .body("links[0].decidedBy", equalTo("EVIDENCE"))
                .body("links[0].why.code", containsInAnyOrder("SHARED_NAME", "SAME_COUNTRY"));
        list("/v1/statements", Map.of("entity", "wikidata:" + known, "role", "SPEAKER"))
                .body("items.id", containsInAnyOrder(one.article() + ":s1", other.article() + ":s1"));
        list("/v1/articles", Map.of("entity", key(other)))
                .body(
                        "items.id",
                        containsInAnyOrder(
                                one.article().toString(), other.article().toString()));
    }

    @Test
    void keepsTwoCountriesApartUntilACuratorDecides() {
        Report one = linked("NOR");
        Report other = report(entity -> entity.put("country", "SWE"));
        String key = key(other);

        list("/v1/commitments", Map.of("entity", key)).body("items.size()", equalTo(1));
        Instant apart = now();
        assertEquals(200, decide("cora", key, "wikidata:" + known, "SAME"));
        list("/v1/commitments", Map.of("entity", key))
                .body("items.id", containsInAnyOrder(one.article() + ":c1", other.article() + ":c1"));
        rita().get("/v1/entities/wikidata:" + known)
                .then()
                .body("links[0].id", equalTo(key))
                .body("links[0].decidedBy", equalTo("CURATOR"));
        Instant merged = now();
        assertEquals(200, decide("cora", "wikidata:" + known, key, "UNDECIDED"));
        list("/v1/commitments", Map.of("entity", key)).body("items.size()", equalTo(1));
        list("/v1/commitments", Map.of("entity", key, "asOf", merged.toString()))
                .body("items.size()", equalTo(2));
        list("/v1/commitments", Map.of("entity", key, "asOf", apart.toString())).body("items.size()", equalTo(1));
    }

    /** Whichever of the two is named, and in whatever list. */
    @Test
    void findsThreadsOfBothOnceTheyAreTheSame() {
        Report one = linked("NOR");
        Report other = otherPromise();
        String key = key(other);
        String thread = threadOf(one);
        String own = threadOf(other);

        assertNotEquals(thread, own);
        list("/v1/threads", Map.of("entity", key, "kind", "COMMITMENT")).body("items.id", contains(own));
        assertEquals(200, decide("cora", key, "wikidata:" + known, "SAME"));
        for (String either : List.of(key, "wikidata:" + known)) {
            list("/v1/threads", Map.of("entity", either, "kind", "COMMITMENT"))
                    .body("items.id", containsInAnyOrder(thread, own));
            list("/v1/statements", Map.of("entity", either))
                    .body(
                            "items.articleId",
                            hasItems(one.article().toString(), other.article().toString()));
        }
        assertEquals(List.of(thread, own).stream().sorted().toList(), paged(key));
    }

    /** A report of another promise of a speaker of this name. */
    private Report otherPromise() {
        Report report = Report.unique();
        applied.apply(report.message("demo").withAnalysis(analysis -> {
            ((ObjectNode) analysis.get("entities").get(0)).put("name", name).put("country", "SWE");
            ObjectNode commitment = (ObjectNode) analysis.get("commitments").get(0);
            commitment.set("act", SampleMessage.span("runs the port"));
            commitment.remove("object");
        }));
        return report;
    }

    private static String threadOf(Report report) {
        return rita().get("/v1/commitments/" + report.article() + ":c1").path("thread");
    }

    /** The threads of an entity on pages of one, by their ids. */
    private static List<String> paged(String key) {
        List<String> threads = new ArrayList<>();
        String cursor = null;
        do {
            Map<String, String> filters = cursor == null
                    ? Map.of("entity", key, "limit", "1", "kind", "COMMITMENT")
                    : Map.of("entity", key, "limit", "1", "kind", "COMMITMENT", "cursor", cursor);
            var page = list("/v1/threads", filters).extract();
            threads.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);
        return threads.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"rita", "otto", "noor"})
    void letsCuratorsAloneDecide(String user) {
        String key = key(linked("NOR"));

        assertEquals(403, decide(user, key, "wikidata:Q1", "SAME"));
    }

    @Test
    void refusesDecisionsThatAreNone() {
        String key = key(linked("NOR"));

        assertEquals(400, decide("cora", key, key, "SAME"));
        assertEquals(400, decide("cora", key, "wikidata:Q1", "PERHAPS"));
        assertEquals(404, decide("cora", key, "wikidata:Q0-" + known, "SAME"));
        assertEquals(
                401,
                io.restassured.RestAssured.given()
                        .contentType("application/json")
                        .body("{}")
                        .put("/v1/entities/" + key + "/links/wikidata:Q1")
                        .statusCode());
    }

    @Test
    void refusesToMakeAPersonSomethingElse() {
        String person = key(linked("NOR"));
        String body = key(report(entity -> entity.put("type", "ORGANIZATION").putArray("aliases")));

        decision("cora", person, body, "SAME")
                .then()
                .statusCode(409)
                .body("code", equalTo("types-differ"))
                .body("detail", equalTo("The first is of the type PERSON, the other ORGANIZATION."));
        assertEquals(200, decide("cora", person, body, "DISTINCT"));
        assertEquals(200, decide("cora", person, body, "UNDECIDED"));
    }

    @Test
    void tellsTheAuditLogWhatWasDecided() {
        String wikidata = key(linked("NOR"));
        String named = key(report(entity -> entity.put("country", "SWE")));
        for (String verdict : List.of("SAME", "DISTINCT", "UNDECIDED")) {
            assertEquals(200, decide("cora", named, wikidata, verdict));
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> Reader.as("otto")
                        .queryParam("operation", "decideEntities")
                        .get("/v1/audit")
                        .then()
                        .body(
                                "items.parameters.findAll { it.id == '" + named + "' }",
                                equalTo(List.of(
                                        Map.of("id", named, "other", wikidata, "verdict", "UNDECIDED"),
                                        Map.of("id", named, "other", wikidata, "verdict", "DISTINCT"),
                                        Map.of("id", named, "other", wikidata, "verdict", "SAME")))));
    }
}
