package io.averment.ingest.ingestion;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.averment.ingest.message.ArticleAcceptedEvent;
import io.averment.ingest.outbox.PendingMessage;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/** Writes the messages that tell of revisions, the first time and each time that they are published again. Thread-safe. */
@ApplicationScoped
class AcceptedMessages {
    private final ObjectMapper json;

    AcceptedMessages(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The message of a revision.
     *
     * @param eventId the idempotency key
     * @param at when what it tells of happened
     */
    PendingMessage of(ArticleRow article, RevisionRow revision, Lane lane, String eventId, Instant at) {
        var event = new ArticleAcceptedEvent(
                article.key.id(),
                revision.key.number(),
                revision.outlet,
                revision.address,
                revision.externalId,
                revision.language,
                revision.publishedAt,
                revision.headline,
                revision.body,
                revision.acceptedAt,
                article.firstAcceptedAt,
                article.recordMonth,
                lane.label(),
                revision.origin);
        return new PendingMessage(
                new Tenant(article.key.tenant()),
                new ArticleId(article.key.id()),
                revision.key.number(),
                lane,
                ArticleAcceptedEvent.topic(lane),
                ArticleAcceptedEvent.TYPE,
                eventId,
                at,
                write(event));
    }

    private String write(ArticleAcceptedEvent event) {
        try {
            return json.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event of strings and numbers can be written", e);
        }
    }
}
