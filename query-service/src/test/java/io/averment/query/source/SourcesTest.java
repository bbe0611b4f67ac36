package io.averment.query.source;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.averment.query.reading.Count;
import io.averment.query.reading.ListRequest;
import io.averment.query.reading.QueryParameters;
import io.averment.query.record.Tenant;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
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

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    private static void send(SampleMessage message) {
        try (Topics topics = new Topics()) {
            topics.send(Topics.LIVE, message);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> rita().get("/v1/articles/" + message.key()).statusCode() == 200);
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

    /** Four thousand statements, a second apart. */
    @Test
    void estimatesFromTheirPaceWhatIsNotCounted() throws SQLException {
        Tenant tenant = new Tenant("pace-of-sources");
        execute("""
                insert into record.statement (tenant, record_month, article_id, fact_id, position, recorded_from,
                    first_accepted_at, outlet_key, agency_key, kind, act, content, fact)
                select 'pace-of-sources', '1997-01-01', gen_random_uuid(), 's1', 0, now(), now() + n * interval '1 s', 'post', 'wire',
                    'DIRECT', 'ASSERTS', 'x', '{"id":"s1","kind":"DIRECT","act":"ASSERTS","hedged":false,"quoted":[],"cue":[],
                    "content":[{"start":0,"end":1,"text":"x"}],"speaker":{"spans":[]},
                    "chain":[{"role":"AGENCY","spans":[],"name":"Wire"}]}'
                from generate_series(1, 4000) as n
                """);
        try {
            SourceItem item = sources.list(
                            ListRequest.byName(tenant, "/v1/agencies", new QueryParameters(Map.of(), Set.of())),
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
