package io.averment.query.saved;

import static io.averment.query.saved.SavedQueriesTest.saved;
import static io.averment.query.saved.SavedQueriesTest.saving;
import static io.averment.query.server.Reader.as;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.averment.query.projection.Applied;
import io.averment.query.server.Report;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.xml.XmlPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What saved queries find: the same as their lists, in every form. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class SavedQueryResultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String ATOM = "application/atom+xml";

    @Inject
    Applied applied;

    private final String name = "Query " + UUID.randomUUID();
    private final Report report = Report.unique();

    private void publish(int revision) {
        applied.apply(report.message("demo").version(revision, 1));
    }

    private String save(String list) {
        return saved("rita", name, list, Map.of("outlet", report.outlet())) + "/results";
    }

    private XmlPath feed(String results) {
        return rita().accept(ATOM).get(results).then().statusCode(200).extract().xmlPath();
    }

    @ParameterizedTest
    @CsvSource({"articles, ''", "statements, :s1", "commitments, :c1", "times, :t1"})
    void findsWhatTheListFinds(String list, String fact) {
        publish(1);
        String results = save(list);

        as("carl")
                .get(results)
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("items.id", hasItem(report.article() + fact))
                .body("newest", notNullValue());
        for (String form : new String[] {"application/x-ndjson", "text/csv"}) {
            String listed = rita().accept(form)
                    .queryParam("outlet", report.outlet())
                    .get("/v1/" + list)
                    .then()
                    .statusCode(200)
                    .contentType(form)
                    .extract()
                    .asString();
            assertEquals(listed, rita().accept(form).get(results).asString());
        }
    }

    @Test
    void findsThreadsAndEntities() {
        publish(1);
        String entity = rita().get("/v1/articles/" + report.article()).path("entities[0].entity");
        String threads = saved("rita", name, "threads", Map.of("entity", entity, "kind", "COMMITMENT"));
        String entities = saved("rita", name + " 2", "entities", Map.of("name", "ilse", "fields", "id"));

        rita().get(threads + "/results").then().statusCode(200).body("items[0].kind", equalTo("COMMITMENT"));
        rita().get(entities + "/results").then().statusCode(200).body("items", hasItem(Map.of("id", entity)));
        rita().queryParam("since", "x")
                .get(entities + "/results")
                .then()
                .statusCode(400)
                .body("detail", containsString("'since'"));
    }

    @Test
    void pagesUnderItsOwnAddress() {
        publish(1);
        String results = save("statements");

        String next = rita().queryParam("limit", 1)
                .get(results)
                .then()
                .body("items.id", contains(report.article() + ":s1"))
                .header("Link", containsString("<" + results + "?"))
                .extract()
                .path("next");
        rita().queryParams(Map.of("limit", 1, "cursor", next))
                .get(results)
                .then()
                .body("items.id", contains(report.article() + ":s2"));
        rita().queryParam("speaker", "Ilse").get(results).then().statusCode(400);
    }

    @Test
    void givesWhatIsNewSinceAndWhatWasAsOf() {
        publish(1);
        String results = save("statements");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> rita().queryParam("since", rita().get(results).<String>path("newest"))
                                .get(results)
                                .then()
                                .body("items", empty()));
        String newest = rita().get(results).path("newest");
        String recordedFrom = rita().get(results).path("items[0].recordedFrom");
        publish(2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> rita().queryParam("since", newest)
                        .get(results)
                        .then()
                        .statusCode(200)
                        .body("items.revision", contains(2, 2)));
        rita().queryParam("asOf", recordedFrom).get(results).then().body("items.revision", contains(1, 1));
        rita().queryParams(Map.of("asOf", recordedFrom, "since", newest))
                .get(results)
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/x-ndjson", "text/csv", ATOM})
    void sendsNothingWhileNothingChanged(String form) {
        publish(1);
        String results = save("articles");
        String tag = rita().accept(form).get(results).header("ETag");

        rita().accept(form).header("If-None-Match", tag).get(results).then().statusCode(304);
        publish(2);
        rita().accept(form).header("If-None-Match", tag).get(results).then().statusCode(200);
    }

    /** The feed is the saved query, whatever it asks; an entry is the fact, in whichever feed it stands. */
    @Test
    void keepsIdsOfFeedAndEntries() {
        publish(1);
        String results = save("statements");
        XmlPath before = feed(results);
        XmlPath list = rita().accept(ATOM)
                .queryParam("outlet", report.outlet())
                .get("/v1/statements")
                .xmlPath();

        assertEquals(name, before.getString("feed.title"));
        assertEquals(results, before.getString("feed.link.find { it.@rel == 'self' }.@href"));
        assertEquals("/v1/statements/" + report.article() + ":s1", before.getString("feed.entry[0].link.@href"));
        assertEquals(list.getList("feed.entry.id"), before.getList("feed.entry.id"));
        assertNotEquals(list.getString("feed.id"), before.getString("feed.id"));

        saving("rita", name + " b", "statements", Map.of("outlet", report.outlet(), "limit", 1))
                .header("If-Match", "\"1\"")
                .put(results.substring(0, results.lastIndexOf('/')))
                .then()
                .statusCode(200);
        XmlPath after = feed(results);
        assertEquals(before.getString("feed.id"), after.getString("feed.id"));
        assertEquals(name + " b", after.getString("feed.title"));
        assertEquals(before.getString("feed.entry[0].id"), after.getString("feed.entry[0].id"));
        assertEquals(1, after.getList("feed.entry.id").size());

        String other = saved("rita", name, "statements", Map.of("outlet", report.outlet())) + "/results";
        assertNotEquals(before.getString("feed.id"), feed(other).getString("feed.id"));
    }

    @Test
    void givesTheFeedPageByPage() {
        publish(1);
        String results = save("statements");

        XmlPath feed = rita().accept(ATOM).queryParam("limit", 1).get(results).xmlPath();

        String next = feed.getString("feed.link.find { it.@rel == 'next' }.@href");
        assertEquals(results + "?limit=1", feed.getString("feed.link.find { it.@rel == 'self' }.@href"));
        rita().urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items.id", contains(report.article() + ":s2"))
                .body("next", not(notNullValue()));
    }
}
