package io.averment.query.reading;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts of every kind in lists, one by one, in their article, and as of earlier instants. */
@QuarkusTest
class FactsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Report report = Report.unique();

    private JsonPath publish(SampleMessage message, int revision) {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, message.version(revision, 1));
        }
        String article = "/v1/articles/" + report.article();
        await().atMost(PATIENCE)
                .until(
                        () -> rita().get(article).then().extract().path("revision"),
                        found -> found != null && found.equals(revision));
        return rita().get(article).jsonPath();
    }

    private JsonPath publish() {
        return publish(report.message("demo"), 1);
    }

    @Test
    void givesArticleWithAllItsFacts() {
        publish(
                report.message("demo").withAnalysis(analysis -> {
                    ObjectNode conflict = ((ArrayNode) analysis.get("conflicts")).addObject();
                    conflict.put("kind", "DEADLINE").put("explanation", "Two dates.");
                    conflict.putArray("facts").add("c1").add("t1");
                }),
                1);

        rita().get("/v1/articles/" + report.article())
                .then()
                .body("mentions.text", contains("Ilse Maréchal"))
                .body("entities.id", contains("e1"))
                .body("entities[0].entity", startsWith("name:"))
                .body("entities[0].aliases", contains("Maréchal"))
                .body("entities[0].unresolved.reason", equalTo("NOT_KNOWN"))
                .body("times.id", contains(report.article() + ":t1"))
                .body("times[0].latest", equalTo("2027-05-31"))
                .body("commitments.id", contains(report.article() + ":c1"))
                .body("commitments[0].sentence", equalTo("sails again"))
                .body("conflicts[0].kind", equalTo("DEADLINE"))
                .body("conflicts[0].facts", contains("c1", "t1"))
                .body("conflicts[0].explanation", equalTo("Two dates."));
    }

    @ParameterizedTest
    @CsvSource({"statements,s1", "commitments,c1", "times,t1"})
    void givesOneFactAsItsListDoes(String kind, String id) {
        publish();

        Map<String, Object> listed = list(
                        "/v1/" + kind, Map.of("article", report.article().toString()))
                .extract()
                .path("items[0]");
        rita().get("/v1/" + kind + "/" + report.article() + ":" + id)
                .then()
                .statusCode(200)
                .body("", equalTo(listed));
        Reader.as("noor")
                .get("/v1/" + kind + "/" + report.article() + ":" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void listsCommitmentsWithPartiesAndDeadline() {
        publish();

        list("/v1/commitments", Map.of("outlet", report.outlet()))
                .body("items.id", contains(report.article() + ":c1"))
                .body("items[0].undertaker.name", equalTo("Ilse Maréchal"))
                .body("items[0].act.text", equalTo("sails again"))
                .body("items[0].object", equalTo("The ferry"))
                .body("items[0].due.text", equalTo("in May"))
                .body("items[0].due.latest", equalTo("2027-05-31"))
                .body("items[0].strength", equalTo("FIRM"))
                .body("items[0].announcedBy.name", equalTo("Ilse Maréchal"))
                .body("items[0].headline", equalTo(SampleMessage.HEADLINE));
    }

    @ParameterizedTest
    @CsvSource({
        "due,2027-05,1",
        "due,2027,1",
        "due,2027-05-10/2027-05-11,1",
        "due,2027-06/..,0",
        "due,2026,0",
        "actor,marechal,1",
        "actor,holt,0",
        "strength,FIRM,1",
        "strength,INTENDED,0",
        "outcome,ANY,0",
        "outcome,MET,0",
        "validAt,2027-02,1",
        "validAt,2026-11-18,0",
        "validAt,2027-06-01,0",
        "words,sails,1",
        "language,en,1",
        "language,fr,0",
        "sort,DUE,1"
    })
    void narrowsCommitments(String parameter, String value, int expected) {
        publish();

        list("/v1/commitments", Map.of("outlet", report.outlet(), parameter, value))
                .body("items.size()", equalTo(expected));
    }

    @ParameterizedTest
    @CsvSource({"act,UNKNOWN,2", "act,DENIES,0", "agency,Reuters,0", "validAt,2026-11-19,2", "validAt,2026-11-20,0"})
    void narrowsStatements(String parameter, String value, int expected) {
        publish();

        list("/v1/statements", Map.of("outlet", report.outlet(), parameter, value))
                .body("items.size()", equalTo(expected));
    }

    @Test
    void findsStatementsByAgency() {
        publish(
                report.message("demo")
                        .withAnalysis(analysis -> ((ArrayNode)
                                        analysis.get("statements").get(1).get("chain"))
                                .addObject()
                                .put("role", "AGENCY")
                                .put("name", "Harbour-Press")),
                1);

        list("/v1/statements", Map.of("outlet", report.outlet(), "agency", "harbour press"))
                .body("items.id", contains(report.article() + ":s2"));
    }

    @ParameterizedTest
    @CsvSource({"type,DATE,1", "type,SET,0", "validAt,2027-05-31,1", "validAt,2027-06-01,0"})
    void narrowsTimes(String parameter, String value, int expected) {
        publish();

        list("/v1/times", Map.of("outlet", report.outlet(), parameter, value)).body("items.size()", equalTo(expected));
    }

    @Test
    void findsFactsByEntityAndRole() {
        String entity = publish().getString("entities[0].entity");
        Map<String, String> filter = Map.of("outlet", report.outlet(), "entity", entity);

        list("/v1/articles", filter).body("items.id", contains(report.article().toString()));
        list("/v1/statements", filter).body("items.id", contains(report.article() + ":s1"));
        list("/v1/commitments", filter).body("items.id", contains(report.article() + ":c1"));
        list("/v1/statements", Map.of("outlet", report.outlet(), "entity", entity, "role", "CONTENT"))
                .body("items", empty());
        list("/v1/commitments", Map.of("outlet", report.outlet(), "entity", entity, "role", "ANNOUNCER", "sort", "DUE"))
                .body("items.id", contains(report.article() + ":c1"));
        list("/v1/statements", Map.of("outlet", report.outlet(), "entity", "wikidata:Q1"))
                .body("items", empty());
        for (String order : List.of("NEWEST", "RELEVANCE")) {
            list("/v1/statements", Map.of("entity", entity, "outlet", report.outlet(), "words", "ferry", "sort", order))
                    .body("items.id", contains(report.article() + ":s1"));
            list(
                            "/v1/statements",
                            Map.of("entity", entity, "outlet", report.outlet(), "words", "workers", "sort", order))
                    .body("items", empty());
        }
    }

    @Test
    void saysWhatTheRecordSaidEarlier() {
        publish();
        Instant first =
                Instant.parse(rita().get("/v1/articles/" + report.article()).path("recordedFrom"));
        Map<String, String> before =
                Map.of("outlet", report.outlet(), "asOf", first.minusMillis(1).toString());
        Map<String, String> then = Map.of("outlet", report.outlet(), "asOf", first.toString());
        publish(
                report.message("demo").withAnalysis(analysis -> {
                    ((ArrayNode) analysis.get("statements")).remove(1);
                    ((ArrayNode) analysis.get("commitments")).removeAll();
                }),
                2);

        for (String list : new String[] {"/v1/articles", "/v1/statements", "/v1/commitments", "/v1/times"}) {
            list(list, before).body("items", empty());
            list(list, then).body("items.revision[0]", equalTo(1));
        }
        list("/v1/statements", then).body("items.size()", equalTo(2));
        list("/v1/statements", Map.of("outlet", report.outlet())).body("items.size()", equalTo(1));
        list("/v1/commitments", Map.of("outlet", report.outlet())).body("items", empty());
        rita().queryParam("asOf", first.toString())
                .get("/v1/articles/" + report.article())
                .then()
                .body("revision", equalTo(1))
                .body("statements.size()", equalTo(2));
        rita().queryParam("asOf", first.toString())
                .get("/v1/statements/" + report.article() + ":s2")
                .then()
                .statusCode(200)
                .body("revision", equalTo(1));
        rita().get("/v1/statements/" + report.article() + ":s2").then().statusCode(404);
    }

    @Test
    void findsEarlierFactsByEntity() {
        JsonPath article = publish();
        Map<String, String> filter = Map.of(
                "entity",
                article.getString("entities[0].entity"),
                "outlet",
                report.outlet(),
                "asOf",
                article.getString("recordedFrom"));
        publish(report.message("demo"), 2);

        list("/v1/statements", filter).body("items.revision", contains(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2026-11-20", "2026-11-20T10:00:00", "+99999-01-01T00:00:00Z"})
    void refusesInstantsThatAreNone(String asOf) {
        rita().queryParam("asOf", asOf)
                .get("/v1/statements")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void answersNothingAboutTheFuture() {
        rita().queryParam("asOf", "2999-01-01T00:00:00Z")
                .get("/v1/statements")
                .then()
                .statusCode(409)
                .body("code", equalTo("not-settled"));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/statements,validAt,2026-13",
        "/v1/commitments,due,soon",
        "/v1/statements,act,denies",
        "/v1/statements,role,SPEAKER"
    })
    void refusesParametersThatMeanNothing(String list, String parameter, String value) {
        rita().queryParam(parameter, value).get(list).then().statusCode(400).body("code", equalTo("invalid-request"));
    }

    @Test
    void findsEntitiesAsOneTypes() {
        String name = "Zelda " + report.outlet();
        publish(
                report.message("demo")
                        .withAnalysis(analysis ->
                                ((ObjectNode) analysis.get("entities").get(0)).put("name", name)),
                1);
        String begin = name.substring(0, name.length() - 3).toUpperCase(java.util.Locale.ROOT);

        list("/v1/entities", Map.of("name", begin))
                .body("items.name", contains(name))
                .body("items[0].type", equalTo("PERSON"))
                .body("items[0].articles", equalTo(1))
                .body("items[0].statements", equalTo(1))
                .body("items[0].commitments", equalTo(1));
        list("/v1/entities", Map.of("name", begin, "type", "PLACE")).body("items", empty());
        String id = list("/v1/entities", Map.of("name", begin)).extract().path("items[0].id");
        rita().get("/v1/entities/" + id).then().statusCode(200).body("name", equalTo(name));
        Reader.as("noor").get("/v1/entities/" + id).then().statusCode(404);
        Reader.as("noor").queryParam("name", begin).get("/v1/entities").then().body("items", empty());
    }

    @Test
    void sortsByDeadlineOverPages() {
        publish(
                report.message("demo").withAnalysis(analysis -> {
                    ArrayNode commitments = (ArrayNode) analysis.get("commitments");
                    for (String latest : new String[] {"2027-03-31", "2027-04-30"}) {
                        ObjectNode another = commitments.get(0).deepCopy();
                        another.put("id", "c" + (commitments.size() + 1)).remove("deadline");
                        ((ObjectNode) another.get("due")).put("latest", latest);
                        commitments.add(another);
                    }
                    commitments
                            .addObject()
                            .put("id", "c4")
                            .put("strength", "FIRM")
                            .set("act", SampleMessage.span("sails again"));
                }),
                1);
        Map<String, String> filter = Map.of("outlet", report.outlet(), "sort", "DUE", "limit", "2");

        String next = list("/v1/commitments", filter)
                .body("items.due.latest", contains("2027-03-31", "2027-04-30"))
                .extract()
                .path("next");
        list("/v1/commitments", Map.of("outlet", report.outlet(), "sort", "DUE", "limit", "2", "cursor", next))
                .body("items.due.latest", contains("2027-05-31"))
                .body("containsKey('next')", equalTo(false));
    }
}
