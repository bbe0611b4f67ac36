package io.averment.query.reading;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.projection.Applied;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Relevance, highlights and counts of lists. */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the field.
class SearchTest {
    @Inject
    Applied applied;

    private static final String EITHER = "ferry OR harbour OR workers";

    private static Report publish() {
        Report report = Report.unique();
        send(report.article(), report.outlet(), "10");
        return report;
    }

    private static void send(UUID article, String outlet, String minute) {
        try (Topics topics = new Topics()) {
            topics.send(
                    Topics.LIVE,
                    new SampleMessage("demo", article, outlet)
                            .with(body -> body.put("firstAcceptedAt", "2026-11-20T10:" + minute + ":00Z")));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + article).statusCode() == 200);
    }

    @Test
    void listsWhatMatchesBestFirst() {
        Report report = publish();
        Map<String, Object> filters = Map.of("outlet", report.outlet(), "words", EITHER);
        list("/v1/statements", filters).body("items.id", contains(report.article() + ":s1", report.article() + ":s2"));

        UUID newer = UUID.randomUUID();
        send(newer, report.outlet(), "20");

        list("/v1/statements?sort=RELEVANCE", filters)
                .body(
                        "items.id",
                        contains(newer + ":s2", report.article() + ":s2", newer + ":s1", report.article() + ":s1"))
                .body("items[0].speaker.unresolved.reason", equalTo("NO_SPEAKER_IN_SENTENCE"))
                .body("items[0].outlet", equalTo(report.outlet()))
                .body("items[2].thread", notNullValue())
                .body("ranked.value", equalTo(4))
                .body("ranked.exact", equalTo(true))
                .body("next", nullValue())
                .body("newest", nullValue())
                .header("Link", nullValue());
        list("/v1/statements?sort=RELEVANCE&limit=1", filters)
                .body("items.id", contains(newer + ":s2"))
                .body("ranked.value", equalTo(4));
        list("/v1/articles?sort=RELEVANCE", filters)
                .body("items.id", contains(newer.toString(), report.article().toString()));
        list("/v1/commitments?sort=RELEVANCE", Map.of("outlet", report.outlet(), "words", "sails"))
                .body("items.id", contains(newer + ":c1", report.article() + ":c1"));
        list("/v1/statements?sort=RELEVANCE", Map.of("outlet", report.outlet(), "words", "submarine"))
                .body("items", empty())
                .body("ranked.value", equalTo(0));
        list("/v1/statements?sort=NEWEST", filters).body("ranked", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"the", "NOT the", "-the", "a & | !", "\"of the\"", "the OR of", "and NEAR/2 the"})
    void refusesWordsThatAreNeverLookedFor(String words) {
        for (String path : List.of(
                "/v1/statements",
                "/v1/statements?sort=RELEVANCE",
                "/v1/articles",
                "/v1/commitments/facets",
                "/v1/statements/histogram")) {
            rita().queryParam("words", words)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-request"))
                    .body(
                            "detail",
                            equalTo("The query parameter words has no word but such as \"the\", which are never looked"
                                    + " for."));
        }
        Report report = publish();
        list("/v1/statements", Map.of("outlet", report.outlet(), "words", "the ferry", "language", "EN"))
                .body("items.id", contains(report.article() + ":s1"));
    }

    @Test
    void ranksWhatTheRecordSaidThen() {
        Report report = publish();
        String since = rita().get("/v1/articles/" + report.article()).path("recordedFrom");
        try (Topics topics = new Topics()) {
            topics.send(
                    Topics.LIVE,
                    new SampleMessage("demo", report.article(), report.outlet())
                            .replace("harbour", "airport")
                            .version(2, 1));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + report.article()).<Integer>path("revision") == 2);

        Map<String, Object> filters = Map.of("outlet", report.outlet(), "words", "harbour", "sort", "RELEVANCE");
        list("/v1/statements", filters).body("items", empty());
        list("/v1/statements?highlights=true&asOf=" + since, filters)
                .body("items.id", contains(report.article() + ":s2"))
                .body("items[0].revision", equalTo(1))
                .body("items[0].highlights[0].text", equalTo(SampleMessage.SECOND_QUOTE));
    }

    @Test
    void tellsWhereTheWordsStand() {
        Report report = publish();
        var quote = SampleMessage.span(SampleMessage.SECOND_QUOTE);
        var first = SampleMessage.span("Nobody");
        var second = SampleMessage.span("workers");

        list(
                        "/v1/statements",
                        Map.of("outlet", report.outlet(), "words", "nobody work* -submarine", "highlights", true))
                .body("items.id", contains(report.article() + ":s2"))
                .body("items[0].highlights.size()", equalTo(1))
                .body("items[0].highlights[0].start", equalTo(quote.get("start").intValue()))
                .body("items[0].highlights[0].end", equalTo(quote.get("end").intValue()))
                .body("items[0].highlights[0].text", equalTo(SampleMessage.SECOND_QUOTE))
                .body(
                        "items[0].highlights[0].marks.start",
                        contains(
                                first.get("start").intValue(),
                                second.get("start").intValue()))
                .body(
                        "items[0].highlights[0].marks.end",
                        contains(first.get("end").intValue(), second.get("end").intValue()));
    }

    @Test
    void tellsWhereTheWordsStandInArticles() {
        Report report = publish();
        ValidatableResponse page = list(
                "/v1/articles", Map.of("outlet", report.outlet(), "words", "\"harbour workers\"", "highlights", true));

        int start = page.extract().<Integer>path("items[0].highlights[0].start");
        int end = page.extract().<Integer>path("items[0].highlights[0].end");
        String text = SampleMessage.text();
        assertEquals(
                text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)),
                page.extract().path("items[0].highlights[0].text"));
        page.body(
                        "items[0].highlights[0].marks.start",
                        contains(SampleMessage.span("harbour").get("start").intValue()))
                .body(
                        "items[0].highlights[0].marks.end",
                        contains(SampleMessage.span("workers").get("end").intValue()))
                .body("items[0].highlights.size()", equalTo(1));
        list("/v1/articles", Map.of("outlet", report.outlet(), "words", "harbour"))
                .body("items[0].highlights", nullValue());
        list("/v1/articles?highlights=true", Map.of("outlet", report.outlet(), "words", "-submarine"))
                .body("items[0].highlights", nullValue());
    }

    /** Of a text that is made for it; in brackets what must be marked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"harbour workers\" | The workers of the [harbour workers] met other workers in the Harbour.",
                "\"harbour workers\" OR harbour | The workers of the [harbour workers] met other workers in the [Harbour].",
                "\"workers in the harbour\" | The [workers of the harbour] workers met other [workers in the Harbour].",
                "\"the workers met\" | The workers of the harbour [workers met] other workers in the Harbour.",
                "\"harbour work* met\" | The workers of the [harbour workers met] other workers in the Harbour.",
                "\"harbour workers\" \"workers met\" | The workers of the [harbour workers met] other workers in the Harbour.",
                "\"harbour worker\" NEAR/3 met | The workers of the [harbour workers] [met] other workers in the Harbour."
            })
    void marksPhrasesWhereTheyStandAndNowhereElse(String words, String bracketed) {
        Report report = Report.unique();
        String text = bracketed.replace("[", "").replace("]", "");
        applied.apply(report.message("demo")
                .with(body -> body.put("headlineLength", 0))
                .withAnalysis(analysis -> {
                    analysis.put("text", text);
                    for (String facts :
                            List.of("sentences", "statements", "mentions", "entities", "times", "commitments")) {
                        analysis.putArray(facts);
                    }
                }));

        JsonPath found = list("/v1/articles", Map.of("outlet", report.outlet(), "words", words, "highlights", true))
                .extract()
                .jsonPath();
        StringBuilder marked = new StringBuilder(found.getString("items[0].highlights[0].text"));
        List<Integer> starts = found.getList("items[0].highlights[0].marks.start");
        List<Integer> ends = found.getList("items[0].highlights[0].marks.end");
        for (int i = starts.size() - 1; i >= 0; i--) {
            marked.insert(ends.get(i), "]").insert(starts.get(i), "[");
        }
        assertEquals(bracketed, marked.toString());
    }

    @Test
    void countsWhatAllPagesHave() {
        Report report = publish();
        UUID other = UUID.randomUUID();
        send(other, report.outlet(), "20");
        String entity = rita().get("/v1/articles/" + other).path("entities[0].entity");

        for (String filter : List.of("", "&kind=DIRECT", "&validAt=2026-11", "&asOf=2100-01-01T00:00:00Z")) {
            int expected = filter.contains("asOf") ? 409 : 200;
            rita().queryParam("outlet", report.outlet())
                    .get("/v1/statements?limit=1&count=true" + filter)
                    .then()
                    .statusCode(expected)
                    .body("count.value", expected == 200 ? equalTo(4) : nullValue())
                    .body("count.exact", expected == 200 ? equalTo(true) : nullValue());
        }
        list("/v1/statements?count=true", Map.of("outlet", report.outlet(), "entity", entity))
                .body("count.value", equalTo(2));
        list("/v1/articles?count=true&words=ferry&sort=RELEVANCE", Map.of("outlet", report.outlet()))
                .body("count.value", equalTo(2));
        list("/v1/times?count=true", Map.of("outlet", report.outlet())).body("count.value", equalTo(2));
        list("/v1/commitments?count=true&sort=DUE", Map.of("outlet", report.outlet()))
                .body("count.value", equalTo(2));
        list("/v1/statements", Map.of("outlet", report.outlet())).body("count", nullValue());
    }

    @Test
    void changesTheTagWithTheCount() {
        Report report = publish();
        String path = "/v1/statements?limit=1&count=true&outlet=" + report.outlet();
        String tag = rita().get(path).header("ETag");
        rita().header("If-None-Match", tag).get(path).then().statusCode(304);

        send(UUID.randomUUID(), report.outlet(), "05");

        rita().header("If-None-Match", tag)
                .get(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)))
                .body("count.value", equalTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=RELEVANCE",
                "sort=relevance&words=x",
                "sort=RELEVANCE&words=x&since=x",
                "sort=RELEVANCE&words=x&cursor=x",
                "highlights=true",
                "highlights=yes&words=x",
                "highlights=true&words=x&limit=101",
                "count=1"
            })
    void refusesWhatMeansNothing(String query) {
        rita().get("/v1/statements?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", containsString("invalid-"));
    }
}
