package io.averment.ingest.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.averment.ingest.WithoutRelay;
import io.averment.ingest.article.ArticleId;
import io.averment.ingest.article.Lane;
import io.averment.ingest.article.Tenant;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

/** What is given to the broker's client, which here acknowledges as told. */
@QuarkusTest
@TestProfile(WithoutRelay.class)
class KafkaPublisherTest {
    private final List<String> sent = new ArrayList<>();

    @Test
    void sendsNoMoreThanOneWhileBrokerIsAway() {
        var publisher = publisher(payload -> Uni.createFrom().nothing());
        assertEquals(List.of(), publisher.publish(rows(3)));
        assertEquals(List.of("0"), sent);
    }

    @Test
    void sendsOthersTogetherOnceFirstArrived() {
        var publisher = publisher(payload -> payload.equals("1")
                ? Uni.createFrom().failure(new IllegalStateException("refused"))
                : Uni.createFrom().voidItem());
        var batch = rows(4);
        assertEquals(List.of(batch.get(0), batch.get(2), batch.get(3)), publisher.publish(batch));
        assertEquals(List.of("0", "1", "2", "3"), sent);
    }

    @Test
    void sendsNothingOfEmptyBatch() {
        assertEquals(
                List.of(), publisher(payload -> Uni.createFrom().voidItem()).publish(List.of()));
        assertEquals(List.of(), sent);
    }

    @SuppressWarnings("unchecked")
    private KafkaPublisher publisher(Function<String, Uni<Void>> broker) {
        var emitter = (MutinyEmitter<String>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MutinyEmitter.class}, (proxy, method, arguments) -> {
                    assertEquals("sendMessage", method.getName());
                    var payload = ((Message<String>) arguments[0]).getPayload();
                    sent.add(payload);
                    return broker.apply(payload);
                });
        return new KafkaPublisher(emitter, Settings.standard().withPublishTimeout(Duration.ofMillis(50)));
    }

    private static List<OutboxRow> rows(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new OutboxRow(
                        new PendingMessage(
                                new Tenant("demo"),
                                new ArticleId(UUID.randomUUID()),
                                1,
                                Lane.LIVE,
                                "topic",
                                "type",
                                "event-" + i,
                                Instant.parse("2026-11-01T00:00:00Z"),
                                Integer.toString(i)),
                        1,
                        null))
                .toList();
    }
}
