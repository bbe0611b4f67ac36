package io.averment.query.reading;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Tokens;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Sends a report of this outlet and waits until it is in the record. */
    private static UUID publish(String outlet, UnaryOperator<SampleMessage> change) {
        UUID article = UUID.randomUUID();
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, change.apply(new SampleMessage("demo", article, outlet)));
        }
        await().atMost(PATIENCE)
                .until(() -> rita().get("/v1/articles/" + article).statusCode() == 200);
        return article;
    }

    private static UUID publish(String outlet) {
        return publish(outlet, message -> message);
    }

    private static UUID publishAt(String outlet, String minute) {
        return publish(
                outlet,
                message -> message.with(body -> body.put("firstAcceptedAt", "2026-11-20T10:" + minute + ":00Z")));
    }

    @Test
    void listsStatementsWithSpeakerAndChain() {
        Report report = Report.unique();
        UUID article = publish(report.outlet());

        ValidatableResponse list = list("/v1/statements", Map.of("outlet", report.outlet()));

        list.body("items.id", contains(article + ":s1", article + ":s2"))
                .body("items[0].articleId", equalTo(article.toString()))
                .body("items[0].revision", equalTo(1))
                .body("items[0].outlet", equalTo(report.outlet()))
                .body("items[0].address", equalTo("https://news.example/" + article))
                .body("items[0].headline", equalTo(SampleMessage.HEADLINE))
                .body("items[0].publishedAt", equalTo("2026-11-19"))
                .body("items[0].kind", equalTo("DIRECT"))
                .body("items[0].act", equalTo("UNKNOWN"))
                .body("items[0].hedged", equalTo(false))
                .body("items[0].content[0].start", equalTo(24))
                .body("items[0].content[0].text", equalTo(SampleMessage.FIRST_QUOTE))
                .body("items[0].speaker.name", equalTo("Ilse Maréchal"))
                .body("items[0].chain.role", contains("SPEAKER", "OUTLET"))
                .body("items[1].speaker.unresolved.reason", equalTo("NO_SPEAKER_IN_SENTENCE"))
                .body("items[1].speaker.containsKey('name')", equalTo(false))
                .body("containsKey('next')", equalTo(false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"maréchal", "MARECHAL", "Ilse", "marechal ilse"})
    void findsStatementsByNameWords(String speaker) {
        Report report = Report.unique();
        UUID article = publish(report.outlet());

        list("/v1/statements", Map.of("outlet", report.outlet(), "speaker", speaker))
                .body("items.id", contains(article + ":s1"));
    }

    @Test
    void findsNoSpeakerByPartOfWordOrOtherName() {
        Report report = Report.unique();
        publish(report.outlet());

        list("/v1/statements", Map.of("outlet", report.outlet(), "speaker", "Mar"))
                .body("items", empty());
        list("/v1/statements", Map.of("outlet", report.outlet(), "speaker", "Ilse Holt"))
                .body("items", empty());
    }

    @Test
    void narrowsStatementsByKindWordsAndArticle() {
        Report report = Report.unique();
        UUID article = publish(
                report.outlet(),
                message -> message.withAnalysis(analysis -> ((com.fasterxml.jackson.databind.node.ObjectNode)
                                analysis.get("statements").get(1))
                        .put("kind", "MIXED")));
        UUID another = publish(report.outlet());

        list("/v1/statements", Map.of("outlet", report.outlet(), "kind", "MIXED"))
                .body("items.id", contains(article + ":s2"));
        list("/v1/statements", Map.of("article", another.toString(), "words", "\"harbour workers\""))
                .body("items.id", contains(another + ":s2"));
        list("/v1/statements", Map.of("article", another.toString(), "words", "ferries sailing"))
                .body("items.id", contains(another + ":s1"));
        list("/v1/statements", Map.of("article", another.toString(), "words", "ferry -May"))
                .body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/statements"})
    void narrowsByOutletRegardlessOfCase(String path) {
        Report report = Report.unique();
        publish(report.outlet());

        list(path, Map.of("outlet", report.outlet().toUpperCase(java.util.Locale.ROOT)))
                .body("items.outlet", hasItem(report.outlet()));
        list(path, Map.of("outlet", report.outlet() + " x")).body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/statements"})
    void narrowsByDayOfPublicationInclusively(String path) {
        Report report = Report.unique();
        publish(
                report.outlet(),
                message -> message.withAnalysis(analysis -> analysis.put("publishedAt", "2025-08-18T23:30:00-05:00")));
        publish(report.outlet(), message -> message.withAnalysis(analysis -> analysis.remove("publishedAt")));

        list(path, Map.of("outlet", report.outlet(), "publishedFrom", "2025-08-18", "publishedTo", "2025-08-18"))
                .body("items.publishedAt", hasItem("2025-08-18T23:30:00-05:00"));
        list(path, Map.of("outlet", report.outlet(), "publishedFrom", "2025-08-19"))
                .body("items", empty());
        list(path, Map.of("outlet", report.outlet(), "publishedTo", "2025-08-17"))
                .body("items", empty());
    }

    @Test
    void findsArticlesByTheirWords() {
        Report report = Report.unique();
        UUID article = publish(report.outlet());

        list("/v1/articles", Map.of("outlet", report.outlet(), "words", "spokesmans answering"))
                .body("items.id", contains(article.toString()))
                .body("items[0].statementCount", equalTo(2))
                .body("items[0].recordMonth", equalTo("2026-11"))
                .body("items[0].firstAcceptedAt", equalTo("2026-11-20T10:00:00.123456Z"))
                .body("items[0].headline", equalTo(SampleMessage.HEADLINE));
        list("/v1/articles", Map.of("outlet", report.outlet(), "words", "submarine"))
                .body("items", empty());
    }

    @Test
    void pagesThroughArticlesWhileOthersArrive() {
        Report report = Report.unique();
        List<String> expected = new ArrayList<>();
        for (String minute : List.of("10", "20", "30", "40", "50")) {
            expected.addFirst(publishAt(report.outlet(), minute).toString());
        }

        List<String> found = new ArrayList<>();
        ValidatableResponse page = list("/v1/articles", Map.of("outlet", report.outlet(), "limit", 2));
        found.addAll(page.extract().path("items.id"));
        publishAt(report.outlet(), "59");
        String late = publishAt(report.outlet(), "05").toString();
        page = list(
                "/v1/articles",
                Map.of(
                        "outlet",
                        report.outlet(),
                        "limit",
                        2,
                        "cursor",
                        page.extract().<String>path("next")));
        found.addAll(page.extract().path("items.id"));
        page = rita().urlEncodingEnabled(false).get(nextOf(page)).then().statusCode(200);
        found.addAll(page.extract().path("items.id"));

        expected.add(late);
        assertEquals(expected, found);
        page.header("Link", not(containsString("rel=\"next\""))).body("next", nullValue());
    }

    private static String nextOf(ValidatableResponse page) {
        return page.extract().headers().getValues("Link").stream()
                .filter(link -> link.matches("</v1/\\S+>; rel=\"next\""))
                .map(link -> link.substring(1, link.indexOf('>')))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void pagesThroughStatementsOneByOne() {
        Report report = Report.unique();
        UUID older = publishAt(report.outlet(), "10");
        UUID newer = publishAt(report.outlet(), "20");

        List<String> found = new ArrayList<>();
        ValidatableResponse page = list("/v1/statements", Map.of("outlet", report.outlet(), "limit", 1));
        found.addAll(page.extract().path("items.id"));
        for (int pages = 1; page.extract().path("next") != null && pages < 10; pages++) {
            page = rita().urlEncodingEnabled(false).get(nextOf(page)).then().statusCode(200);
            found.addAll(page.extract().path("items.id"));
        }

        assertEquals(List.of(newer + ":s1", newer + ":s2", older + ":s1", older + ":s2"), found);
    }

    @Test
    void refusesCursorOfOtherFilters() {
        Report report = Report.unique();
        publish(report.outlet());
        String cursor = list("/v1/statements", Map.of("outlet", report.outlet(), "limit", 1))
                .body("next", notNullValue())
                .extract()
                .path("next");

        rita().queryParam("cursor", cursor)
                .get("/v1/statements")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-cursor"));
        Reader.as("noor")
                .queryParam("cursor", cursor)
                .queryParam("outlet", report.outlet())
                .get("/v1/statements")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles?colour=red", "/v1/statements?colour=red", "/v1/articles/x?colour=red"})
    void namesUnknownParameter(String path) {
        rita().get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body("detail", containsString("'colour'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "limit=5&limit=6",
                "words=",
                "words=%00",
                "publishedFrom=yesterday",
                "publishedFrom=2025-02-02&publishedTo=2025-02-01"
            })
    void refusesParametersThatAreNotValid(String query) {
        rita().urlEncodingEnabled(false)
                .get("/v1/articles?" + query)
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"' or 1=1 --", "x'; --", "b & | !", "x\\' | x", "xyz:*", "x <-> !y"})
    void takesAnyWordsForWords(String words) {
        Report report = Report.unique();

        list("/v1/articles", Map.of("outlet", report.outlet(), "words", words)).body("items", empty());
        list("/v1/statements", Map.of("outlet", report.outlet(), "words", words, "speaker", words))
                .body("items", empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "ferry;s1",
                "ferry harbour;''",
                "ferry OR harbour;s1 s2",
                "ferry or harbour;s1 s2",
                "(ferry OR harbour) NOT may;s2",
                "-ferry;s2",
                "-(ferry OR workers);''",
                "\"harbour workers\";s2",
                "\"workers harbour\";''",
                "\"the harb* workers\";s2",
                "sai* fer*;s1",
                "harbou*;s2",
                "workers NEAR/1 harbour;s2",
                "asked NEAR/1 workers;''",
                "workers NEAR/3 \"nobody asked\";s2",
                "workers NEAR/2 \"nobody asked\";''"
            })
    void readsTheLanguageOfWords(String words, String found) {
        Report report = Report.unique();
        UUID article = publish(report.outlet());

        assertEquals(
                found.isEmpty()
                        ? List.of()
                        : Arrays.stream(found.split(" ", -1))
                                .map(id -> article + ":" + id)
                                .toList(),
                list("/v1/statements", Map.of("article", article.toString(), "words", words))
                        .extract()
                        .path("items.id"));
    }

    @Test
    void findsWordsWhoseStemIsShorterThanTheirBeginning() {
        Report report = Report.unique();
        UUID article = publish(report.outlet(), message -> message.replace("harbour workers", "government aide"));

        for (String beginning : List.of("govern*", "governm*", "governmen*", "government*", "GOVERNME*")) {
            list("/v1/statements", Map.of("article", article.toString(), "words", beginning))
                    .body("items.id", contains(article + ":s2"));
        }
    }

    @Test
    void saysWhereWordsCannotBeRead() {
        rita().queryParam("words", "ferry (harbour OR")
                .get("/v1/articles")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body(
                        "detail",
                        equalTo(
                                "The query parameter words cannot be read at character 18: expected a word, a phrase or an"
                                        + " opening parenthesis."));
    }

    @Test
    void answersUnchangedUntilSomethingChanges() {
        Report report = Report.unique();
        UUID article = publish(report.outlet());
        for (String path : List.of(
                "/v1/articles/" + article,
                "/v1/articles?outlet=" + report.outlet(),
                "/v1/statements?outlet=" + report.outlet())) {
            String tag = rita().get(path)
                    .then()
                    .statusCode(200)
                    .header("ETag", matchesPattern("W/\"[0-9a-f]{32}\""))
                    .header("Cache-Control", containsString("no-cache"))
                    .extract()
                    .header("ETag");

            rita().header("If-None-Match", tag)
                    .get(path)
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag))
                    .body(equalTo(""));
            rita().header("If-None-Match", "\"x\", " + tag).get(path).then().statusCode(304);
            rita().header("If-None-Match", "\"x\"").get(path).then().statusCode(200);
        }
    }

    @Test
    void changesTheTagWithTheRevision() {
        Report report = Report.unique();
        UUID article = publish(report.outlet());
        String path = "/v1/articles/" + article;
        String tag = rita().get(path).header("ETag");
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, new SampleMessage("demo", article, report.outlet()).version(2, 1));
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> rita().header("If-None-Match", tag)
                        .get(path)
                        .then()
                        .statusCode(200)
                        .body("revision", equalTo(2))
                        .header("ETag", not(equalTo(tag))));
    }

    @Test
    void showsNothingToOtherTenants() {
        Report report = Report.unique();
        UUID article = publish(report.outlet());

        Reader.as("noor")
                .get("/v1/articles/" + article)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("not-found"));
        for (String path : List.of("/v1/articles", "/v1/statements")) {
            Reader.as("noor")
                    .queryParam("outlet", report.outlet())
                    .get(path)
                    .then()
                    .statusCode(200)
                    .body("items", empty());
        }
        Reader.as("noor")
                .queryParam("article", article)
                .get("/v1/statements")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void answersProblemForArticleThatIsNotThere() {
        rita().get("/v1/articles/" + UUID.randomUUID()).then().statusCode(404).body("code", equalTo("not-found"));
        rita().get("/v1/articles/17").then().statusCode(404).body("code", equalTo("not-found"));
    }

    @Test
    void servesEveryRoleThatReads() {
        for (String user : List.of("rita", "carl", "cora", "otto")) {
            given().auth()
                    .oauth2(Tokens.of(user))
                    .queryParam("limit", 1)
                    .get("/v1/statements")
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void describesItselfWithStableOperationIds() {
        given().accept("application/json")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", equalTo("3.1.0"))
                .body(
                        "paths.collect { it.value.findAll { it.key in ['get', 'put'] }.collect { it.value.operationId } }.flatten()",
                        containsInAnyOrder(
                                "getIndex",
                                "listProblems",
                                "getProblem",
                                "listArticles",
                                "getArticle",
                                "getArticleFacets",
                                "getArticleHistogram",
                                "listStatements",
                                "getStatement",
                                "getStatementFacets",
                                "getStatementHistogram",
                                "listCommitments",
                                "getCommitment",
                                "getCommitmentFacets",
                                "getCommitmentHistogram",
                                "listTimes",
                                "getTime",
                                "searchEntities",
                                "getEntity",
                                "getSpeakerRecord",
                                "listOutlets",
                                "listAgencies",
                                "decideEntities",
                                "listStories",
                                "getStory",
                                "getStoryTimeline",
                                "listSavedQueries",
                                "replaceSavedQuery",
                                "getSavedQuery",
                                "getSavedQueryResults",
                                "listThreads",
                                "getThread",
                                "getCommitmentCalendar",
                                "listChanges",
                                "listAudit"))
                .body("components.schemas.keySet()", hasItem("StatementItem"))
                .body("components.schemas.keySet()", hasItem("Problem"));
    }
}
