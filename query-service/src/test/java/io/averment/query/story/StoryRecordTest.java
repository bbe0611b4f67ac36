package io.averment.query.story;

import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.averment.query.projection.Applied;
import io.averment.query.rebuild.Rebuild;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantTransactions;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/**
 * Stories in the record: lists, revisions and withdrawals, and that the order of arrival does not matter. Each test tells the
 * story of the reactor with names of its own.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class StoryRecordTest {
    private static final Map<String, JsonNode> ANALYSES = StoryAnalyses.read();

    @Inject
    Applied applied;

    @Inject
    Rebuild rebuild;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private OwnStory story = new OwnStory(UUID.randomUUID().toString());

    private SampleMessage message(int report) {
        return story.message(report);
    }

    private String outletOf(int report) {
        return story.outletOf(report);
    }

    private String article(int report) {
        return story.article(report);
    }

    private String storyOf(int report) {
        return story.storyOf(report);
    }

    private Instant now() {
        return transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("select clock_timestamp()", Instant.class)
                        .getSingleResult());
    }

    private void tell(List<Integer> reports) {
        reports.forEach(report -> applied.apply(message(report)));
    }

    /** What the record says of the story now, without when it learnt it. */
    private Map<String, Object> told() {
        JsonPath found = rita().get("/v1/stories/" + storyOf(0)).jsonPath();
        Map<String, Object> told = new TreeMap<>(found.getMap("$"));
        found.getList("reports", Map.class).forEach(report -> report.remove("recordedFrom"));
        told.put("reports", found.getList("reports.articleId"));
        told.put("follows", found.getList("reports.follows"));
        told.put("why", found.getList("reports.why"));
        JsonPath timeline =
                rita().get("/v1/stories/" + storyOf(0) + "/timeline?limit=200").jsonPath();
        told.put("kinds", timeline.getList("items.kind"));
        told.put("evidence", timeline.getList("items.evidence"));
        told.put("words", timeline.getList("items.words"));
        return told;
    }

    @Test
    void tellsTheStoryOfReportsOfOneDevelopment() {
        tell(List.of(0, 1, 2, 3, 4));

        rita().get("/v1/stories/" + storyOf(4))
                .then()
                .statusCode(200)
                .body("articles", equalTo(5))
                .body("origins", equalTo(5))
                .body("firstDay", equalTo("2023-02-06"))
                .body("lastDay", equalTo("2024-03-29"))
                .body("languages", contains("en"))
                .body(
                        "outlets",
                        containsInAnyOrder("energy brief", outletOf(0).toLowerCase(Locale.ROOT), "northern wire"))
                .body("reports.articleId", contains(article(0), article(1), article(2), article(3), article(4)))
                .body("reports[0].follows", nullValue())
                .body("reports[1].follows", equalTo(article(0)))
                .body(
                        "reports[1].why.code",
                        contains("SAME_UTTERANCE", "SAME_UNDERTAKING", "SAME_PERSON", "SAME_BODY", "SHARED_WORDS"));
        rita().get("/v1/stories/" + storyOf(0) + "?fields=articles").then().body("$", equalTo(Map.of("articles", 5)));
    }

    @Test
    void isTheSameInEveryOrderOfArrival() {
        tell(List.of(0, 1, 2, 3, 4));
        Map<String, Object> expected = told();

        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4));
        for (int seed = 1; seed <= 3; seed++) {
            story = new OwnStory(UUID.randomUUID().toString());
            Collections.shuffle(order, new Random(seed));
            tell(order);
            Map<String, Object> found = told();

            for (String key : List.of("articles", "origins", "firstDay", "lastDay", "kinds", "languages")) {
                assertEquals(expected.get(key), found.get(key), key + " in the order " + order);
            }
            assertEquals(
                    List.of(article(0), article(1), article(2), article(3), article(4)),
                    found.get("reports"),
                    order.toString());
        }
    }

    /** Everything of the stories of a tenant but record time. */
    private List<String> rows(Tenant tenant) {
        return transactions.read(
                tenant, () -> session.createNativeQuery("""
                                select concat_ws(' ', article_id, parent_id, affinity, story_id) from story_report
                                where recorded_to = 'infinity'
                                union all
                                select concat_ws(' ', story_id, first_day, last_day, article_count, origin_count, article_id)
                                from story where recorded_to = 'infinity'
                                union all
                                select concat_ws(' ', story_id, facet, article_id) from story_facet where recorded_to = 'infinity'
                                order by 1""", String.class).getResultList());
    }

    @Test
    void putsManyStoriesTogetherInEveryOrderOfArrival() {
        List<List<String>> results = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Tenant tenant = new Tenant("stories-" + UUID.randomUUID().toString().substring(0, 8));
            List<SampleMessage> messages = new ArrayList<>();
            for (String name : List.of("metro-line", "two-petrovs", "water-tariff", "mine-closure", "steel-jobs")) {
                Story told = Story.of("development", name);
                for (int i = 0; i < told.reports().size(); i++) {
                    messages.add(StoryMessages.message(
                            tenant.name(), told, i, "order", Objects.requireNonNull(ANALYSES.get(told.file(i)))));
                }
            }
            Collections.shuffle(messages, new Random(seed));
            messages.forEach(applied::apply);
            results.add(rows(tenant));
        }

        assertEquals(results.get(0), results.get(1));
        assertEquals(results.get(0), results.get(2));
        assertNotEquals(List.of(), results.get(0));
    }

    @Test
    void keepsWhatItWasBeforeAnEarlierReportCameIn() {
        tell(List.of(1, 2));
        String before = storyOf(1);
        Instant then = now();

        tell(List.of(0));

        assertNotEquals(before, storyOf(1));
        assertEquals(storyOf(0), storyOf(1));
        rita().get("/v1/stories/" + before).then().statusCode(404);
        rita().queryParam("asOf", then.toString())
                .get("/v1/stories/" + before)
                .then()
                .body("reports.articleId", contains(article(1), article(2)));
        rita().queryParam("asOf", then.toString())
                .get("/v1/stories/" + before + "/timeline")
                .then()
                .body("items.findAll { it.kind == 'ARTICLE' }.articleId", contains(article(1), article(2)))
                .body("items.findAll { it.kind == 'ANNOUNCED' }.articleId", contains(article(1)));
        rita().queryParam("asOf", then.toString())
                .get("/v1/articles/" + article(1))
                .then()
                .body("story", equalTo(before));
    }

    @Test
    void takesRevisionsInAndRepeatsNothing() {
        tell(List.of(0, 1, 2));
        SampleMessage revised = message(1).version(2, 1).with(body -> body.put("acceptedAt", "2023-02-08T06:00:00Z"));
        applied.apply(revised);
        applied.apply(revised);
        applied.apply(message(0));

        rita().get("/v1/stories/" + storyOf(0))
                .then()
                .body("reports.articleId", contains(article(0), article(1), article(2)))
                .body("articles", equalTo(3));
        list(Map.of("story", storyOf(0), "fields", "id,revision"))
                .body("items.id", contains(article(2), article(1), article(0)))
                .body("items.revision", contains(1, 2, 1));
    }

    /** The answers about the story as of each instant. */
    private List<String> answers(List<Instant> instants, List<String> ids) {
        List<String> answers = new ArrayList<>();
        for (Instant instant : instants) {
            for (String id : ids) {
                for (String path : List.of("/v1/stories/" + id, "/v1/stories/" + id + "/timeline")) {
                    answers.add(rita().queryParam("asOf", instant.toString())
                            .get(path)
                            .asString());
                }
            }
            answers.add(rita().queryParam("asOf", instant.toString())
                    .queryParam("outlet", outletOf(0))
                    .get("/v1/stories")
                    .asString());
        }
        return answers;
    }

    @Test
    void saysTheSameOfEveryInstantAfterARebuild() throws SQLException {
        rebuild.drop();
        List<Instant> instants = new ArrayList<>();
        Set<String> ids = new TreeSet<>();
        for (int report : List.of(3, 1, 4, 0, 2)) {
            applied.apply(message(report));
            instants.add(now());
            ids.add(storyOf(report));
        }
        applied.apply(message(0).version(2, 1).with(body -> body.put("acceptedAt", "2023-02-09T06:00:00Z")));
        instants.add(now());
        List<String> before = answers(instants, List.copyOf(ids));

        rebuild.run(line -> {});

        assertEquals(before, answers(instants, List.copyOf(ids)));
        assertEquals(
                3,
                before.stream()
                        .filter(answer -> answer.contains("\"items\":[{\"id\""))
                        .count());
        rebuild.drop();
    }

    @Test
    void leavesNothingOfAWithdrawnReport() {
        tell(List.of(0, 1, 2, 3, 4));
        Instant then = now();
        String before = storyOf(0);

        String entity = rita().get("/v1/articles/" + article(1)).path("entities[0].entity");
        Map<String, String> listed = Map.of("entity", entity, "asOf", then.toString());
        Reader.list("/v1/stories", listed)
                .body("items.id", contains(before))
                .body("items[0].articles", equalTo(5))
                .body("items[0].articleId", equalTo(article(0)));

        applied.withdraw(new WithdrawalMessage("demo", UUID.fromString(article(0)), 1)
                .with("firstAcceptedAt", "2023-02-06T06:00:00Z")
                .with("recordMonth", "2023-02"));

        // What the others told then is listed as of then, under the id that it had.
        Reader.list("/v1/stories", listed)
                .body("items.id", contains(before))
                .body("items[0].articles", equalTo(4))
                .body("items[0].articleId", equalTo(article(1)));
        rita().get("/v1/stories/" + storyOf(1))
                .then()
                .body("reports.articleId", contains(article(1), article(2), article(3), article(4)))
                .body("articles", equalTo(4));
        assertNotEquals(before, storyOf(1));
        rita().queryParam("asOf", then.toString())
                .get("/v1/stories/" + before)
                .then()
                .body("reports.articleId", contains(article(1), article(2), article(3), article(4)));
        String kept = transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery(
                                "select (select count(*) from story_report where article_id = :article)"
                                        + " || ' ' || (select count(*) from story_key where article_id = :article)"
                                        + " || ' ' || (select count(*) from story where article_id = :article)",
                                String.class)
                        .setParameter("article", UUID.fromString(article(0)))
                        .getSingleResult());
        assertEquals("0 0 0", kept);
    }

    /** What only a withdrawn report named is named by no story, of the past either. */
    @Test
    void leavesNoNamesOfAWithdrawnReport() {
        tell(List.of(0, 1, 2, 3, 4));
        String story = storyOf(0);

        applied.withdraw(new WithdrawalMessage("demo", UUID.fromString(article(1)), 1)
                .with(
                        "firstAcceptedAt",
                        rita().get("/v1/articles/" + article(1)).path("firstAcceptedAt"))
                .with("recordMonth", "2023-02"));

        Long left = transactions.read(
                new Tenant("demo"),
                () -> session.createNativeQuery("""
                        select count(*) from story_facet f where f.story_id = :story and f.facet <> 'S'
                            and not exists (select from story_report r where r.story_id = f.story_id and f.facet = any(r.facets))
                        """, Long.class)
                        .setParameter("story", story)
                        .getSingleResult());
        assertEquals(0L, left);
    }

    private static io.restassured.response.ValidatableResponse list(Map<String, ?> filters) {
        return Reader.list("/v1/articles", filters);
    }

    @Test
    void listsByWhatItsReportsName() {
        tell(List.of(0, 1, 2, 3, 4));
        String entity = rita().get("/v1/articles/" + article(0)).path("entities[0].entity");
        String id = storyOf(0);

        for (Map<String, String> filters : List.of(
                Map.of("entity", entity),
                Map.of("entity", entity, "outlet", "Northern WIRE"),
                Map.of("entity", entity, "language", "en"),
                Map.of("entity", entity, "publishedFrom", "2024-03-29"),
                Map.of("entity", entity, "publishedTo", "2023-02-06"))) {
            Reader.list("/v1/stories", filters)
                    .body("items.id", contains(id))
                    .body("items[0].articles", equalTo(5))
                    .body("items[0].articleId", equalTo(article(0)));
        }
        for (Map<String, String> filters : List.of(
                Map.of("entity", entity, "outlet", "another"),
                Map.of("entity", entity, "country", "XXX"),
                Map.of("entity", entity, "publishedFrom", "2024-03-30"),
                Map.of("entity", entity, "publishedTo", "2023-02-05"))) {
            Reader.list("/v1/stories", filters).body("items", equalTo(List.of()));
        }
        Reader.list("/v1/stories", Map.of("publishedFrom", "2023-02-06", "publishedTo", "2023-02-06", "limit", 200))
                .body("items.id", hasItem(id));
        Reader.list("/v1/stories", Map.of("publishedFrom", "2023-02-05", "publishedTo", "2023-02-05", "limit", 200))
                .body("items.id", not(hasItem(id)));
        Reader.list("/v1/commitments", Map.of("story", id))
                .body("items.articleId", contains(article(2), article(1), article(0)));
        Reader.list("/v1/statements", Map.of("story", id, "outlet", "Northern Wire"))
                .body("items.articleId", everyItem(equalTo(article(3))))
                .body("items", not(empty()));
        Reader.as("noor").get("/v1/stories/" + id).then().statusCode(404);
        Reader.as("noor").get("/v1/stories/" + id + "/timeline").then().statusCode(404);
        Reader.as("noor").queryParam("entity", entity).get("/v1/stories").then().body("items", equalTo(List.of()));
    }
}
