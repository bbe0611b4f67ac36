package io.averment.stack.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.averment.stack.kafka.Topic;
import io.averment.stack.kafka.TopicFile;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What a broker knows of the services: dead letters, who reads which partition, and the order of analyses. Not thread-safe. */
public final class BrokerView implements AutoCloseable {

    private static final Duration CALL_LIMIT = Duration.ofSeconds(20);
    private static final Duration READ_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Admin admin;
    private final Supplier<Consumer<String, byte[]>> consumers;

    /** @param address host and port */
    public BrokerView(String address) {
        this(Admin.create(settings(address)), () -> consumer(address));
    }

    /** @param consumers makes one that reads as a member of no group */
    BrokerView(Admin admin, Supplier<Consumer<String, byte[]>> consumers) {
        this.admin = admin;
        this.consumers = consumers;
    }

    private static Map<String, Object> settings(String address) {
        int limit = (int) CALL_LIMIT.toMillis();
        return Map.of("bootstrap.servers", address, "default.api.timeout.ms", limit, "request.timeout.ms", limit);
    }

    private static Consumer<String, byte[]> consumer(String address) {
        Map<String, Object> all = new HashMap<>(settings(address));
        all.put("enable.auto.commit", "false");
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }

    /** Counts what lies in the topics for dead letters. True if there is none. */
    public boolean deadLetters(PrintStream out) throws IOException {
        long all = 0;
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            for (Topic topic : TopicFile.declared()) {
                if (topic.name().contains(".dead.")) {
                    List<TopicPartition> partitions = partitions(consumer, topic.name());
                    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
                    long letters = consumer.beginningOffsets(partitions).entrySet().stream()
                            .mapToLong(begin -> Objects.requireNonNull(ends.get(begin.getKey())) - begin.getValue())
                            .sum();
                    out.println("broker: " + topic.name() + " has " + letters + " dead letters");
                    all += letters;
                }
            }
        }
        out.println("verdict: " + (all == 0 ? "no dead letter" : "dead letters"));
        return all == 0;
    }

    /** Waits until so many members of a group read all partitions of a topic, none more than its share. True if they do. */
    public boolean shares(String group, String topic, int members, Duration limit, PrintStream out)
            throws IOException, InterruptedException {
        long began = System.nanoTime();
        CountDownLatch never = new CountDownLatch(1);
        int partitions = partitions(topic);
        while (true) {
            List<List<Integer>> shares = new ArrayList<>();
            for (MemberDescription member : members(group)) {
                List<Integer> share = member.assignment().topicPartitions().stream()
                        .filter(partition -> partition.topic().equals(topic))
                        .map(TopicPartition::partition)
                        .sorted()
                        .toList();
                if (!share.isEmpty()) {
                    shares.add(share);
                }
            }
            boolean even = areShared(shares, members, partitions);
            if (even || System.nanoTime() - began > limit.toNanos()) {
                out.println("broker: partitions of " + topic + " by member of " + group + ": " + shares + " after "
                        + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began) + " s");
                out.println("verdict: " + (even ? "shared" : "not shared"));
                return even;
            }
            never.await(1, TimeUnit.SECONDS);
        }
    }

    /** Between two assignments a partition may have no reader for a while. */
    static boolean areShared(List<List<Integer>> shares, int members, int partitions) {
        return shares.size() == members
                && shares.stream().mapToInt(List::size).sum() == partitions
                && shares.stream().allMatch(share -> share.size() <= (partitions + members - 1) / members);
    }

    private int partitions(String topic) throws IOException, InterruptedException {
        return Objects.requireNonNull(
                        answer(admin.describeTopics(List.of(topic))
                                        .allTopicNames()
                                        .toCompletionStage()
                                        .toCompletableFuture())
                                .get(topic),
                        topic)
                .partitions()
                .size();
    }

    private Collection<MemberDescription> members(String group) throws IOException, InterruptedException {
        ConsumerGroupDescription description = answer(admin.describeConsumerGroups(List.of(group))
                        .all()
                        .toCompletionStage()
                        .toCompletableFuture())
                .get(group);
        return description == null ? List.of() : description.members();
    }

    /** Reads a topic of analyses. True if of each article the revisions came one after the other; repeated ones do not matter. */
    public boolean order(String topic, PrintStream out) throws IOException {
        Map<String, Integer> latest = new HashMap<>();
        AtomicInteger messages = new AtomicInteger();
        AtomicInteger repeated = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        read(topic, (article, body) -> {
            messages.incrementAndGet();
            int revision = body.path("revision").asInt();
            int before = latest.getOrDefault(article, 0);
            if (revision > before + 1) {
                wrong.add(article + ": " + revision + " after " + before);
            } else if (revision <= before) {
                repeated.incrementAndGet();
            }
            latest.merge(article, revision, Math::max);
        });
        out.println("broker: " + topic + " has " + messages + " messages on " + latest.size() + " articles, " + repeated
                + " of them repeated; out of order: " + wrong.size());
        wrong.stream().limit(5).forEach(each -> out.println("broker: out of order: " + each));
        out.println("verdict: " + (wrong.isEmpty() ? "in order" : "out of order"));
        return wrong.isEmpty();
    }

    /** How many messages of a topic of analyses each pipeline has written, by its fingerprint. */
    public SortedMap<String, Integer> pipelines(String topic) throws IOException {
        SortedMap<String, Integer> messages = new TreeMap<>();
        read(
                topic,
                (article, body) ->
                        messages.merge(body.path("pipelineFingerprint").asText(), 1, Integer::sum));
        return messages;
    }

    /** How many messages of a topic a group has not taken note of as done. */
    public long waiting(String group, String topic) throws IOException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done = answer(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .toCompletionStage()
                .toCompletableFuture());
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            return waiting(done, consumer.endOffsets(partitions(consumer, topic)));
        }
    }

    /**
     * The same of a topic's partitions.
     *
     * @param done where the group goes on, by partition of any topic; null or missing where it has not begun, so that all wait
     * @param ends one more than the last message of each partition
     */
    static long waiting(Map<TopicPartition, OffsetAndMetadata> done, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata offset = done.get(end.getKey());
                    return end.getValue() - (offset == null ? 0 : offset.offset());
                })
                .sum();
    }

    private void read(String topic, BiConsumer<String, JsonNode> message) throws IOException {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            long began = System.nanoTime();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() - began > READ_LIMIT.toNanos()) {
                    throw new IOException("the broker stopped answering");
                }
                for (ConsumerRecord<String, byte[]> each : consumer.poll(POLL)) {
                    message.accept(each.key(), JSON.readTree(each.value()));
                }
            }
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(each -> new TopicPartition(topic, each.partition()))
                .toList();
    }

    private static <T> T answer(CompletableFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get(CALL_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new IOException("the broker does not answer", failure);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
