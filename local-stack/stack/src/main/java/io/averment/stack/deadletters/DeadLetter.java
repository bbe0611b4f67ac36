package io.averment.stack.deadletters;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A message that could not be processed, as it stands in its dead-letter topic: the original with its headers, and headers that
 * begin with {@code dead-letter-} about why it is there.
 *
 * @param record as it was read
 */
record DeadLetter(ConsumerRecord<byte @Nullable [], byte @Nullable []> record) {

    private static final String MARK = "dead-letter-";

    Position position() {
        return new Position(new TopicPartition(record.topic(), record.partition()), record.offset());
    }

    Instant when() {
        return Instant.ofEpochMilli(record.timestamp());
    }

    /** The code and one line without article text. */
    String reason() {
        return header(MARK + "reason").orElse("no reason given");
    }

    /** The article that the message is about, by its header or else by its key. */
    String article() {
        byte @Nullable [] key = record.key();
        return header("ce_subject").orElse(key == null ? "unknown" : new String(key, StandardCharsets.UTF_8));
    }

    /** The topic that it came from. */
    Optional<String> origin() {
        return header(MARK + "topic");
    }

    /** The place that it came from, as far as it is known. */
    String from() {
        return origin().orElse("unknown") + "/" + header(MARK + "partition").orElse("?") + "/"
                + header(MARK + "offset").orElse("?");
    }

    String body() {
        byte @Nullable [] value = record.value();
        return value == null ? "" : new String(value, StandardCharsets.UTF_8);
    }

    /** The length of the body in bytes. */
    int size() {
        return Math.max(0, record.serializedValueSize());
    }

    /** The same without its body, to keep many of. */
    DeadLetter withoutBody() {
        return new DeadLetter(new ConsumerRecord<>(
                record.topic(),
                record.partition(),
                record.offset(),
                record.timestamp(),
                record.timestampType(),
                record.serializedKeySize(),
                record.serializedValueSize(),
                record.key(),
                null,
                record.headers(),
                record.leaderEpoch()));
    }

    List<Header> headers() {
        return List.of(record.headers().toArray());
    }

    /** The original message, for the topic that it came from: same key, same body, same headers and so the same {@code ce_id}. */
    ProducerRecord<byte @Nullable [], byte @Nullable []> original(String topic) {
        List<Header> headers = headers().stream()
                .filter(header -> !header.key().startsWith(MARK))
                .toList();
        return new ProducerRecord<>(topic, null, record.key(), record.value(), headers);
    }

    private Optional<String> header(String name) {
        @Nullable Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
