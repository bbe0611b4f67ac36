package io.averment.query.source;

import static io.averment.query.server.Reader.list;
import static io.averment.query.server.Reader.rita;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.averment.query.server.Reader;
import io.averment.query.server.Report;
import io.averment.query.server.SampleMessage;
import io.averment.query.server.Topics;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SourcesTest {
    private static final String ACCEPTED = "2026-11-20T10:00:00.123456Z";

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
}
