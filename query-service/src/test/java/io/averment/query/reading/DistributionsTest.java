package io.averment.query.reading;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facets and histograms. */
@QuarkusTest
class DistributionsTest {

    private static UUID publish(String outlet, String published) {
        UUID article = UUID.randomUUID();
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, new SampleMessage("demo", article, outlet).withAnalysis(analysis -> {
                        analysis.put("publishedAt", published);
                        if (published.isEmpty()) {
                            analysis.remove("publishedAt");
                        }
                    }));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + article).statusCode() == 200);
        return article;
    }

    @Test
    void dividesStatementsByTheirValues() {
        String outlet = Report.unique().outlet();
        publish(outlet, "2026-11-19");
        publish(outlet, "2026-11-20");

        list("/v1/statements/facets", Map.of("outlet", outlet))
                .body("count.value", equalTo(4))
                .body("count.exact", equalTo(true))
                .body("facets.by", contains("SPEAKER", "ACT", "KIND", "AGENCY", "OUTLET", "LANGUAGE"))
                .body("facets[0].values.value", contains("Ilse Maréchal"))
                .body("facets[0].values.count", contains(2))
                .body("facets[0].missing", equalTo(2))
                .body("facets[0].others", equalTo(0))
                .body("facets[2].values.value", contains("DIRECT"))
                .body("facets[2].values.count", contains(4))
                .body("facets[3].values", empty())
                .body("facets[3].missing", equalTo(4))
                .body("facets[4].values.value", contains(outlet.toLowerCase(Locale.ROOT)));
        list("/v1/statements/facets", Map.of("outlet", outlet, "by", "LANGUAGE,ACT", "words", "harbour"))
                .body("count.value", equalTo(2))
                .body("facets.by", contains("LANGUAGE", "ACT"))
                .body("facets[0].values.value", contains("en"));
    }

    /** Publishes a report whose one entity has a name of its own, of a country. */
    private static UUID publishOf(String outlet, String name) {
        UUID article = UUID.randomUUID();
        try (Topics topics = new Topics()) {
            topics.send(
                    Topics.LIVE,
                    new SampleMessage("demo", article, outlet)
                            .withAnalysis(analysis -> ((ObjectNode)
                                            analysis.get("entities").get(0))
                                    .put("name", name)
                                    .put("country", "NLD")));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + article).statusCode() == 200);
        return article;
    }

    @Test
    void dividesByWhatIsNamed() {
        Report report = Report.unique();
        String name = "Ilse " + report.article();
        UUID article = publishOf(report.outlet(), name);
        publishOf(report.outlet(), name);
        publishOf(report.outlet(), name + " the Younger");
        String entity = rita().get("/v1/articles/" + article).path("entities[0].entity");

        list("/v1/articles/facets", Map.of("outlet", report.outlet(), "by", "ENTITY,COUNTRY,OUTLET"))
                .body("count.value", equalTo(3))
                .body("facets.by", contains("ENTITY", "COUNTRY", "OUTLET"))
                .body("facets[0].values[0].value", equalTo(entity))
                .body("facets[0].values.count", contains(2, 1))
                .body("facets[0].others", equalTo(0))
                .body("facets[0].missing", equalTo(0))
                .body("facets[1].values.value", contains("NLD"))
                .body("facets[1].values.count", contains(3));
        list("/v1/statements/facets", Map.of("outlet", report.outlet(), "by", "ENTITY,COUNTRY"))
                .body("count.value", equalTo(6))
                .body("facets[0].values.count", contains(2, 1))
                .body("facets[0].missing", equalTo(3))
                .body("facets[1].values.count", contains(3))
                .body("facets[1].missing", equalTo(3));
        list("/v1/commitments/facets", Map.of("outlet", report.outlet(), "entity", entity, "by", "COUNTRY,STRENGTH"))
                .body("count.value", equalTo(2))
                .body("facets[0].values.value", contains("NLD"))
                .body("facets[0].values.count", contains(2))
                .body("facets[1].values.count", contains(2));
        list("/v1/articles/facets", Map.of("outlet", report.outlet()))
                .body("facets.by", contains("OUTLET", "LANGUAGE"));
    }

    @Test
    void countsAFactOnceHoweverOftenItIsFound() {
        String outlet = Report.unique().outlet();
        UUID article = publish(outlet, "2026-11-19");
        String entity = rita().get("/v1/articles/" + article).path("entities[0].entity");

        list("/v1/commitments/facets", Map.of("outlet", outlet, "entity", entity, "by", "STRENGTH,OUTCOME"))
                .body("count.value", equalTo(1))
                .body("facets[0].values.count", contains(1))
                .body("facets[1].missing", equalTo(1));
    }

    @Test
    void dividesArticlesByDaysWeeksAndMonths() {
        String outlet = Report.unique().outlet();
        publish(outlet, "2025-12-31");
        publish(outlet, "2026-01-01");
        publish(outlet, "2026-01-05T08:00:00+01:00");
        publish(outlet, "");
        Map<String, String> filters = Map.of("outlet", outlet);

        list("/v1/articles/histogram", filters)
                .body("count.value", equalTo(4))
                .body("of", equalTo("PUBLISHED"))
                .body("unit", equalTo("DAY"))
                .body("buckets.from", contains("2025-12-31", "2026-01-01", "2026-01-05"))
                .body("buckets.to", contains("2025-12-31", "2026-01-01", "2026-01-05"))
                .body("missing", equalTo(1))
                .body("others", equalTo(0));
        list("/v1/articles/histogram?unit=WEEK", filters)
                .body("buckets.from", contains("2025-12-29", "2026-01-05"))
                .body("buckets.to", contains("2026-01-04", "2026-01-11"))
                .body("buckets.count", contains(2, 1));
        list("/v1/articles/histogram?unit=MONTH", filters)
                .body("buckets.from", contains("2025-12-01", "2026-01-01"))
                .body("buckets.to", contains("2025-12-31", "2026-01-31"))
                .body("buckets.count", contains(1, 2));
        list("/v1/statements/histogram?unit=MONTH&of=ACCEPTED", filters)
                .body("buckets.from", contains("2026-11-01"))
                .body("buckets.count", contains(8));
        list("/v1/commitments/histogram?unit=MONTH&of=DUE", filters)
                .body("buckets.from", contains("2027-05-01"))
                .body("buckets.count", contains(4));
    }

    @Test
    void dividesWhatTheRecordSaidThen() {
        Report report = Report.unique();
        UUID article = publish(report.outlet(), "2026-11-19");
        String since = rita().get("/v1/articles/" + article).path("recordedFrom");
        try (Topics topics = new Topics()) {
            topics.send(
                    Topics.LIVE,
                    new SampleMessage("demo", article, report.outlet())
                            .withAnalysis(analysis -> analysis.put("language", "fr"))
                            .version(2, 1));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + article).<Integer>path("revision") == 2);

        Map<String, String> filters = Map.of("outlet", report.outlet(), "by", "LANGUAGE");
        list("/v1/articles/facets", filters).body("facets[0].values.value", contains("fr"));
        list("/v1/articles/facets?asOf=" + since, filters).body("facets[0].values.value", contains("en"));
        list("/v1/statements/facets?validAt=2026-11-19", filters).body("count.value", equalTo(2));
        list("/v1/statements/facets?validAt=2026-10", filters)
                .body("count.value", equalTo(0))
                .body("facets[0].values", empty());
    }

    @Test
    void countsNothingOfOtherTenants() {
        String outlet = Report.unique().outlet();
        publish(outlet, "2026-11-19");
        for (String path : new String[] {"/v1/articles", "/v1/statements", "/v1/commitments"}) {
            list(path + "/facets", Map.of("outlet", outlet)).body("facets.values.flatten().size()", not0());
            for (String end : new String[] {"/facets", "/histogram"}) {
                Reader.as("noor")
                        .queryParam("outlet", outlet)
                        .get(path + end)
                        .then()
                        .statusCode(200)
                        .body("count.value", equalTo(0));
            }
        }
    }

    private static Matcher<Integer> not0() {
        return greaterThan(0);
    }

    @Test
    void answersUnchangedUntilSomethingChanges() {
        String outlet = Report.unique().outlet();
        publish(outlet, "2026-11-19");
        String path = "/v1/statements/facets?outlet=" + outlet;
        String tag = rita().get(path).header("ETag");

        rita().header("If-None-Match", tag).get(path).then().statusCode(304);
        publish(outlet, "2026-11-19");
        rita().header("If-None-Match", tag).get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/statements/facets?by=COLOUR",
                "/v1/statements/facets?by=ACT,",
                "/v1/articles/facets?by=ACT",
                "/v1/articles/histogram?unit=YEAR",
                "/v1/articles/histogram?of=DUE",
                "/v1/articles/facets?limit=5",
                "/v1/articles/facets?unit=DAY"
            })
    void refusesWhatItDoesNotKnow(String path) {
        rita().get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("parameter"));
    }
}
