package io.averment.query.source;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.averment.query.projection.Applied;
import io.averment.query.reading.Count;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class SourcesTest {
    private static final String ACCEPTED = "2026-11-20T10:00:00.123456Z";

    @Inject
    SourceReading sources;

    @Inject
    Applied applied;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private void send(SampleMessage message) {
        applied.apply(message);
    }

    /** The cursor from which a source with this key comes first. */
    private static String before(String key) {
        return key.substring(0, key.length() - 1);
    }

    @Test
    void listsOutletsWithHowMuchComesFromThem() {
        String outlet = Report.unique().outlet();
        String key = outlet.toLowerCase(Locale.ROOT);
        send(new SampleMessage("demo", UUID.randomUUID(), outlet));
        send(new SampleMessage("demo", UUID.randomUUID(), outlet.toUpperCase(Locale.ROOT))
                .with(body -> body.put("firstAcceptedAt", "2026-11-19T10:00:00Z")));
        send(new SampleMessage("demo", UUID.randomUUID(), outlet + " x"));

        list("/v1/outlets?limit=1", Map.of("cursor", before(key)))
                .body("items[0].key", equalTo(key))
                .body("items[0].name", equalTo(outlet))
                .body("items[0].articles.value", equalTo(2))
                .body("items[0].articles.exact", equalTo(true))
                .body("items[0].statements.value", equalTo(4))
                .body("items[0].firstSeen", equalTo("2026-11-19T10:00:00Z"))
                .body("items[0].lastSeen", equalTo(ACCEPTED))
                .body("next", equalTo(key))
                .header("Link", containsString("/v1/outlets?cursor=outlet+"));
        list("/v1/outlets?limit=1", Map.of("cursor", key)).body("items[0].key", equalTo(key + " x"));
        Reader.as("noor")
                .queryParam("cursor", before(key))
                .get("/v1/outlets?limit=1")
                .then()
                .statusCode(200)
                .body("items.key", not(hasItem(key)));
    }

    @Test
    void listsAgenciesThroughWhichStatementsCame() {
        String agency = "Wire" + UUID.randomUUID().toString().replace("-", "");
        String key = agency.toLowerCase(Locale.ROOT);
        send(Report.unique().message("demo").withAnalysis(analysis -> {
            ArrayNode chain = (ArrayNode) analysis.get("statements").get(0).get("chain");
            chain.insertObject(1).put("role", "AGENCY").put("name", agency).putArray("spans");
        }));

        list("/v1/agencies?limit=1", Map.of("cursor", before(key)))
                .body("items[0].key", equalTo(key))
                .body("items[0].name", equalTo(agency))
                .body("items[0].articles", nullValue())
                .body("items[0].statements.value", equalTo(1))
                .body("items[0].lastSeen", equalTo(ACCEPTED));
        list("/v1/statements", Map.of("agency", agency)).body("items.size()", equalTo(1));
        list("/v1/agencies", Map.of("cursor", key + "zzz", "limit", 1)).body("items.key", not(hasItem(key)));
    }

    /** The instant since when the record has an article as it is now. */
    private static Instant recorded(UUID article) {
        return Instant.parse(rita().get("/v1/articles/" + article).path("recordedFrom"));
    }

    private static ValidatableResponse asOf(String path, String key, Instant instant) {
        return list(path, Map.of("cursor", before(key), "limit", 1, "asOf", instant.toString()));
    }

    @Test
    void listsSourcesAsOfAnInstant() {
        String outlet = Report.unique().outlet();
        String key = outlet.toLowerCase(Locale.ROOT);
        String agency = "Wire" + UUID.randomUUID().toString().replace("-", "");
        String agencyKey = agency.toLowerCase(Locale.ROOT);
        UUID article = UUID.randomUUID();
        send(through(agency, new SampleMessage("demo", article, outlet)));
        Instant first = recorded(article);
        send(through(agency, new SampleMessage("demo", article, outlet)).version(2, 1));
        UUID another = UUID.randomUUID();
        send(through(agency, new SampleMessage("demo", another, outlet.toUpperCase(Locale.ROOT)))
                .with(body -> body.put("firstAcceptedAt", "2026-11-21T10:00:00Z")));

        asOf("/v1/outlets", key, first)
                .body("items[0].key", equalTo(key))
                .body("items[0].name", equalTo(outlet))
                .body("items[0].articles.value", equalTo(1))
                .body("items[0].statements.value", equalTo(2))
                .body("items[0].lastSeen", equalTo(ACCEPTED));
        asOf("/v1/agencies", agencyKey, first)
                .body("items[0].key", equalTo(agencyKey))
                .body("items[0].name", equalTo(agency))
                .body("items[0].statements.value", equalTo(1));
        asOf("/v1/outlets", key, recorded(article)).body("items[0].articles.value", equalTo(1));
        for (Instant then : List.of(recorded(another), Instant.parse(ACCEPTED))) {
            boolean isThere = !then.isBefore(recorded(another));
            asOf("/v1/outlets", key, then)
                    .body("items.key", isThere ? hasItem(key) : not(hasItem(key)))
                    .body("items.findAll { it.key == '" + key + "' }.articles.value", isThere ? contains(2) : empty());
            asOf("/v1/agencies", agencyKey, then)
                    .body("items.key", isThere ? hasItem(agencyKey) : not(hasItem(agencyKey)));
        }
        asOf("/v1/outlets", key, first.minus(1, ChronoUnit.MICROS)).body("items.key", not(hasItem(key)));
        list("/v1/outlets", Map.of("cursor", before(key), "limit", 1))
                .body("items[0].name", equalTo(outlet.toUpperCase(Locale.ROOT)));
    }

    private static SampleMessage through(String agency, SampleMessage message) {
        return message.withAnalysis(analysis -> {
            ArrayNode chain = (ArrayNode) analysis.get("statements").get(0).get("chain");
            chain.insertObject(1).put("role", "AGENCY").put("name", agency).putArray("spans");
        });
    }

    /** Of thirteen outlets only the last was there: a page of one looks at ten, and says where to go on. */
    @Test
    void goesOnWhereManySourcesCameLater() throws SQLException {
        String tenant = "later-sources";
        execute(
                "insert into record.article (tenant, record_month, article_id, fact_id, position, recorded_from, first_accepted_at,"
                        + " outlet_key, fact, revision, generation, fingerprint, outlet, accepted_at, headline_length, content,"
                        + " statement_count, commitment_count) select '" + tenant
                        + "', '1997-01-01', gen_random_uuid(), 'a', 0,"
                        + " case n when 13 then timestamptz '1997-01-05' else '1997-02-05' end, '1997-01-05', 'post ' || chr(96 + n),"
                        + " '{}', 1, 1, 'f', 'Post', '1997-01-05', 0, 'x', 0, 0 from generate_series(1, 13) as n");
        try {
            SourcePage first = page(tenant, Map.of("limit", "1", "asOf", "1997-01-20T00:00:00Z"));
            SourcePage second = page(tenant, Map.of("limit", "1", "asOf", "1997-01-20T00:00:00Z", "cursor", "post j"));

            assertEquals(new SourcePage(List.of(), "post j"), first);
            assertEquals(
                    List.of("post m"),
                    second.items().stream().map(SourceItem::key).toList());
            assertNull(second.next());
            assertEquals(
                    13,
                    page(tenant, Map.of("asOf", "1997-03-01T00:00:00Z")).items().size());
        } finally {
            execute("delete from record.article where tenant = '" + tenant + "'");
        }
    }

    private SourcePage page(String tenant, Map<String, String> parameters) {
        Map<String, List<String>> given = new HashMap<>();
        parameters.forEach((name, value) -> given.put(name, List.of(value)));
        QueryParameters checked = new QueryParameters(given, Set.of("limit", "asOf", "cursor"));
        return sources.list(ListRequest.byName(new Tenant(tenant), "/v1/outlets", checked), SourceKind.OUTLET);
    }

    @Test
    void refusesInstantsThatAreNotSettled() {
        for (String path : List.of("/v1/outlets", "/v1/agencies")) {
            rita().queryParam("asOf", "2999-01-01T00:00:00Z")
                    .get(path)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("not-settled"));
        }
    }

    /** Four thousand statements, a second apart. */
    @Test
    void estimatesFromTheirPaceWhatIsNotCounted() throws SQLException {
        Tenant tenant = new Tenant("pace-of-sources");
        execute("""
                insert into record.statement (tenant, record_month, article_id, fact_id, position, recorded_from,
                    first_accepted_at, outlet_key, agency_key, kind, act, content, fact)
                select 'pace-of-sources', '1997-01-01', gen_random_uuid(), 's1', 0, '1997-01-02',
                    timestamptz '1997-01-01 00:00:00Z' + n * interval '1 s', 'post', 'wire', 'DIRECT', 'ASSERTS', 'x', '{"id":"s1","kind":"DIRECT","act":"ASSERTS","hedged":false,"quoted":[],"cue":[],
                    "content":[{"start":0,"end":1,"text":"x"}],"speaker":{"spans":[]},
                    "chain":[{"role":"AGENCY","spans":[],"name":"Wire"}]}'
                from generate_series(1, 4000) as n
                """);
        try {
            SourceItem item = sources.list(
                            ListRequest.byName(
                                    tenant,
                                    "/v1/agencies",
                                    new QueryParameters(
                                            Map.of("asOf", List.of("1997-01-20T00:00:00Z")), Set.of("asOf"))),
                            SourceKind.AGENCY)
                    .items()
                    .getFirst();

            assertEquals("Wire", item.name());
            assertEquals(new Count(4_001, false), item.statements());
        } finally {
            execute("delete from record.statement where tenant = 'pace-of-sources'");
        }
    }

    private void execute(String command) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, "postgres", "demo-postgres");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }
}
