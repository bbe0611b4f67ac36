package io.averment.ingest.outbox;

import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import java.time.Instant;

/**
 * A message to be committed together with what it tells of.
 *
 * @param eventType the CloudEvents type
 * @param eventId the idempotency key
 * @param payload the body, JSON
 */
public record PendingMessage(
        Tenant tenant,
        ArticleId articleId,
        int revision,
        Lane lane,
        String topic,
        String eventType,
        String eventId,
        Instant createdAt,
        String payload) {}
