package io.averment.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;

/** Reads the shared broker's topics from their beginning and picks out the records of one key. */
public final class Topics {
    private Topics() {}

    /** The first {@code count} records of a key, in their order; fails when they do not arrive in time. */
    public static List<ConsumerRecord<String, String>> await(String topic, String key, int count) {
        var found = new ArrayList<ConsumerRecord<String, String>>();
        try (var consumer = consumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.add(message);
                    }
                });
                return found.size() >= count;
            });
        }
        return found;
    }

    /** The text of a header that is there exactly once. */
    public static String header(ConsumerRecord<String, String> message, String name) {
        var values = new ArrayList<String>();
        message.headers()
                .headers(name)
                .forEach(header ->
                        values.add(new String(Objects.requireNonNull(header.value()), StandardCharsets.UTF_8)));
        if (values.size() != 1) {
            throw new AssertionError(name + ": " + values);
        }
        return values.getFirst();
    }

    private static KafkaConsumer<String, String> consumer() {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers, "enable.auto.commit", false),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
