package io.averment.analysis.messaging;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.analysis.pipeline.Fingerprint;
import io.averment.analysis.pipeline.Pipeline;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ArticleConsumerTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Pipeline pipeline;
    private final UUID article = UUID.randomUUID();
    private final Broker broker = new Broker();

    ArticleConsumerTest(Pipeline pipeline) {
        this.pipeline = pipeline;
    }

    @AfterEach
    void disconnect() {
        broker.close();
    }

    private String body(int revision, Lane lane) {
        return String.format(Locale.ROOT, """
                {"articleId":"%s","revision":%d,"outlet":"Harbour Post","headline":"Quay closed",
                 "body":"“We wait,” said Mara Voss, the head of the port.","publishedAt":"2025-08-18",
                 "acceptedAt":"2026-11-02T10:00:00Z","firstAcceptedAt":"2026-11-01T09:00:00Z","recordMonth":"2026-11",
                 "lane":"%s"}""", article, revision, lane.label());
    }

    private static Map<String, String> headers(Lane lane) {
        return Map.of(
                "content-type", "application/json",
                "ce_specversion", "1.0",
                "ce_id", "an id",
                "ce_source", "/averment/ingest",
                "ce_type", "io.averment.article.accepted.v1",
                "ce_tenant", "demo",
                "ce_lane", lane.label(),
                "traceparent", "00-" + TRACE + "-b7ad6b7169203331-01");
    }

    private void send(Lane lane, String body) {
        broker.send(lane.articlesTopic(), article.toString(), body.getBytes(StandardCharsets.UTF_8), headers(lane));
    }

    @Test
    void publishAnalysisOfArticle() throws IOException {
        send(Lane.LIVE, body(2, Lane.LIVE));
        ConsumerRecord<String, byte[]> record =
                broker.await(Lane.LIVE.analysesTopic(), article, 1).getFirst();
        JsonNode event = new ObjectMapper().readTree(record.value());
        assertEquals(article.toString(), event.get("articleId").asText());
        assertEquals(2, event.get("revision").asInt());
        assertEquals(11, event.get("headlineLength").asInt());
        assertEquals(article.toString(), event.at("/analysis/articleId").asText());
        assertEquals(
                "Mara Voss", event.at("/analysis/statements/0/speaker/name").asText());
        assertEquals("application/json", Broker.header(record, "content-type"));
        assertEquals("1.0", Broker.header(record, "ce_specversion"));
        assertEquals("io.averment.analysis.completed.v1", Broker.header(record, "ce_type"));
        assertEquals("/averment/analysis", Broker.header(record, "ce_source"));
        assertEquals(article.toString(), Broker.header(record, "ce_subject"));
        assertEquals("demo", Broker.header(record, "ce_tenant"));
        assertEquals("live", Broker.header(record, "ce_lane"));
        assertEquals(
                Fingerprint.of("demo", article.toString(), "2", pipeline.fingerprint()),
                Broker.header(record, "ce_id"));
        assertTrue(Broker.header(record, "traceparent").startsWith("00-" + TRACE + "-"));
        assertEquals(1, countHeaders(record, "traceparent"));
    }

    private static long countHeaders(ConsumerRecord<String, byte[]> record, String name) {
        return IntStream.range(0, record.headers().toArray().length)
                .filter(i -> record.headers().toArray()[i].key().equals(name))
                .count();
    }

    @Test
    void keepToTheLaneOfTheArticle() {
        send(Lane.BACKFILL, body(1, Lane.BACKFILL));
        ConsumerRecord<String, byte[]> record =
                broker.await(Lane.BACKFILL.analysesTopic(), article, 1).getFirst();
        assertEquals("backfill", Broker.header(record, "ce_lane"));
    }

    @Test
    void repeatSameAnalysisForSameMessage() {
        send(Lane.LIVE, body(1, Lane.LIVE));
        send(Lane.LIVE, body(1, Lane.LIVE));
        List<ConsumerRecord<String, byte[]>> records = broker.await(Lane.LIVE.analysesTopic(), article, 2);
        assertArrayEquals(records.get(0).value(), records.get(1).value());
        assertEquals(Broker.header(records.get(0), "ce_id"), Broker.header(records.get(1), "ce_id"));
    }

    @Test
    void keepOrderOfRevisions() throws IOException {
        for (int revision = 1; revision <= 20; revision++) {
            send(Lane.LIVE, body(revision, Lane.LIVE));
        }
        List<ConsumerRecord<String, byte[]>> records = broker.await(Lane.LIVE.analysesTopic(), article, 20);
        for (int i = 0; i < 20; i++) {
            assertEquals(
                    i + 1,
                    new ObjectMapper()
                            .readTree(records.get(i).value())
                            .get("revision")
                            .asInt());
        }
    }

    /** The same key, hence the same partition: what comes after the broken messages is behind them. */
    @Test
    void layBrokenMessagesAsideAndGoOn() {
        String notJson = "{\"body\": \"secret words";
        send(Lane.LIVE, notJson);
        send(Lane.LIVE, body(0, Lane.LIVE));
        Map<String, String> withoutTenant = new HashMap<>(headers(Lane.LIVE));
        withoutTenant.remove("ce_tenant");
        byte[] whole = body(1, Lane.LIVE).getBytes(StandardCharsets.UTF_8);
        broker.send(Lane.LIVE.articlesTopic(), article.toString(), whole, withoutTenant);
        broker.send(Lane.LIVE.articlesTopic(), article.toString(), null, headers(Lane.LIVE));
        send(Lane.LIVE, body(3, Lane.LIVE));

        List<ConsumerRecord<String, byte[]>> dead = broker.await("averment.articles.dead.v1", article, 4);
        assertEquals(
                List.of(
                        "UNREADABLE: the body is not JSON of the fields of an article",
                        "RULE_BROKEN: revision is below 1",
                        "UNREADABLE: the header ce_tenant is missing",
                        "UNREADABLE: there is no body"),
                dead.stream()
                        .map(record -> Broker.header(record, "dead-letter-reason"))
                        .toList());
        ConsumerRecord<String, byte[]> first = dead.getFirst();
        assertEquals(notJson, new String(first.value(), StandardCharsets.UTF_8));
        assertEquals(Lane.LIVE.articlesTopic(), Broker.header(first, "dead-letter-topic"));
        assertEquals("demo", Broker.header(first, "ce_tenant"));
        assertEquals("00-" + TRACE + "-b7ad6b7169203331-01", Broker.header(first, "traceparent"));
        assertNull(first.headers().lastHeader("dead-letter-cause"));
        assertEquals(1, broker.await(Lane.LIVE.analysesTopic(), article, 1).size());
    }
}
