package io.averment.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.averment.ingest.Topics;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.security.RowSecurity;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * While services are upgraded or downgraded, several versions share one outbox: what another one left there goes to the broker as it was
 * written. The rows are written with the columns that the first version knew, so a later one must be able to do without others.
 */
@QuarkusTest
@SuppressWarnings("NullAway.Init") // Quarkus fills the fields.
class OtherVersionsTest {
    private static final Tenant DEMO = new Tenant("demo");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INSERT = """
            insert into outbox (tenant, article_id, revision, lane, topic, event_type, event_id, traceparent, created_at, payload,
              payload_size)
            values (:tenant, cast(:article as uuid), 2, 'live', 'averment.articles.live.v1', 'io.averment.article.accepted.v1',
              :event, null, '2026-05-05T06:00:00.25Z', :payload, octet_length(:payload))
            """;

    @Inject
    RowSecurity rows;

    @Inject
    EntityManager entities;

    private final String article = UUID.randomUUID().toString();

    private ObjectNode earlier() throws IOException {
        ObjectNode body = (ObjectNode) JSON.readTree(
                Files.readString(Path.of("src/test/resources/earlier/article-accepted-before-origin.json")));
        return body.put("articleId", article);
    }

    private void assertPublished(String payload) {
        rows.asTenant(
                DEMO,
                () -> entities.createNativeQuery(INSERT)
                        .setParameter("tenant", DEMO.name())
                        .setParameter("article", article)
                        .setParameter("event", "event of " + article)
                        .setParameter("payload", payload)
                        .executeUpdate());

        var message = Topics.await("averment.articles.live.v1", article, 1).getFirst();

        assertEquals(payload, message.value());
        assertEquals("event of " + article, Topics.header(message, "ce_id"));
        assertEquals("io.averment.article.accepted.v1", Topics.header(message, "ce_type"));
        assertEquals("demo", Topics.header(message, "ce_tenant"));
        assertEquals("2026-05-05T06:00:00.250Z", Topics.header(message, "ce_time"));
    }

    @Test
    void publishesWhatAnEarlierVersionLeft() throws IOException {
        assertPublished(earlier().toString());
    }

    @Test
    void publishesWhatALaterVersionLeft() throws IOException {
        ObjectNode later = earlier();
        later.putObject("addedLater").put("deep", 1);
        assertPublished(later.toString());
    }
}
