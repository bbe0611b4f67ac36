package io.averment.query.reading;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists from a place in the order of recording on, for clients that poll. */
@QuarkusTest
class SinceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    DataSource database;

    private static UUID publish(Report report, int revision) {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, report.message("demo").version(revision, 1));
        }
        await().atMost(PATIENCE)
                .untilAsserted(() -> rita().get("/v1/articles/" + report.article())
                        .then()
                        .statusCode(200)
                        .body("revision", equalTo(revision)));
        return report.article();
    }

    private static JsonPath page(String path, String outlet, String... more) {
        Map<String, String> filters = new HashMap<>(Map.of("outlet", outlet));
        for (int i = 0; i < more.length; i += 2) {
            filters.put(more[i], more[i + 1]);
        }
        return list(path, filters).extract().jsonPath();
    }

    private static Report another(String outlet) {
        return new Report(UUID.randomUUID(), outlet);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/articles", "/v1/statements", "/v1/commitments", "/v1/times"})
    void givesWhatWasRecordedAfterOldestFirst(String path) {
        String outlet = Report.unique().outlet();
        publish(another(outlet), 1);
        String newest = page(path, outlet).getString("newest");

        assertEquals(List.of(), page(path, outlet, "since", newest).getList("items"));
        UUID first = publish(another(outlet), 1);
        UUID second = publish(another(outlet), 1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        List.of(first.toString(), second.toString()),
                        page(path, outlet, "since", newest)
                                .getList("items.collect { it.id.substring(0, 36) }.unique()")));
    }

    @Test
    void pagesByLimitUntilNothingIsLeft() {
        String outlet = Report.unique().outlet();
        String since = page("/v1/statements", outlet).getString("newest");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            UUID article = publish(another(outlet), 1);
            expected.add(article + ":s1");
            expected.add(article + ":s2");
        }
        List<String> polled = new ArrayList<>();
        String place = since;
        while (polled.size() < expected.size()) {
            JsonPath page = page("/v1/statements", outlet, "since", place, "limit", "1");
            polled.addAll(page.getList("items.id"));
            place = page.getString("newest");
        }
        assertEquals(expected, polled);
        assertEquals(List.of(), page("/v1/statements", outlet, "since", place).getList("items"));

        List<String> paged = new ArrayList<>();
        JsonPath page = page("/v1/statements", outlet, "since", since, "limit", "4");
        while (true) {
            paged.addAll(page.getList("items.id"));
            String next = page.getString("next");
            if (next == null) {
                break;
            }
            page = page("/v1/statements", outlet, "since", since, "limit", "4", "cursor", next);
        }
        assertEquals(expected, paged);
    }

    @Test
    void givesRevisedFactsAgain() {
        Report report = Report.unique();
        publish(report, 1);
        String newest = page("/v1/statements", report.outlet()).getString("newest");
        publish(report, 2);

        await().atMost(PATIENCE)
                .untilAsserted(() -> list("/v1/statements", Map.of("outlet", report.outlet(), "since", newest))
                        .body("items.id", contains(report.article() + ":s1", report.article() + ":s2"))
                        .body("items.revision", contains(2, 2)));
    }

    /** A transaction that began to write earlier and commits later keeps the place from moving past its instant. */
    @Test
    void neverSkipsWhatCommitsLate() throws Exception {
        String outlet = Report.unique().outlet();
        String begin = page("/v1/statements", outlet).getString("newest");
        UUID late = UUID.randomUUID();
        String place;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("select set_config('averment.tenant', 'demo', true), pg_current_xact_id()");
            insert(statement, late, outlet);
            UUID early = publish(another(outlet), 1);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> list("/v1/statements", Map.of("outlet", outlet))
                            .body("items.articleId", hasItem(early.toString())));

            JsonPath page = page("/v1/statements", outlet, "since", begin);
            assertEquals(List.of(), page.getList("items"), "nothing is settled while the other transaction is open");
            place = page.getString("newest");
            connection.commit();
            connection.setAutoCommit(true);
        }
        String from = place;
        await().atMost(PATIENCE)
                .untilAsserted(() -> list("/v1/statements", Map.of("outlet", outlet, "since", from))
                        .body("items.size()", equalTo(3))
                        .body("items[0].articleId", equalTo(late.toString())));
    }

    private static void insert(Statement statement, UUID article, String outlet) throws java.sql.SQLException {
        String shared = "'demo', '2026-11-01', '" + article + "', '%s', 0, clock.at, clock.at, '"
                + outlet.toLowerCase(Locale.ROOT) + "', '%s'";
        statement.execute("with clock as materialized (select clock_timestamp() as at), added as ("
                + "insert into article (tenant, record_month, article_id, fact_id, position, recorded_from,"
                + " first_accepted_at, outlet_key, fact, revision, generation, fingerprint, outlet, accepted_at,"
                + " headline_length, content, statement_count, commitment_count) select "
                + String.format(Locale.ROOT, shared, article, "{}")
                + ", 1, 1, 'f', '" + outlet + "', clock.at, 0, 'We wait.', 1, 0 from clock)"
                + " insert into statement (tenant, record_month, article_id, fact_id, position, recorded_from,"
                + " first_accepted_at, outlet_key, fact, kind, act, content) select "
                + String.format(
                        Locale.ROOT,
                        shared,
                        "s1",
                        "{\"id\":\"s1\",\"kind\":\"DIRECT\",\"act\":\"ASSERTS\",\"hedged\":false,\"content\":[{\"start\":0,\"end\":8,\"text\":\"We wait.\"}],"
                                + "\"quoted\":[],\"cue\":[],\"speaker\":{\"spans\":[]},\"chain\":[]}")
                + ", 'DIRECT', 'ASSERTS', 'We wait.' from clock");
    }

    @Test
    void keepsTheTagWhileOthersAreRecorded() {
        Report report = Report.unique();
        publish(report, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(
                        List.of(),
                        page(
                                        "/v1/statements",
                                        report.outlet(),
                                        "since",
                                        page("/v1/statements", report.outlet()).getString("newest"))
                                .getList("items")));
        String tag = rita().queryParam("outlet", report.outlet())
                .get("/v1/statements")
                .header("ETag");
        publish(Report.unique(), 1);

        rita().queryParam("outlet", report.outlet())
                .header("If-None-Match", tag)
                .get("/v1/statements")
                .then()
                .statusCode(304);
    }

    @Test
    void refusesPlacesOfOtherKinds() {
        Report report = Report.unique();
        publish(report, 1);
        JsonPath page = page("/v1/statements", report.outlet(), "limit", "1");

        for (Map<String, String> parameters : List.of(
                Map.of("outlet", report.outlet(), "since", page.getString("next")),
                Map.of("outlet", report.outlet(), "cursor", page.getString("newest")),
                Map.of("outlet", "other", "since", page.getString("newest")),
                Map.of("since", "x"))) {
            rita().queryParams(parameters)
                    .get("/v1/statements")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-cursor"));
        }
        rita().queryParams(Map.of(
                        "outlet", report.outlet(), "since", page.getString("newest"), "asOf", "2026-11-20T10:00:00Z"))
                .get("/v1/statements")
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"));
        list("/v1/statements", Map.of("outlet", report.outlet(), "asOf", "2026-11-20T10:00:00Z"))
                .body("newest", nullValue());
    }

    @Test
    void showsOtherTenantsNothing() {
        Report report = Report.unique();
        String newest = Reader.as("noor")
                .queryParam("outlet", report.outlet())
                .get("/v1/statements")
                .then()
                .statusCode(200)
                .extract()
                .path("newest");
        publish(report, 1);

        Reader.as("noor")
                .queryParams(Map.of("outlet", report.outlet(), "since", newest))
                .get("/v1/statements")
                .then()
                .statusCode(200)
                .body("items", empty());
        rita().queryParams(Map.of("outlet", report.outlet(), "since", newest))
                .get("/v1/statements")
                .then()
                .statusCode(400)
                .body("code", not(equalTo("unauthorized")));
    }
}
