package io.averment.analysis.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.averment.analysis.json.AnalysisWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class AnalysisPublisherTest {

    private static final AnalysisCompletedEvent EVENT = ContractTest.EVENTS.getFirst();

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T10:00:01.123456Z"), ZoneOffset.UTC);

    private final List<Message<?>> attempts = new ArrayList<>();

    private record Settings(int largestMessage) implements MessagingConfiguration {
        @Override
        public List<String> lanes() {
            return List.of("live");
        }

        @Override
        public Duration firstPause() {
            return Duration.ofMillis(1);
        }

        @Override
        public Duration longestPause() {
            return Duration.ofMillis(4);
        }
    }

    /** Its broker is away for the first attempts. */
    AnalysisPublisher publisher(int failures, int largestMessage) {
        return new AnalysisPublisher(emitter(failures), new AnalysisWriter(), new Settings(largestMessage), CLOCK);
    }

    private MutinyEmitter<byte[]> emitter(int failures) {
        @SuppressWarnings("unchecked")
        MutinyEmitter<byte[]> emitter = (MutinyEmitter<byte[]>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {MutinyEmitter.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("sendMessage")) {
                        throw new AssertionError(method);
                    }
                    attempts.add((Message<?>) arguments[0]);
                    return attempts.size() <= failures
                            ? Uni.createFrom().failure(new IllegalStateException("Retries exhausted"))
                            : Uni.createFrom().voidItem();
                });
        return emitter;
    }

    /** Fails in a way that nobody foresaw. */
    AnalysisPublisher publisherThatFails(String message) {
        return new AnalysisPublisher(emitter(0), new AnalysisWriter(), new Settings(8_000_000), new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                throw new IllegalStateException(message);
            }
        });
    }

    @Test
    void tryAgainUntilTheBrokerIsBack() {
        publisher(5, 8_000_000).publish(EVENT);
        assertEquals(6, attempts.size());
        assertNotSame(attempts.get(0), attempts.get(1));
    }

    @Test
    void addressMessageByLaneAndArticle() {
        publisher(0, 8_000_000).publish(EVENT);
        OutgoingKafkaRecordMetadata<?> address = attempts.getFirst()
                .getMetadata(OutgoingKafkaRecordMetadata.class)
                .orElseThrow();
        assertEquals("averment.analyses.live.v1", address.getTopic());
        assertEquals("6f1c2f0e-8a51-5d0b-9a53-4a3d7a6f2a10", address.getKey());
        assertEquals(
                "2026-11-02T10:00:01.123Z",
                new String(address.getHeaders().lastHeader("ce_time").value(), StandardCharsets.UTF_8));
    }

    @Test
    void refuseAnalysisLargerThanMessage() {
        assertEquals(
                "RULE_BROKEN: the analysis is larger than a message may be",
                assertThrows(
                                DeadLetterException.class,
                                () -> publisher(0, 1_100).publish(EVENT))
                        .getMessage());
        assertEquals(List.of(), attempts);
    }
}
