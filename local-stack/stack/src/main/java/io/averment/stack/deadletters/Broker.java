package io.averment.stack.deadletters;

import io.averment.stack.kafka.Topic;
import io.averment.stack.kafka.TopicFile;
import io.averment.stack.process.StackFailure;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The broker that holds dead letters. Not thread-safe. */
final class Broker implements AutoCloseable {

    /** The group whose committed offsets remember what was replayed. */
    private static final String REPLAYED = "averment-dead-letters-replayed";

    private static final String DEAD = ".dead.";
    private static final Duration CALL_LIMIT = Duration.ofSeconds(10);
    private static final Duration SEND_LIMIT = Duration.ofSeconds(30);
    /** How long a partition may give nothing before its reader gives up. */
    private static final Duration READ_LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int LARGEST_MESSAGE = 8 << 20;

    private final String address;
    private final Properties settings;
    private final Admin admin;
    private @Nullable KafkaProducer<byte @Nullable [], byte @Nullable []> producer;

    Broker(String address, Properties connection) {
        this.address = address;
        this.settings = new Properties();
        this.settings.putAll(connection);
        this.settings.put("bootstrap.servers", address);
        this.settings.put("default.api.timeout.ms", Long.toString(CALL_LIMIT.toMillis()));
        this.settings.put("request.timeout.ms", Long.toString(CALL_LIMIT.toMillis()));
        try {
            this.admin = Admin.create(settings);
        } catch (KafkaException failure) {
            throw new IllegalArgumentException("not a broker's address: " + address, failure);
        }
    }

    /** The declared dead-letter topics that exist here. */
    List<String> deadLetterTopics() throws IOException, InterruptedException {
        Set<String> present =
                answer(admin.listTopics().names().toCompletionStage().toCompletableFuture());
        return TopicFile.declared().stream()
                .map(Topic::name)
                .filter(name -> name.contains(DEAD) && present.contains(name))
                .toList();
    }

    /** Hands over every dead letter of some topics that is there at this moment, partition by partition, one at a time. */
    void forEach(Collection<String> topics, Consumer<DeadLetter> reader) throws StackFailure {
        for (String topic : topics) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                for (var partition : consumer.partitionsFor(topic)) {
                    TopicPartition place = new TopicPartition(topic, partition.partition());
                    read(consumer, place, offset(consumer.beginningOffsets(List.of(place)), place), null, reader);
                }
            }
        }
    }

    /** The first offset that a partition still has. */
    long first(TopicPartition partition) {
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            return offset(consumer.beginningOffsets(List.of(partition)), partition);
        }
    }

    /** One dead letter. */
    DeadLetter at(Position position) throws StackFailure {
        List<DeadLetter> found = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
            if (consumer.listTopics().containsKey(position.partition().topic())
                    && consumer.partitionsFor(position.partition().topic()).stream()
                            .anyMatch(partition -> partition.partition()
                                    == position.partition().partition())) {
                read(consumer, position.partition(), position.offset(), position.offset() + 1, found::add);
            }
        }
        return found.stream()
                .filter(letter -> letter.position().equals(position))
                .findFirst()
                .orElseThrow(() -> new StackFailure("There is no message at " + position + "."));
    }

    private static void read(
            KafkaConsumer<byte[], byte[]> consumer,
            TopicPartition place,
            long from,
            @Nullable Long to,
            Consumer<DeadLetter> reader)
            throws StackFailure {
        long begin = offset(consumer.beginningOffsets(List.of(place)), place);
        long end = offset(consumer.endOffsets(List.of(place)), place);
        long stop = to == null ? end : Math.min(to, end);
        if (from < begin || from >= stop) {
            return;
        }
        consumer.assign(List.of(place));
        consumer.seek(place, from);
        long next = from;
        long deadline = System.nanoTime() + READ_LIMIT.toNanos();
        while (next < stop) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < stop) {
                    reader.accept(new DeadLetter(record));
                }
            }
            if (consumer.position(place) > next) {
                next = consumer.position(place);
                deadline = System.nanoTime() + READ_LIMIT.toNanos();
            } else if (System.nanoTime() - deadline > 0) {
                throw new StackFailure("The broker stopped answering at " + place + ", offset " + next + ".");
            }
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties properties = new Properties();
        properties.putAll(settings);
        properties.put("enable.auto.commit", "false");
        properties.put("auto.offset.reset", "earliest");
        properties.put("max.poll.records", "20");
        properties.put("fetch.max.bytes", Integer.toString(LARGEST_MESSAGE));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static long offset(Map<TopicPartition, Long> offsets, TopicPartition place) {
        return Objects.requireNonNull(
                offsets.get(place), "the broker answers for every partition that it was asked for");
    }

    /** What of a partition was replayed. */
    Replayed replayed(TopicPartition partition) throws IOException, InterruptedException {
        Map<TopicPartition, @Nullable OffsetAndMetadata> committed =
                new HashMap<>(answer(admin.listConsumerGroupOffsets(REPLAYED)
                        .partitionsToOffsetAndMetadata()
                        .toCompletionStage()
                        .toCompletableFuture()));
        @Nullable OffsetAndMetadata offset = committed.get(partition);
        return offset == null ? Replayed.NOTHING : Replayed.parse(offset.offset(), offset.metadata());
    }

    /** Sends the original again and waits until the broker has it. */
    void send(DeadLetter letter, String topic) throws IOException, InterruptedException {
        try {
            producer().send(letter.original(topic)).get(SEND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new StackFailure(letter.position() + " could not be sent to " + topic + ".", failure);
        }
    }

    /** One for all that is sent. */
    private KafkaProducer<byte @Nullable [], byte @Nullable []> producer() {
        KafkaProducer<byte @Nullable [], byte @Nullable []> made = producer;
        if (made == null) {
            Properties properties = new Properties();
            properties.putAll(settings);
            properties.put("acks", "all");
            properties.put("max.request.size", Integer.toString(LARGEST_MESSAGE));
            properties.put("delivery.timeout.ms", Long.toString(SEND_LIMIT.toMillis()));
            properties.put("max.block.ms", Long.toString(CALL_LIMIT.toMillis()));
            made = new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer());
            producer = made;
        }
        return made;
    }

    /** Remembers what of a partition was replayed. */
    void remember(TopicPartition partition, Replayed replayed) throws IOException, InterruptedException {
        answer(admin.alterConsumerGroupOffsets(
                        REPLAYED, Map.of(partition, new OffsetAndMetadata(replayed.below(), replayed.rest())))
                .all()
                .toCompletionStage()
                .toCompletableFuture());
    }

    private <T> T answer(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new StackFailure(
                    "No broker answers at " + address
                            + ". Start ./averment run in another terminal, or name a broker with"
                            + " --bootstrap-servers.",
                    failure);
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
        }
        admin.close(Duration.ZERO);
    }
}
