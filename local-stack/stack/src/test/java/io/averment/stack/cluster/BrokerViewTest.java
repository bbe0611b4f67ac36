package io.averment.stack.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Without a broker: what it has is played. */
class BrokerViewTest {

    private static final String TOPIC = "averment.analyses.live.v1";
    private static final int PARTITIONS = 2;

    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final BrokerView broker = new BrokerView(nobody(), this::consumer);

    private static Admin nobody() {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private static TopicPartition partition(int number) {
        return new TopicPartition(TOPIC, number);
    }

    private MockConsumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        List<PartitionInfo> partitions = new ArrayList<>();
        Map<TopicPartition, Long> begins = new HashMap<>();
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (int number = 0; number < PARTITIONS; number++) {
            partitions.add(new PartitionInfo(TOPIC, number, Node.noNode(), new Node[0], new Node[0]));
            begins.put(partition(number), 0L);
            ends.put(partition(number), (long) in(number));
        }
        consumer.updatePartitions(TOPIC, partitions);
        consumer.updateBeginningOffsets(begins);
        consumer.updateEndOffsets(ends);
        consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
        return consumer;
    }

    private int in(int partition) {
        return (int) records.stream()
                .filter(record -> record.partition() == partition)
                .count();
    }

    private void analysed(int partition, String article, int revision, String pipeline) {
        byte[] body = ("{\"revision\": " + revision + ", \"pipelineFingerprint\": \"" + pipeline + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        records.add(new ConsumerRecord<>(TOPIC, partition, in(partition), article, body));
    }

    private boolean isInOrder() throws Exception {
        return broker.order(TOPIC, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @Test
    void countsMessagesByPipeline() throws Exception {
        analysed(0, "a", 1, "old");
        analysed(0, "a", 2, "new");
        analysed(1, "b", 1, "old");
        assertEquals(Map.of("new", 1, "old", 2), broker.pipelines(TOPIC));
    }

    @Test
    void findsNoPipelineInEmptyTopic() throws Exception {
        assertEquals(Map.of(), broker.pipelines(TOPIC));
    }

    @Test
    void doesNotMindRepeatedRevisions() throws Exception {
        analysed(0, "a", 1, "p");
        analysed(1, "b", 1, "p");
        analysed(0, "a", 2, "p");
        analysed(0, "a", 1, "p");
        assertTrue(isInOrder());
        assertEquals(
                "broker: " + TOPIC + " has 4 messages on 2 articles, 1 of them repeated; out of order: 0\n"
                        + "verdict: in order\n",
                printed.toString(StandardCharsets.UTF_8));
    }

    @Test
    void noticesRevisionBeforeItsEarlierOne() throws Exception {
        analysed(0, "a", 2, "p");
        analysed(0, "a", 1, "p");
        assertFalse(isInOrder());
        assertTrue(printed.toString(StandardCharsets.UTF_8).contains("broker: out of order: a: 2 after 0\n"));
    }

    @Test
    void countsWhatAGroupIsNotDoneWith() {
        Map<TopicPartition, Long> ends = Map.of(partition(0), 5L, partition(1), 7L);
        TopicPartition other = new TopicPartition("averment.articles.live.v1", 0);
        assertEquals(
                2 + 7,
                BrokerView.waiting(
                        Map.of(partition(0), new OffsetAndMetadata(3), other, new OffsetAndMetadata(100)), ends));
        assertEquals(
                0,
                BrokerView.waiting(
                        Map.of(partition(0), new OffsetAndMetadata(5), partition(1), new OffsetAndMetadata(7)), ends));
    }

    @ParameterizedTest
    @CsvSource({"2, 4, true", "4, 4, false", "2, 5, false", "1, 4, false"})
    void wantsAllPartitionsRead(int members, int partitions, boolean shared) {
        assertEquals(shared, BrokerView.areShared(List.of(List.of(0, 2), List.of(1, 3)), members, partitions));
    }

    @Test
    void wantsEvenShares() {
        assertFalse(BrokerView.areShared(List.of(List.of(0, 1, 2), List.of(3)), 2, 4));
        assertTrue(BrokerView.areShared(List.of(List.of(0, 1), List.of(2)), 2, 3));
    }
}
