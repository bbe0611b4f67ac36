package io.averment.query.saved;

import static io.averment.query.server.Reader.as;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Saving, replacing and deleting queries; what they find: {@link SavedQueryResultsTest}. */
@QuarkusTest
class SavedQueriesTest {
    static final String PATH = "/v1/queries";

    private final String name = "Query " + UUID.randomUUID();

    /** A request with this query as its body. */
    static RequestSpecification saving(String user, String name, String list, Map<String, ?> parameters) {
        return as(user).contentType("application/json")
                .body(Map.of("name", name, "list", list, "parameters", parameters));
    }

    /** Saves it, which must succeed; its reference. */
    static String saved(String user, String name, String list, Map<String, ?> parameters) {
        return saving(user, name, list, parameters)
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private Response post(Map<String, ?> parameters) {
        return saving("rita", name, "statements", parameters).post(PATH);
    }

    @Test
    void savesQueryUnderItsName() {
        String location = post(Map.of("speaker", "Ilse", "words", "ferry -strike", "limit", 20))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .header("Idempotency-Replayed", nullValue())
                .body("name", equalTo(name))
                .extract()
                .header("Location");

        rita().get(location)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("id", equalTo(location.substring(PATH.length() + 1)))
                .body("name", equalTo(name))
                .body("list", equalTo("statements"))
                .body("parameters", equalTo(Map.of("speaker", "Ilse", "words", "ferry -strike", "limit", "20")))
                .body("owner", notNullValue())
                .body("revision", equalTo(1))
                .body("results", equalTo(location + "/results"))
                .body("createdAt", matchesPattern("20.*Z"));
        rita().header("If-None-Match", "\"1\"").get(location).then().statusCode(304);
        rita().queryParam("fields", "name")
                .get(location)
                .then()
                .statusCode(200)
                .body("", equalTo(Map.of("name", name)));
    }

    @Test
    void listsTenantsQueriesLastSavedFirst() {
        String first = saved("rita", name, "statements", Map.of());
        String second = saved("carl", name, "articles", Map.of());
        String third = saved("rita", name + " 3", "times", Map.of());

        var page = rita().queryParam("limit", 200).get(PATH).then().statusCode(200);
        page.body("items.results", hasItems(first + "/results", second + "/results", third + "/results"))
                .body(
                        "items.findAll { it.name.startsWith('" + name + "') }.list",
                        contains("times", "articles", "statements"));
        rita().queryParams(Map.of("list", "articles", "own", true))
                .get(PATH)
                .then()
                .body("items.name", not(hasItem(name)));
        String next = rita().queryParam("limit", 1)
                .get(PATH)
                .then()
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        rita().queryParams(Map.of("limit", 1, "cursor", next))
                .get(PATH)
                .then()
                .statusCode(200)
                .body(
                        "items[0].id",
                        not(equalTo(rita().queryParam("limit", 1).get(PATH).path("items[0].id"))));
        rita().queryParam("list", "audit").get(PATH).then().statusCode(400);
    }

    /** What the list itself refuses is refused in the same words. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "statements | words=(ferry",
                "statements | kind=LOUD",
                "statements | limit=201",
                "statements | role=SPEAKER",
                "statements | fields=id,nothing",
                "statements | asOf=yesterday",
                "statements | sort=RELEVANCE",
                "statements | highlights=true",
                "statements | colour=red",
                "statements | country=Iraq",
                "articles | entity=",
                "articles | origin=IRQ",
                "articles | publishedFrom=2026-02-30",
                "commitments | due=soon",
                "times | type=ERA",
                "threads | state=LOST",
                "entities | name="
            })
    void refusesWhatTheListRefuses(String list, String parameter) {
        String[] pair = parameter.split("=", 2);
        String detail = rita().queryParam(pair[0], pair[1])
                .get("/v1/" + list)
                .then()
                .statusCode(400)
                .extract()
                .path("detail");

        saving("rita", name, list, Map.of(pair[0], pair[1]))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{\"list\":\"articles\"}",
                "{\"name\":\"  \",\"list\":\"articles\"}",
                "{\"name\":\"a\\u0000b\",\"list\":\"articles\"}",
                "{\"name\":\"a\\ud83d\",\"list\":\"articles\"}",
                "{\"name\":\"a\"}",
                "{\"name\":\"a\",\"list\":\"audit\"}",
                "{\"name\":\"a\",\"list\":\"https://example.com/v1/articles\"}",
                "{\"name\":\"a\",\"list\":\"articles\",\"parameters\":{\"outlet\":null}}",
                "{\"name\":\"a\",\"list\":\"articles\",\"parameters\":{\"outlet\":[\"a\"]}}",
                "{\"name\":\"a\",\"list\":\"articles\",\"parameters\":{\"outlet\":\"a\\u0000\"}}",
                "{\"name\":\"a\",\"list\":\"articles\",\"parameters\":{\"cursor\":\"x\"}}",
                "{\"name\":\"a\",\"list\":\"articles\",\"parameters\":{\"since\":\"x\"}}"
            })
    void refusesWhatIsNoQuery(String body) {
        rita().contentType("application/json")
                .body(body)
                .post(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"));
    }

    @Test
    void refusesLongNamesAndOtherFormsOfBodies() {
        saving("rita", "n".repeat(101), "articles", Map.of()).post(PATH).then().statusCode(400);
        rita().contentType("text/plain").body("x").post(PATH).then().statusCode(415);
        rita().contentType("application/json")
                .body("{}")
                .post(PATH + "?x=1")
                .then()
                .statusCode(400);
    }

    @Test
    void keepsNamesOfOneOwnerApart() {
        post(Map.of()).then().statusCode(201);
        post(Map.of()).then().statusCode(409).body("code", equalTo("name-taken"));
        saved("carl", name, "statements", Map.of());
        String other = saved("rita", name + " 2", "statements", Map.of());

        saving("rita", name, "statements", Map.of())
                .header("If-Match", "\"1\"")
                .put(other)
                .then()
                .statusCode(409)
                .body("code", equalTo("name-taken"));
    }

    @Test
    void replacesOnlyTheVersionThatIsMeant() {
        String query = saved("rita", name, "statements", Map.of());

        saving("rita", name + " b", "articles", Map.of("language", "en"))
                .put(query)
                .then()
                .statusCode(428)
                .body("code", equalTo("precondition-required"));
        saving("rita", name + " b", "articles", Map.of("language", "en"))
                .header("If-Match", "\"1\"")
                .put(query)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("name", equalTo(name + " b"))
                .body("list", equalTo("articles"))
                .body("parameters", equalTo(Map.of("language", "en")));
        saving("rita", name, "statements", Map.of())
                .header("If-Match", "\"1\"")
                .put(query)
                .then()
                .statusCode(412)
                .body("code", equalTo("precondition-failed"));
        rita().header("If-Match", "\"1\"").delete(query).then().statusCode(412);
        rita().header("If-Match", "\"7\", \"2\"")
                .delete(query)
                .then()
                .statusCode(200)
                .body("revision", equalTo(2));
        rita().get(query).then().statusCode(404);
        rita().delete(query).then().statusCode(404);
    }

    @Test
    void letsOwnersAloneReplaceAndOwnersAndOperatorsDelete() {
        String query = saved("rita", name, "statements", Map.of());
        String another = saved("rita", name + " 2", "statements", Map.of());

        saving("carl", name, "statements", Map.of())
                .header("If-Match", "*")
                .put(query)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-owner"));
        saving("otto", name, "statements", Map.of())
                .header("If-Match", "*")
                .put(query)
                .then()
                .statusCode(403)
                .body("code", equalTo("not-owner"));
        as("carl").delete(query).then().statusCode(403).body("code", equalTo("not-owner"));
        as("carl").get(query).then().statusCode(200);
        as("olga").delete(query).then().statusCode(200).body("name", equalTo(name));
        rita().delete(another).then().statusCode(200);
    }

    @Test
    void showsOtherTenantsNothing() {
        String query = saved("rita", name, "statements", Map.of());

        as("noor").get(query).then().statusCode(404).body("code", equalTo("not-found"));
        as("noor").get(query + "/results").then().statusCode(404);
        as("noor").delete(query).then().statusCode(404);
        saving("noor", name, "statements", Map.of())
                .header("If-Match", "*")
                .put(query)
                .then()
                .statusCode(404);
        as("noor").queryParam("limit", 200).get(PATH).then().body("items.name", not(hasItem(name)));
        rita().get(query).then().statusCode(200);
    }

    @Test
    void letsNobodyElseWrite() {
        String query = saved("rita", name, "statements", Map.of());
        var unknown = io.restassured.RestAssured.given().contentType("application/json");
        unknown.body("{}").post(PATH).then().statusCode(401);
        io.restassured.RestAssured.given()
                .contentType("application/json")
                .body("{}")
                .put(query)
                .then()
                .statusCode(401);
        io.restassured.RestAssured.given().delete(query).then().statusCode(401);
        for (String user : new String[] {"olga", "tess"}) {
            saving(user, name, "statements", Map.of()).post(PATH).then().statusCode(403);
            saving(user, name, "statements", Map.of())
                    .header("If-Match", "*")
                    .put(query)
                    .then()
                    .statusCode(403);
        }
        as("tess").delete(query).then().statusCode(403).body("code", equalTo("tenant-missing"));
        rita().get(query).then().statusCode(200).body("revision", equalTo(1));
    }

    @Test
    void recordsWhatWasSavedAskedAndDeleted() {
        String outlet = "Audited " + UUID.randomUUID();
        String query = saved("rita", name, "statements", Map.of("outlet", outlet));
        rita().queryParam("limit", 3).get(query + "/results").then().statusCode(200);
        rita().delete(query).then().statusCode(200);

        for (String operation : new String[] {"saveQuery", "getSavedQueryResults", "deleteSavedQuery"}) {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> as("otto")
                            .queryParams(Map.of("operation", operation, "limit", 200))
                            .get("/v1/audit")
                            .then()
                            .body("items.parameters.outlet", hasItem(outlet))
                            .body(
                                    "items.find { it.parameters.outlet == '" + outlet + "' }.parameters.list",
                                    equalTo("statements")));
        }
        as("otto")
                .queryParams(Map.of("operation", "saveQuery", "limit", 200))
                .get("/v1/audit")
                .then()
                .body("items.find { it.parameters.outlet == '" + outlet + "' }.parameters.name", equalTo(name))
                .body("items.find { it.parameters.outlet == '" + outlet + "' }.path", containsString(PATH));
        rita().get(query + "/results").then().statusCode(404).body("items", nullValue());
        as("noor")
                .queryParam("limit", 200)
                .get(PATH)
                .then()
                .body("items.findAll { it.name == '" + name + "' }", empty());
    }
}
