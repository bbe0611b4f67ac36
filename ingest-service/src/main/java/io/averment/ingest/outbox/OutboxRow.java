package io.averment.ingest.outbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A message that waits for the broker. It is written once and deleted once the broker has it. */
@Entity
@Immutable
@Table(name = "outbox")
public class OutboxRow {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Nullable
    Long sequence;

    @Column(nullable = false)
    String tenant;

    @Column(name = "article_id", nullable = false)
    UUID articleId;

    @Column(nullable = false)
    int revision;

    @Column(nullable = false)
    String lane;

    @Column(nullable = false)
    String topic;

    @Column(name = "event_type", nullable = false)
    String eventType;

    @Column(name = "event_id", nullable = false)
    String eventId;

    @Nullable
    String traceparent;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    String payload;

    /** The payload's UTF-8 bytes, so that a relay can bound a batch before it loads it. */
    @Column(name = "payload_size", nullable = false)
    int payloadSize;

    /** For Hibernate alone, which sets every field right away. */
    @SuppressWarnings("NullAway.Init")
    protected OutboxRow() {}

    OutboxRow(PendingMessage message, int payloadSize, @Nullable String traceparent) {
        this.tenant = message.tenant().name();
        this.articleId = message.articleId().value();
        this.revision = message.revision();
        this.lane = message.lane().label();
        this.topic = message.topic();
        this.eventType = message.eventType();
        this.eventId = message.eventId();
        this.traceparent = traceparent;
        this.createdAt = message.createdAt();
        this.payload = message.payload();
        this.payloadSize = payloadSize;
    }
}
