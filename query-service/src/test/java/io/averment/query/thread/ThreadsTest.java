package io.averment.query.thread;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.projection.Applied;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.WithdrawalMessage;
import io.averment.query.storage.TenantTransactions;
import io.averment.query.storage.ThreadLapses;
import io.averment.query.story.Story;
import io.averment.query.story.StoryAnalyses;
import io.averment.query.story.StoryMessages;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads in the record: lists, copies, revisions, lapses, and that the order of arrival does not matter. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class ThreadsTest {
    private static final Map<String, JsonNode> ANALYSES = StoryAnalyses.read();

    @Inject
    Applied applied;

    @Inject
    ThreadLapses lapses;

    @Inject
    TenantTransactions transactions;

    @Inject
    Session session;

    private final String port = "Portmaster " + UUID.randomUUID().toString().replaceAll("[^a-z]", "q");

    /** The sample report with a speaker and actor of this test's own. */
    private SampleMessage message(Report report, Consumer<ObjectNode> change) {
        return report.message("demo").withAnalysis(analysis -> {
            ((ObjectNode) analysis.get("entities").get(0)).put("name", port);
            change.accept(analysis);
        });
    }

    private String threadOf(Report report, String fact) {
        String kind = fact.startsWith("s") ? "statements" : "commitments";
        return rita().get("/v1/" + kind + "/" + report.article() + ":" + fact).path("thread");
    }

    private static void due(ObjectNode analysis, String latest) {
        ObjectNode commitment = (ObjectNode) analysis.get("commitments").get(0);
        commitment.remove("deadline");
        ((ObjectNode) commitment.get("due")).put("latest", latest);
    }

    @Test
    void putsTheSameWordsAndTheSamePromiseTogether() {
        Report first = Report.unique();
        Report second = Report.unique();
        applied.apply(message(first, analysis -> {}));
        applied.apply(message(second, analysis -> due(analysis, "2027-08-31"))
                .with(body -> body.put("firstAcceptedAt", "2026-11-21T10:00:00Z")));

        assertEquals(threadOf(first, "s1"), threadOf(second, "s1"));
        assertEquals(threadOf(first, "c1"), threadOf(second, "c1"));
        rita().get("/v1/threads/" + threadOf(first, "c1"))
                .then()
                .body("kind", equalTo("COMMITMENT"))
                .body("articles", equalTo(2))
                .body("origins", equalTo(1))
                .body("state", equalTo("OPEN"))
                .body("steps.kind", contains("ANNOUNCED", "MOVED"));
        rita().get("/v1/threads/" + threadOf(first, "s1"))
                .then()
                .body("kind", equalTo("UTTERANCE"))
                .body("state", equalTo("SAID"))
                .body("variants.relation", contains("CANONICAL"))
                .body("variants[0].words", equalTo("the ferry sails again in may"))
                .body("evidence[1].why.code", contains("SAME_VOICE", "VERBATIM"));
        assertNotEquals(threadOf(first, "c1"), threadOf(first, "s1"));
    }

    @Test
    void countsCopiesByTheirOrigin() {
        Report original = Report.unique();
        Report copy = Report.unique();
        Report other = Report.unique();
        applied.apply(message(original, analysis -> {}));
        applied.apply(message(copy, analysis -> {})
                .replace("answered", "rejoined")
                .with(body -> body.put("origin", original.article().toString())));
        applied.apply(message(other, analysis -> {}).replace("answered", "retorted"));

        rita().get("/v1/threads/" + threadOf(other, "c1"))
                .then()
                .body("articles", equalTo(3))
                .body("origins", equalTo(2));
    }

    @Test
    void leavesWordsWithoutSpeakerAlone() {
        Report report = Report.unique();
        applied.apply(message(report, analysis -> {}));

        rita().get("/v1/statements/" + report.article() + ":s2").then().body("thread", nullValue());
        rita().get("/v1/articles/" + report.article())
                .then()
                .body("commitments[0].thread", equalTo(threadOf(report, "c1")))
                .body("statements[0].thread", equalTo(threadOf(report, "s1")));
    }

    @ParameterizedTest
    @CsvSource({
        "kind,COMMITMENT,1",
        "kind,UTTERANCE,0",
        "state,OPEN,1",
        "state,LAPSED,0",
        "due,2027-05,1",
        "due,2027-06/..,0",
        "limit,1,1"
    })
    void narrowsLists(String parameter, String value, int expected) {
        Report report = Report.unique();
        applied.apply(message(report, analysis -> {}));
        String entity = rita().get("/v1/threads/" + threadOf(report, "c1")).path("entity");

        list("/v1/threads", Map.of("entity", entity, parameter, value)).body("items.size()", equalTo(expected));
        Reader.as("noor")
                .queryParams(Map.of("entity", entity))
                .get("/v1/threads")
                .then()
                .body("items", empty());
    }

    @Test
    void listsOverPagesWithTheWordsOfTheFirstFact() {
        List<Report> reports = List.of(Report.unique(), Report.unique());
        applied.apply(message(reports.get(0), analysis -> {}));
        applied.apply(message(reports.get(1), analysis -> {
            ObjectNode commitment = (ObjectNode) analysis.get("commitments").get(0);
            commitment.set("act", SampleMessage.span("runs the port"));
            commitment.remove("object");
        }));
        String entity =
                rita().get("/v1/threads/" + threadOf(reports.get(0), "c1")).path("entity");
        Map<String, String> filter = Map.of("entity", entity, "kind", "COMMITMENT", "limit", "1");

        String next = list("/v1/threads", filter)
                .body("items.size()", equalTo(1))
                .body("items[0].voice", equalTo(port.toLowerCase(java.util.Locale.ROOT)))
                .extract()
                .path("next");
        list("/v1/threads", Map.of("entity", entity, "kind", "COMMITMENT", "limit", "1", "cursor", next))
                .body("items.size()", equalTo(1))
                .body("next", nullValue());
    }

    /** Threads of both kinds may begin at the same place of the same article. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void listsEachThreadOnceOverPages(int limit) {
        List<Report> reports = List.of(Report.unique(), Report.unique());
        reports.forEach(report -> applied.apply(message(report, analysis -> {})));
        String entity =
                rita().get("/v1/threads/" + threadOf(reports.get(0), "c1")).path("entity");
        List<String> found = new ArrayList<>();
        Map<String, Object> filter = new HashMap<>(Map.of("entity", entity, "limit", limit));
        String next;
        do {
            JsonPath page = list("/v1/threads", filter).extract().jsonPath();
            found.addAll(page.getList("items.id"));
            next = page.getString("next");
            filter.put("cursor", String.valueOf(next));
        } while (next != null);

        assertEquals(List.of(threadOf(reports.get(0), "c1"), threadOf(reports.get(0), "s1")), found);
    }

    /** Lists and single threads agree on what the past comes to without it: what others told stays, under the ids that it had. */
    @ParameterizedTest
    @CsvSource({"0, 1, 2", "1, 0, 2", "2, 0, 1"})
    void tellsThePastWithoutAWithdrawnReport(int withdrawn, int one, int other) {
        List<Report> reports = List.of(Report.unique(), Report.unique(), Report.unique());
        reports.forEach(report -> applied.apply(message(report, analysis -> {})));
        Instant then = Instant.parse(
                rita().get("/v1/articles/" + reports.get(2).article()).path("recordedFrom"));
        String promise = threadOf(reports.get(0), "c1");
        String words = threadOf(reports.get(0), "s1");
        String entity = rita().get("/v1/threads/" + promise).path("entity");
        Map<String, String> listed = Map.of("entity", entity, "asOf", then.toString());
        list("/v1/threads", listed).body("items.id", contains(promise, words)).body("items.articles", contains(3, 3));

        applied.withdraw(new WithdrawalMessage("demo", reports.get(withdrawn).article(), 1));

        list("/v1/threads", listed)
                .body("items.id", contains(promise, words))
                .body("items.articles", contains(2, 2))
                .body("items.words", everyItem(notNullValue()));
        for (String thread : List.of(promise, words)) {
            rita().queryParam("asOf", then.toString())
                    .get("/v1/threads/" + thread)
                    .then()
                    .body("articles", equalTo(2))
                    .body(
                            "evidence.articleId",
                            containsInAnyOrder(
                                    reports.get(one).article().toString(),
                                    reports.get(other).article().toString()));
        }
    }

    @Test
    void forgetsWhatARevisionNoLongerSays() {
        Report first = Report.unique();
        Report second = Report.unique();
        applied.apply(message(first, analysis -> {}));
        applied.apply(message(second, analysis -> {}));
        String thread = threadOf(first, "c1");
        String before = rita().get("/v1/articles/" + second.article()).path("recordedFrom");
        applied.apply(message(second, analysis -> {
                    ((ArrayNode) analysis.get("commitments")).removeAll();
                })
                .version(2, 1));

        rita().get("/v1/threads/" + threadOf(first, "c1")).then().body("articles", equalTo(1));
        rita().queryParam("asOf", before).get("/v1/threads/" + thread).then().body("articles", equalTo(2));
    }

    @Test
    void givesOnlyTheFieldsAskedForOfOne() {
        Report report = Report.unique();
        applied.apply(message(report, analysis -> {}));
        String thread = threadOf(report, "c1");

        rita().queryParam("fields", "state,steps.kind")
                .get("/v1/threads/" + thread)
                .then()
                .statusCode(200)
                .body("$", equalTo(Map.of("state", "OPEN", "steps", List.of(Map.of("kind", "ANNOUNCED")))));
        rita().queryParam("fields", "states")
                .get("/v1/threads/" + thread)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"c0", "x0123456789abcdef0123", "c0123456789abcdef0123"})
    void knowsNoOtherThreads(String id) {
        rita().get("/v1/threads/" + id).then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void lapsesOnceHoweverManyLook() throws Exception {
        Report report = Report.unique();
        Tenant tenant = new Tenant("lapse-" + UUID.randomUUID().toString().substring(0, 8));
        applied.apply(report.message(tenant.name()));
        LocalDate after = LocalDate.of(2027, 6, 1);
        assertEquals(0, lapses.lapse(tenant, LocalDate.of(2027, 5, 31)));

        int lapsed = 0;
        try (ExecutorService replicas = Executors.newFixedThreadPool(4)) {
            Callable<Integer> look = () -> lapses.lapse(tenant, after);
            for (Future<Integer> done : replicas.invokeAll(Collections.nCopies(4, look))) {
                lapsed += done.get();
            }
        }

        assertEquals(1, lapsed);
        assertEquals(List.of("LAPSED"), states(tenant));
        assertEquals(
                List.of("1"), texts(tenant, "select cast(count(*) as text) from log where kind = 'COMMITMENT_LAPSED'"));
        assertEquals(true, lapses.tenants().contains(tenant));
    }

    private List<String> states(Tenant tenant) {
        return texts(tenant, "select state from thread where recorded_to = 'infinity' and kind = 'COMMITMENT'");
    }

    private List<String> texts(Tenant tenant, String sql) {
        return transactions.read(
                tenant, () -> session.createNativeQuery(sql, String.class).getResultList());
    }

    /** Everything of the threads but record time. */
    private List<String> threads(Tenant tenant) {
        List<String> rows = new ArrayList<>(texts(tenant, """
                select concat_ws(' ', thread_id, kind, state, voice_name, entity_key, due_from, due_to, first_day, last_day,
                    article_count, origin_count, article_id, fact_id)
                from thread where recorded_to = 'infinity' order by 1"""));
        rows.addAll(
                texts(
                        tenant,
                        "select concat_ws(' ', thread_id, article_id, fact_id) from thread_fact where recorded_to = 'infinity' order by 1"));
        return rows;
    }

    @Test
    void doesNotDependOnTheOrderOfArrival() {
        List<List<String>> results = new ArrayList<>();
        for (int seed = 0; seed < 3; seed++) {
            Tenant tenant = new Tenant("order-" + UUID.randomUUID().toString().substring(0, 8));
            List<SampleMessage> messages = new ArrayList<>();
            for (String name : List.of("metro-line", "two-petrovs", "water-tariff", "wind-farm", "steel-jobs")) {
                Story story = Story.of("development", name);
                for (int i = 0; i < story.reports().size(); i++) {
                    JsonNode analysis = Objects.requireNonNull(ANALYSES.get(story.file(i)));
                    messages.add(StoryMessages.message(tenant.name(), story, i, "order", analysis));
                }
            }
            Collections.shuffle(messages, new Random(seed));
            messages.forEach(applied::apply);
            results.add(threads(tenant));
        }

        assertEquals(results.get(0), results.get(1));
        assertEquals(results.get(0), results.get(2));
        assertNotEquals(List.of(), results.get(0));
    }
}
