package io.averment.ingest.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.TracingMetadata;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Publishes to Kafka as CloudEvents in binary mode, keyed by article id. One message goes first and alone: while the
 * broker is away its client works off what it was given one after the other, each waited out, so a whole batch given to it
 * would keep it busy with what is stale long after the broker's return. Thread-safe.
 */
@ApplicationScoped
class KafkaPublisher implements Publisher {
    private static final Logger LOG = Logger.getLogger(KafkaPublisher.class);
    private static final String SOURCE = "/averment/ingest";

    private final MutinyEmitter<String> emitter;
    private final RelayConfiguration configuration;

    KafkaPublisher(
            @Channel("articles")
                    @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = RelayConfiguration.MAX_BATCH_ROWS)
                    MutinyEmitter<String> emitter,
            RelayConfiguration configuration) {
        this.emitter = emitter;
        this.configuration = configuration;
    }

    @Override
    public List<OutboxRow> publish(List<OutboxRow> batch) {
        var first = batch.subList(0, Math.min(1, batch.size()));
        var published = new ArrayList<>(sendAll(first));
        if (!published.isEmpty()) {
            published.addAll(sendAll(batch.subList(1, batch.size())));
        }
        return List.copyOf(published);
    }

    private List<OutboxRow> sendAll(List<OutboxRow> batch) {
        var deadline = System.nanoTime() + configuration.publishTimeout().toNanos();
        // The broker's client must not carry the relay's transaction to threads of its own.
        var sends = QuarkusTransaction.suspendingExisting()
                .call(() -> batch.stream().map(this::send).toList());
        var published = new ArrayList<OutboxRow>(batch.size());
        for (var i = 0; i < sends.size(); i++) {
            if (isAcknowledged(sends.get(i), deadline - System.nanoTime())) {
                published.add(batch.get(i));
            }
        }
        return published;
    }

    private CompletableFuture<Void> send(OutboxRow row) {
        var record = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(row.topic)
                .withKey(row.articleId.toString())
                .withHeaders(headers(row))
                .build();
        var message = Message.of(row.payload).addMetadata(record);
        if (row.traceparent != null) {
            message = message.addMetadata(TracingMetadata.withCurrent(TraceParent.restore(row.traceparent)));
        }
        return emitter.sendMessage(message).subscribeAsCompletionStage();
    }

    private static boolean isAcknowledged(CompletableFuture<Void> send, long nanosLeft) {
        try {
            send.get(Math.max(nanosLeft, 0), TimeUnit.NANOSECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            // The loop says once that the broker is away; the row stays where it is.
            LOG.debugf(e, "Message not acknowledged");
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Headers headers(OutboxRow row) {
        var headers = new RecordHeaders();
        add(headers, "content-type", "application/json");
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", row.eventId);
        add(headers, "ce_source", SOURCE);
        add(headers, "ce_type", row.eventType);
        add(headers, "ce_subject", row.articleId.toString());
        add(headers, "ce_time", row.createdAt.toString());
        add(headers, "ce_tenant", row.tenant);
        add(headers, "ce_lane", row.lane);
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
