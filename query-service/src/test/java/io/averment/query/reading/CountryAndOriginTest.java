package io.averment.query.reading;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists by the country of what stands in a fact, and by the article whose text a report is. */
@QuarkusTest
class CountryAndOriginTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Report report = Report.unique();

    private static JsonPath publish(SampleMessage message, UUID article, int revision) {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, message.version(revision, 1));
        }
        String path = "/v1/articles/" + article;
        await().atMost(PATIENCE)
                .until(
                        () -> rita().get(path).then().extract().path("revision"),
                        found -> found != null && found.equals(revision));
        return rita().get(path).jsonPath();
    }

    /** Somebody of one country speaks of a ferry and, in the second statement, of workers of another. */
    private JsonPath publish(String ofSpeaker, int revision) {
        return publish(
                report.message("demo").withAnalysis(analysis -> {
                    ((ObjectNode) analysis.get("entities").get(0)).put("country", ofSpeaker);
                    name(analysis, "e2", "FACILITY", "The ferry");
                    name(analysis, "e3", "GROUP", "harbour workers");
                }),
                report.article(),
                revision);
    }

    private static void name(ObjectNode analysis, String id, String type, String name) {
        ((ArrayNode) analysis.get("entities"))
                .addObject()
                .put("id", id)
                .put("type", type)
                .put("name", name)
                .put("country", "NLD")
                .putArray("aliases");
        ((ArrayNode) analysis.get("mentions"))
                .add(SampleMessage.span(name)
                        .put("id", "m" + id)
                        .put("type", type)
                        .put("entity", id)
                        .put("form", "NAME"));
    }

    private ValidatableResponse of(String path, String... more) {
        Map<String, String> filters = new HashMap<>(Map.of("outlet", report.outlet()));
        for (int i = 0; i < more.length; i += 2) {
            filters.put(more[i], more[i + 1]);
        }
        return list(path, filters);
    }

    private Object ids(String written) {
        return written.isEmpty()
                ? List.of()
                : List.of(written.split(" ", -1)).stream()
                        .map(id -> report.article() + ":" + id)
                        .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "statements,IRQ,,s1",
        "statements,irq,,s1",
        "statements,iq,,s1",
        "statements,IRQ,SPEAKER,s1",
        "statements,IRQ,CONTENT,''",
        "statements,NLD,,s1 s2",
        "statements,NLD,CONTENT,s1 s2",
        "statements,NLD,SPEAKER,''",
        "statements,BEL,,''",
        "commitments,IRQ,,c1",
        "commitments,NL,,c1",
        "commitments,IRQ,ACTOR,c1",
        "commitments,IRQ,ANNOUNCER,c1",
        "commitments,IRQ,ACT,''",
        "commitments,NLD,ACT,c1",
        "commitments,NLD,ACTOR,''"
    })
    void findsFactsByCountryAndRole(String kind, String country, String role, String expected) {
        publish("IRQ", 1);
        String[] filter = role == null ? new String[] {} : new String[] {"role", role};
        String[] filters = List.of(List.of("country", country), List.of(filter)).stream()
                .flatMap(List::stream)
                .toArray(String[]::new);

        of("/v1/" + kind, filters).body("items.id", equalTo(ids(expected)));
        of("/v1/" + kind + "?count=true", filters)
                .body("count.value", equalTo(expected.isEmpty() ? 0 : expected.split(" ", -1).length));
        if (kind.equals("commitments")) {
            of("/v1/commitments?sort=DUE", filters).body("items.id", equalTo(ids(expected)));
        }
    }

    @Test
    void findsArticlesByCountry() {
        publish("IRQ", 1);
        String article = report.article().toString();

        of("/v1/articles", "country", "IQ").body("items.id", contains(article));
        of("/v1/articles", "country", "NLD").body("items.id", contains(article));
        of("/v1/articles", "country", "BEL").body("items", empty());
        Reader.as("noor")
                .queryParams(Map.of("outlet", report.outlet(), "country", "IRQ"))
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void asksForEntityAndCountryTogether() {
        String entity = publish("IRQ", 1).getString("entities[0].entity");

        of("/v1/statements", "entity", entity, "country", "NLD").body("items.id", equalTo(ids("s1")));
        of("/v1/statements", "entity", entity, "country", "NLD", "role", "SPEAKER")
                .body("items", empty());
        of("/v1/statements", "entity", entity, "country", "IRQ", "role", "SPEAKER")
                .body("items.id", equalTo(ids("s1")));
        of("/v1/statements", "entity", entity, "country", "BEL").body("items", empty());
    }

    @Test
    void takesNoCountryForAnEntity() {
        publish("IRQ", 1);

        of("/v1/articles", "entity", "IRQ").body("items", empty());
        rita().get("/v1/entities/IRQ").then().statusCode(404);
        of("/v1/statements/facets", "by", "ENTITY,COUNTRY")
                .body("facets[0].values.count", contains(1, 1, 1))
                .body("facets[0].values.value", not(hasItem("IRQ")))
                .body("facets[1].values.value", contains("NLD", "IRQ"))
                .body("facets[1].values.count", contains(2, 1));
        of("/v1/statements/facets", "country", "IRQ", "by", "COUNTRY")
                .body("count.value", equalTo(1))
                .body("facets[0].values.value", contains("IRQ", "NLD"));
    }

    @Test
    void looksForWordsInFactsOfACountry() {
        publish("IRQ", 1);

        for (String sort : new String[] {"NEWEST", "RELEVANCE"}) {
            of("/v1/statements", "country", "NLD", "words", "harbour OR ferry", "sort", sort)
                    .body("items.id", containsInAnyOrder(report.article() + ":s1", report.article() + ":s2"));
            of("/v1/statements", "country", "IRQ", "words", "harbour OR ferry", "sort", sort)
                    .body("items.id", equalTo(ids("s1")));
            of("/v1/statements", "country", "BEL", "words", "harbour OR ferry", "sort", sort)
                    .body("items", empty());
        }
    }

    @Test
    void findsEarlierFactsByTheCountryThatTheyHadThen() {
        String then = publish("IRQ", 1).getString("recordedFrom");
        String newest = of("/v1/statements", "country", "DEU").extract().path("newest");
        publish("DEU", 2);

        of("/v1/statements", "country", "IRQ").body("items", empty());
        of("/v1/statements", "country", "DEU").body("items.id", equalTo(ids("s1")));
        of("/v1/statements", "country", "IRQ", "asOf", then).body("items.revision", contains(1));
        of("/v1/statements", "country", "DEU", "asOf", then).body("items", empty());
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        of("/v1/statements", "country", "DEU", "since", newest).body("items.id", equalTo(ids("s1"))));
    }

    @ParameterizedTest
    @CsvSource({"country,Iraq", "country,Q", "country,ZZ", "country,1Q", "origin,IRQ"})
    void refusesWhatIsNoCountryAndNoArticle(String parameter, String value) {
        for (String kind : new String[] {"articles", "statements", "commitments"}) {
            rita().queryParam(parameter, value)
                    .get("/v1/" + kind)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"))
                    .body("detail", containsString("parameter " + parameter + " is not"));
        }
    }

    private SampleMessage copy(UUID article, UUID origin) {
        return new Report(article, report.outlet()).message("demo").with(body -> body.put("origin", origin.toString()));
    }

    @Test
    void findsAnArticleWithItsCopies() {
        UUID copy = UUID.randomUUID();
        String before = publish(report.message("demo"), report.article(), 1).getString("recordedFrom");
        String then = publish(copy(copy, report.article()), copy, 1).getString("recordedFrom");
        UUID other = UUID.randomUUID();
        publish(new Report(other, report.outlet()).message("demo"), other, 1);
        String origin = report.article().toString();

        of("/v1/articles", "origin", origin).body("items.id", containsInAnyOrder(origin, copy.toString()));
        of("/v1/articles", "origin", origin, "fields", "id,origin")
                .body("items.find { it.id == '" + copy + "' }.origin", equalTo(origin))
                .body("items.find { it.id == '" + origin + "' }.keySet()", equalTo(Set.of("id")));
        rita().get("/v1/articles/" + copy).then().body("origin", equalTo(origin));
        rita().get("/v1/articles/" + origin).then().body("origin", nullValue());
        of("/v1/articles?count=true", "origin", origin).body("count.value", equalTo(2));
        of("/v1/articles", "origin", origin, "asOf", before).body("items.id", contains(origin));
        of("/v1/articles", "origin", copy.toString()).body("items", empty());
        of("/v1/statements", "origin", origin)
                .body("items.id", containsInAnyOrder(origin + ":s1", origin + ":s2", copy + ":s1", copy + ":s2"));
        of("/v1/commitments?sort=DUE", "origin", origin)
                .body("items.id", containsInAnyOrder(origin + ":c1", copy + ":c1"));
        of("/v1/articles", "origin", other.toString()).body("items.id", contains(other.toString()));
        Reader.as("noor")
                .queryParam("origin", origin)
                .get("/v1/articles")
                .then()
                .statusCode(200)
                .body("items", empty());

        publish(new Report(copy, report.outlet()).message("demo"), copy, 2);

        of("/v1/articles", "origin", origin).body("items.id", contains(origin));
        of("/v1/articles", "origin", copy.toString()).body("items.id", contains(copy.toString()));
        of("/v1/articles", "origin", origin, "asOf", then)
                .body("items.id", containsInAnyOrder(origin, copy.toString()));
    }

    /** What is asked for by country or origin pages like all else. */
    @ParameterizedTest
    @ValueSource(strings = {"country", "origin"})
    void goesOnWhereThePageEnded(String filter) {
        publish("NLD", 1);
        String value = filter.equals("country") ? "NL" : report.article().toString();

        String next = of("/v1/statements", filter, value, "limit", "1")
                .body("items.id", equalTo(ids("s1")))
                .extract()
                .path("next");
        of("/v1/statements", filter, value, "limit", "1", "cursor", next).body("items.id", equalTo(ids("s2")));
    }
}
