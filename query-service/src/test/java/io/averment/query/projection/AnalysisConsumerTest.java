package io.averment.query.projection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.averment.query.record.Effect;
import io.averment.query.server.SampleMessage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.junit.jupiter.api.Test;

class AnalysisConsumerTest {
    private final RuntimeException away = new PersistenceException(new SQLException("connection refused", "08001"));
    private final RuntimeException refused = new PersistenceException(new SQLException("out of range", "22003"));

    private final RuntimeException forbidden =
            new PersistenceException(new SQLException("permission denied for table log", "42501"));

    private final Queue<RuntimeException> failures = new ArrayDeque<>();
    private final List<String> outcomes = new ArrayList<>();
    private final RetryPause pause = new RetryPause();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Applying projection = failures::poll;
    private int applied;

    /** What applying a message ends in: a failure, or null for success. */
    private interface Applying {
        @org.jspecify.annotations.Nullable
        RuntimeException next();
    }

    private AnalysisConsumer consumer() {
        return new AnalysisConsumer(
                new AnalysisReader(),
                (analysis, payload) -> {
                    applied++;
                    RuntimeException failure = projection.next();
                    if (failure != null) {
                        throw failure;
                    }
                    return Effect.OPENED;
                },
                pause,
                new ProjectionMetrics(meters));
    }

    private CompletionStage<Void> consume(SampleMessage sample) {
        return consume(sample, () -> CompletableFuture.completedFuture(null));
    }

    private CompletionStage<Void> consume(SampleMessage sample, Supplier<CompletionStage<Void>> ack) {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>(
                "averment.analyses.live.v1",
                0,
                0,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                sample.key(),
                sample.bytes(),
                sample.headers(),
                java.util.Optional.empty());
        Message<byte[]> message = Message.of(
                sample.bytes(),
                Metadata.of(new IncomingKafkaRecordMetadata<>(record, "analyses")),
                () -> {
                    CompletionStage<Void> acknowledged = ack.get();
                    outcomes.add("ack");
                    return acknowledged;
                },
                reason -> {
                    outcomes.add("nack " + reason.getMessage());
                    return CompletableFuture.completedFuture(null);
                });
        return consumer().consume(message);
    }

    private static SampleMessage sample() {
        return new SampleMessage("demo", UUID.randomUUID(), "The Harbour Post");
    }

    @Test
    void acknowledgesAppliedMessage() {
        consume(sample());

        assertEquals(List.of("ack"), outcomes);
        assertEquals(
                1,
                meters.counter("averment.query.projected", "lane", "live", "effect", "opened")
                        .count());
    }

    @Test
    void triesAgainWhileTheDatabaseIsAway() {
        failures.addAll(List.of(away, away));

        consume(sample());

        assertEquals(3, applied);
        assertEquals(List.of("ack"), outcomes);
    }

    @Test
    void keepsMessageWhileTheRoleLacksRights() {
        failures.addAll(List.of(forbidden, forbidden));

        consume(sample());

        assertEquals(3, applied);
        assertEquals(List.of("ack"), outcomes);
    }

    @Test
    void triesAgainWhatTheDatabaseRefused() {
        failures.addAll(List.of(refused, refused));

        consume(sample());

        assertEquals(3, applied);
        assertEquals(List.of("ack"), outcomes);
    }

    @Test
    void buriesWhatTheDatabaseRefusesAgainAndAgain() {
        failures.addAll(List.of(refused, refused, refused));

        consume(sample());

        assertEquals(3, applied);
        assertEquals(List.of("nack RULE_BROKEN: the database refuses a value of the message"), outcomes);
    }

    @Test
    void buriesWhatTheProjectionFailsOn() {
        failures.add(new IllegalStateException("secret words"));

        consume(sample());

        assertEquals(List.of("nack RULE_BROKEN: the projection failed on this message"), outcomes);
    }

    @Test
    void buriesUnreadableMessage() {
        consume(sample().raw("{"));

        assertEquals(0, applied);
        assertEquals(List.of("nack UNREADABLE: the body is not JSON"), outcomes);
        assertEquals(
                1, meters.counter("averment.query.dead", "code", "UNREADABLE").count());
    }

    @Test
    void leavesMessageToTheNextInstanceWhenStopped() {
        failures.addAll(List.of(away, away, away));
        pause.stop(new ShutdownEvent());

        CompletionStage<Void> pending = consume(sample());

        assertFalse(pending.toCompletableFuture().isDone());
        assertTrue(outcomes.isEmpty());
        assertEquals(1, applied);
    }

    @Test
    void leavesMessageToTheNextInstanceWhenPartsHaveStoppedBeforeIt() {
        failures.add(new IllegalStateException("the container is not running"));
        pause.stop(new ShutdownEvent());

        CompletionStage<Void> pending = consume(sample());

        assertFalse(pending.toCompletableFuture().isDone());
        assertTrue(outcomes.isEmpty());
    }

    @Test
    void leavesMessageToTheNextInstanceWhenItCannotBeAcknowledgedAnyMore() {
        pause.stop(new ShutdownEvent());

        CompletionStage<Void> pending = consume(sample(), () -> {
            throw new IllegalStateException("the container is not running");
        });

        assertFalse(pending.toCompletableFuture().isDone());
        assertTrue(outcomes.isEmpty());
    }

    @Test
    void doublesPausesUpToTenSeconds() {
        assertEquals(
                List.of(200L, 400L, 800L, 1600L, 3200L, 6400L, 10_000L, 10_000L),
                java.util.stream.IntStream.of(1, 2, 3, 4, 5, 6, 7, 1_000_000)
                        .mapToObj(RetryPause::after)
                        .map(Duration::toMillis)
                        .toList());
    }
}
